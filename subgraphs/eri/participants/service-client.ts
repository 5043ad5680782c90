import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A participant who is a client of a partner’s service, such as SERT: read by a predicate, not shown by the graph. */
@Entity('service_client')
export class ServiceClient {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  subjectId!: string;

  @Column('text')
  organisation!: string;

  /** Last day as a client; null: until now. */
  @Column('date', { nullable: true })
  until!: string | null;
}
