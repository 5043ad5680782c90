import { Entity, PrimaryColumn } from 'typeorm';

/** Every person on whom the owner holds a record; the id is Person.id of the graph. */
@Entity('subject')
export class Subject {
  @PrimaryColumn('text')
  id!: string;
}
