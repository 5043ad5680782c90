import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person’s word that a story may be told. Two different people of the story’s owner are needed. */
@Entity('practice_story_release')
export class PracticeStoryRelease {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  storyId!: string;

  /** The person who released it; the organisation is the one for which that person works. */
  @Column('text')
  person!: string;

  @Column('text')
  organisation!: string;

  @Column('date')
  releasedOn!: string;
}
