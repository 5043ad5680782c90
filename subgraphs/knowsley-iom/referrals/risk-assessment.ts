import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether the mentor of a match is to know the class of the offence. Stored for the predicate alone. */
@Entity('risk_assessment')
export class RiskAssessment {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  subjectId!: string;

  @Column('boolean')
  mentorMayKnowOffence!: boolean;

  @Column('date')
  assessedOn!: string;

  @Column('date')
  reviewDue!: string;
}
