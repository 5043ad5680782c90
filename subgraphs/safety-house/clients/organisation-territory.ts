import { Entity, PrimaryColumn } from 'typeorm';

/** A municipality of Haaglanden in which an organisation works. Not shown by itself. */
@Entity('organisation_territory')
export class OrganisationTerritory {
  @PrimaryColumn('text')
  organisation!: string;

  @PrimaryColumn('text')
  municipality!: string;
}
