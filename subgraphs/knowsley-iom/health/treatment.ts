import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which organisation treats a person. Stored for the predicate alone: it would itself disclose health. */
@Entity('treatment')
export class Treatment {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  subjectId!: string;

  @Column('text')
  organisation!: string;

  @Column('date')
  startedOn!: string;

  @Column('date', { nullable: true })
  endedOn!: string | null;
}
