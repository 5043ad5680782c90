import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who is a client of a service, whether or not the service takes part in a case. Not shown by itself. */
@Entity('client_assignment')
export class ClientAssignment {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  subjectId!: string;

  @Column('text')
  organisation!: string;

  @Column('date')
  activeFrom!: string;

  @Column('date', { nullable: true })
  activeUntil!: string | null;
}
