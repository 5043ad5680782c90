import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a person agreed that an organisation takes part in the aftercare. Decides who sees; not shown by itself. */
@Entity('aftercare_agreement')
export class AftercareAgreement {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  subjectId!: string;

  @Column('text')
  organisation!: string;

  @Column('date')
  agreedOn!: string;

  @Column('date', { nullable: true })
  withdrawnOn!: string | null;
}
