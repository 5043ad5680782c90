// An owner's own copy of each research project, as the data protection officer of its jurisdiction decided on it: every
// question is checked against it, so that the exchange can neither invent a project nor widen one.
import { isDeepStrictEqual } from 'node:util';
import type { DataSource } from 'typeorm';
import { z } from 'zod';

import { TABLES_A_PROJECT } from '../../../disclosure-control/budget';
import { type Dimension, DIMENSIONS } from '../../../disclosure-control/lattice';
import type { OrganisationRole } from '../../../schema/organisations';
import { OWNERS } from '../../../schema/owners';
import type { Requester } from '../../../schema/requester';
import type { Clock } from '../../../service/clock';
import { isOneOf } from '../lookup/desk/desks';
import { type LookupOwner, organisationSchema } from '../peers/asker';
import { calendarDate } from '../serving/calendar-date';
import { researchRefused } from './research-refusals';

export const dimensionSchema = z.enum(Object.keys(DIMENSIONS) as Dimension[]);

export const charterSchema = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(500),
  dimensions: z.array(dimensionSchema).nonempty(),
  /** The subjects of these people's tokens. */
  people: z.array(z.string().min(1).max(500)).nonempty().max(100),
  organisation: organisationSchema,
  /** The last day of the project. */
  endsOn: z.iso.date(),
  /** How many distinct tables it may have of one snapshot. */
  tables: z.int().min(1).max(TABLES_A_PROJECT),
});
export type Charter = z.infer<typeof charterSchema>;

/** Who decides on an owner's part of a project. */
const OFFICERS = {
  'knowsley-iom': { organisation: 'knowsley', role: 'dpo' },
  'safety-house': { organisation: 'the-hague', role: 'dpo' },
  eri: { organisation: 'turin', role: 'dpo' },
} as const satisfies Record<LookupOwner, OrganisationRole>;

type Decided = 'APPROVED' | 'REFUSED';

export class Charters {
  constructor(
    private readonly owner: LookupOwner,
    private readonly maintenance: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Approves a project in these terms, or refuses it; one that was approved may be refused later, and that stands. */
  async decide(charter: Charter, by: Requester, state: Decided): Promise<void> {
    if (!this.isOfficer(by)) throw researchRefused('NOT_THE_OFFICER');
    await this.maintenance.query(
      `insert into research_charter as kept (project, charter, state, decided_by, decided_at) values ($1, $2, $3, $4, $5)
       on conflict (project) do update
         set state = excluded.state, decided_by = excluded.decided_by, decided_at = excluded.decided_at
         where kept.state = 'APPROVED' and excluded.state = 'REFUSED'`,
      [charter.id, JSON.stringify(charter), state, by.person, this.clock.now()],
    );
    const [row] = await this.maintenance.query<[{ charter: Charter; state: Decided }]>(
      'select charter, state from research_charter where project = $1',
      [charter.id],
    );
    // Asked again, because the answer got lost: it stands.
    if (row.state === state && (state === 'REFUSED' || isDeepStrictEqual(row.charter, charter))) return;
    throw researchRefused('CHARTER_DECIDED');
  }

  /** The charter by which this person asks for a table of these dimensions. */
  async admit(project: string, asking: Requester, dimensions: readonly Dimension[]): Promise<Charter> {
    const charter = await this.approved(project);
    if (!isOfProject(charter, asking)) throw researchRefused('NOT_IN_PROJECT');
    if (charter.endsOn < calendarDate(this.clock.now(), OWNERS[this.owner].timeZone)) {
      throw researchRefused('PROJECT_ENDED');
    }
    if (!dimensions.every((dimension) => charter.dimensions.includes(dimension))) {
      throw researchRefused('DIMENSION_NOT_APPROVED');
    }
    return charter;
  }

  /** The charter for whoever reads what was given by it: its people, also when it has ended, and the officer. */
  async read(project: string, by: Requester): Promise<Charter> {
    const charter = await this.approved(project);
    if (!this.isOfficer(by) && !isOfProject(charter, by)) throw researchRefused('NOT_IN_PROJECT');
    return charter;
  }

  private isOfficer(by: Requester): boolean {
    return isOneOf([OFFICERS[this.owner]], by) && by.purpose === 'OVERSIGHT';
  }

  private async approved(project: string): Promise<Charter> {
    const [row] = await this.maintenance.query<{ charter: Charter }[]>(
      `select charter from research_charter where project = $1 and state = 'APPROVED'`,
      [project],
    );
    if (row === undefined) throw researchRefused('PROJECT_NOT_APPROVED');
    return row.charter;
  }
}

const isOfProject = ({ people, organisation }: Charter, { person, organisation: own }: Requester): boolean =>
  organisation === own && people.includes(person);
