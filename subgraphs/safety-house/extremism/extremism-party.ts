import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of the three parties of a case of extremism, who is to approve it there, and when that was. Not shown by itself. */
@Entity('extremism_party')
export class ExtremismParty {
  @PrimaryColumn('text')
  extremismCaseId!: string;

  @PrimaryColumn('text')
  organisation!: string;

  /** Pseudonym of the named approver, as in the token. */
  @Column('text')
  approver!: string;

  @Column('date', { nullable: true })
  approvedAt!: string | null;
}
