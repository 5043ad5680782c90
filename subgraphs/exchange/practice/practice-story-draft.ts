import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A story as its owner wrote it, released or not: the view of released stories reads it, the graph never does. */
@Entity('practice_story_draft')
export class PracticeStoryDraft {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  organisation!: string;

  @Column('text')
  text!: string;
}
