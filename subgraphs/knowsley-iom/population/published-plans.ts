import { dateAfter } from '../../common/calendar/calendar-dates';
import {
  CRC_COLLEAGUE,
  CRC_MANAGER,
  NPS_COLLEAGUE,
  NPS_OFFICER,
  type PersonPlan,
  USUAL_CATEGORIES,
} from './person-plan';

const FIRST_ENGAGEMENT_OF_THE_FIRST_CASE = '2013-01-14';
const DAYS_BETWEEN_CASES = 14;
/** The last mentoring of a published case whose match is not still told as active. */
const DAYS_OF_MATCH = 730;

/**
 * The report prints no date of a first engagement. By a fixed rule the cases begin a fortnight apart, in the order of
 * the table, so that every window of twelve months was over before the report was written.
 */
export function firstEngagementOf(index: number): string {
  return dateAfter(FIRST_ENGAGEMENT_OF_THE_FIRST_CASE, index * DAYS_BETWEEN_CASES);
}

export function endOfMatch(firstEngagement: string): string {
  return dateAfter(firstEngagement, DAYS_OF_MATCH);
}

/** What the report does not print of a case (supervision, referral, consent, mentor) is invented. */
export function publishedPlan(name: string, index: number): PersonPlan {
  const withNps = name === 'Peter' || index % 4 === 3;
  const organisation = withNps ? 'nps' : 'merseyside-crc';
  const practitioner = PERSONAL[name] ?? (withNps ? NPS_COLLEAGUE : CRC_COLLEAGUE);
  return {
    nominal: true,
    cohort: 'MEMBER',
    policeRecord: true,
    supervision: { organisation, practitioner, risk: withNps ? (name === 'Peter' ? 'VERY_HIGH' : 'HIGH') : 'MEDIUM' },
    referral: { from: 'kmbc', stage: 'ACCEPTED', consent: 'GIVEN' },
    match: { mentor: MENTOR[name] ?? 'mals.mentor-4', mayKnowOffence: name === 'Peter' },
    consents: [
      { to: 'kmbc', categories: USUAL_CATEGORIES, state: 'ACTIVE' },
      { to: organisation, categories: USUAL_CATEGORIES, state: 'ACTIVE' },
    ],
  };
}

/** Cases that a development persona works with. */
const PERSONAL: Readonly<Record<string, string>> = { Peter: NPS_OFFICER, Craig: CRC_MANAGER, Paul: CRC_MANAGER };
const MENTOR: Readonly<Record<string, NonNullable<PersonPlan['match']>['mentor']>> = {
  Peter: 'mals.mentor',
  Craig: 'mals.mentor-2',
};

/** Published cases whose match is told as still active; all others ended. */
export const STILL_MENTORED: ReadonlySet<string> = new Set(['Peter', 'Craig']);
