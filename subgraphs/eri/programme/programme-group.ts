// Who belongs to a run: tables that predicates read and the graph does not show.
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A participant’s place in a run. */
@Entity('programme_enrolment')
export class ProgrammeEnrolment {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  runId!: string;

  @Column('text')
  subjectId!: string;
}

/** A person who mentors the group of a run, by their pseudonym. */
@Entity('programme_run_mentor')
export class ProgrammeRunMentor {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  runId!: string;

  @Column('text')
  person!: string;

  /** Last day as mentor of the group; null: until now. */
  @Column('date', { nullable: true })
  until!: string | null;
}
