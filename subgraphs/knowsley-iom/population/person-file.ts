import type { Synthetic } from '../../common/loading/synthetic';
import type { AgeBand, Sex } from '../vocabularies';
import type { PersonPlan } from './person-plan';
import type { PublishedCase } from './read-published-cases';
import type { RecordCollector } from './record-collector';

/** All that is needed to write the records of one person. */
export interface PersonFile {
  readonly collector: RecordCollector;
  /** A generator of this person's own. */
  readonly random: Synthetic;
  readonly anchor: string;
  readonly plan: PersonPlan;
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: keyof typeof Sex;
  readonly birthDate: string;
  /** One of the published cases; their printed facts take the place of invented ones. */
  readonly published?: PublishedCase;
  readonly firstEngagement?: string;
  /** Beside the named people: such people have every code of a vocabulary, the named ones the usual codes. */
  readonly ordinary?: true;
  /** A canary, and whether it reoffended within twelve months of the first engagement. */
  readonly canary?: boolean;
}

/** The band of somebody's age on a day. */
export function ageBandOn(birthDate: string, day: string): keyof typeof AgeBand {
  const age = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);
  if (age < 18) return 'UNDER_18';
  if (age < 25) return 'FROM_18_TO_24';
  if (age < 35) return 'FROM_25_TO_34';
  return age < 50 ? 'FROM_35_TO_49' : 'FROM_50';
}
