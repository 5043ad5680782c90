import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The liaison officer who is appointed to a case. Decides who sees; not shown by itself. */
@Entity('victim_liaison_appointment')
export class VictimLiaisonAppointment {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  caseId!: string;

  /** Pseudonym of the officer, as in the token. */
  @Column('text')
  person!: string;

  @Column('date')
  activeFrom!: string;

  @Column('date', { nullable: true })
  activeUntil!: string | null;
}
