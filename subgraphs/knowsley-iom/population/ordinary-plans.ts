// How an ordinary person of Knowsley is drawn. Half of them are in one of the states of which an agreement speaks, so
// that every one of those is met often; the others are put together from shares. All shares are invented: the reports
// print figures of cohorts, not of everybody (published-figures.md).
import { drawFrom, type NameShapeName, type Weighted } from '../../common/loading/invented-identity';
import type { Synthetic } from '../../common/loading/synthetic';
import { INVENTED_PLANS } from './invented-plans';
import { type MentorPerson, type PersonPlan, type Prison, type Probation, USUAL_CATEGORIES } from './person-plan';

export const NAME_SHAPES_OF_KNOWSLEY: Weighted<NameShapeName> = [
  [78, 'ENGLISH'],
  [4, 'ARABIC'],
  [4, 'TURKISH'],
  [5, 'BALKAN'],
  [4, 'ROMA'],
  [3, 'ITALIAN'],
  [2, 'DUTCH'],
];
export const AGES_OF_KNOWSLEY = { from: 18, to: 62 } as const;

/** In a state of which an agreement speaks, each of them equally often. */
export const SHARE_IN_A_NAMED_STATE = 0.5;
export const COHORT: Weighted<PersonPlan['cohort']> = [
  [70, 'MEMBER'],
  [20, 'LEFT'],
  [7, 'ADDED_BY_HAND'],
  [3, 'REVIEW_PAST'],
];
export const SUPERVISED_BY: Weighted<Probation | 'nobody'> = [
  [30, 'nps'],
  [55, 'merseyside-crc'],
  [15, 'nobody'],
];
type Risk = NonNullable<PersonPlan['supervision']>['risk'];
export const RISK_OF_HARM: Weighted<Risk | 'NOT_ASSESSED'> = [
  [35, 'LOW'],
  [35, 'MEDIUM'],
  [18, 'HIGH'],
  [5, 'VERY_HIGH'],
  [7, 'NOT_ASSESSED'],
];
export const HANDOVER: Weighted<'NONE' | 'OPEN' | 'COMPLETED'> = [
  [92, 'NONE'],
  [4, 'OPEN'],
  [4, 'COMPLETED'],
];
export const CUSTODY: Weighted<'AT_LIBERTY' | 'INSIDE' | 'RELEASED'> = [
  [72, 'AT_LIBERTY'],
  [18, 'INSIDE'],
  [10, 'RELEASED'],
];
export const PRISONS: Weighted<Prison> = [
  [60, 'hmp-liverpool'],
  [40, 'hmp-kennet'],
];
export const RELEASED_DAYS_AGO = { from: 1, to: 200 } as const;
export const SHARE_KNOWN_TO_POLICE = 0.97;
export const REFERRAL: Weighted<'NONE' | NonNullable<PersonPlan['referral']>['stage']> = [
  [65, 'NONE'],
  [8, 'OFFERED'],
  [21, 'ACCEPTED'],
  [6, 'DECLINED'],
];
export const REFERRED_BY: Weighted<NonNullable<PersonPlan['referral']>['from']> = [
  [40, 'kmbc'],
  [20, 'nps'],
  [40, 'merseyside-crc'],
];
export const REFERRAL_CONSENT: Weighted<NonNullable<PersonPlan['referral']>['consent']> = [
  [80, 'GIVEN'],
  [12, 'MISSING'],
  [8, 'WITHDRAWN'],
];
/** Of those whose referral was accepted. */
export const SHARE_MENTORED = 0.75;
export const SHARE_OF_MATCHES_ENDED = 0.45;
export const MATCH_ENDED_DAYS_AGO = { from: 1, to: 59 } as const;
export const SHARE_MENTOR_MAY_KNOW_OFFENCE = 0.3;
/** Of those who are mentored: what MALS may tell the council or the offender manager. */
export const MENTEE_CONSENT: Weighted<'NONE' | PersonPlan['consents'][number]['state']> = [
  [40, 'NONE'],
  [45, 'ACTIVE'],
  [8, 'WITHDRAWN'],
  [7, 'EXPIRED'],
];
export const HEALTH: Weighted<'NONE' | NonNullable<PersonPlan['health']>> = [
  [88, 'NONE'],
  [8, 'TREATED'],
  [4, 'TREATMENT_ENDED'],
];
/**
 * A canary's first engagement, in days before the anchor: the twelve months after it were over, and spent at liberty,
 * when the quarter began in which the anchor lies, whatever its day.
 */
export const CANARY_ENGAGED_DAYS_AGO = { from: 460, to: 640 } as const;
/** A canary was an adult then. */
export const AGES_OF_CANARIES = { from: 20, to: AGES_OF_KNOWSLEY.to } as const;

/** Beyond so many, the caseloads of the development personas grow no longer: colleagues take the others. */
export const PEOPLE_OF_PERSONAS = 2000;
/** So many people have a practitioner, or a mentor, of their own. */
export const PEOPLE_A_PRACTITIONER = 60;

/** The number of the colleague who works with an ordinary person; those up to four are in the named states. */
export function colleagueOf(number: number): number {
  return 5 + Math.floor(number / PEOPLE_A_PRACTITIONER);
}

/** Of five mentees one has the first of the two mentors of development, one the second, the others colleagues. */
const MENTEES_A_PERSONA = 5;

/** Whom an ordinary mentee is matched with. */
function matchedMentor(number: number): MentorPerson {
  const turn = number % MENTEES_A_PERSONA;
  return turn > 1 || number >= PEOPLE_OF_PERSONAS ? mentorOf(number) : turn === 0 ? 'mals.mentor' : 'mals.mentor-2';
}

/** The colleague who mentors an ordinary person, beside those of the named states. */
export function mentorOf(number: number): MentorPerson {
  return `mals.mentor-${colleagueOf(number)}`;
}

export function ordinaryPlan(random: Synthetic, number: number, isCanary: boolean): PersonPlan {
  const plan = random.chance(SHARE_IN_A_NAMED_STATE) ? random.pick(INVENTED_PLANS) : drawnPlan(random, number);
  const own = number < PEOPLE_OF_PERSONAS ? plan : withColleagues(plan, number);
  return isCanary ? canaryPlan(own, number) : own;
}

function drawnPlan(random: Synthetic, number: number): PersonPlan {
  const colleague = String(colleagueOf(number));
  const supervisedBy = drawFrom(random, SUPERVISED_BY);
  const risk = drawFrom(random, RISK_OF_HARM);
  const handover = drawFrom(random, HANDOVER);
  const custody = drawFrom(random, CUSTODY);
  const prison = drawFrom(random, PRISONS);
  const stage = drawFrom(random, REFERRAL);
  const mentored = stage === 'ACCEPTED' && random.chance(SHARE_MENTORED);
  const consent = drawFrom(random, MENTEE_CONSENT);
  const health = drawFrom(random, HEALTH);
  return {
    nominal: true,
    cohort: drawFrom(random, COHORT),
    policeRecord: random.chance(SHARE_KNOWN_TO_POLICE),
    ...(supervisedBy === 'nobody'
      ? {}
      : {
          supervision: {
            organisation: supervisedBy,
            practitioner:
              supervisedBy === 'nps'
                ? `nps.probation-officer-${colleague}`
                : `merseyside-crc.case-manager-${colleague}`,
            ...(risk === 'NOT_ASSESSED' || risk === undefined ? {} : { risk }),
            ...(handover === 'NONE'
              ? {}
              : {
                  handover: {
                    to: supervisedBy === 'nps' ? ('merseyside-crc' as const) : ('nps' as const),
                    completed: handover === 'COMPLETED',
                  },
                }),
          },
        }),
    ...(custody === 'AT_LIBERTY'
      ? {}
      : {
          custody: {
            prison,
            ...(custody === 'INSIDE'
              ? {}
              : { releasedDaysAgo: random.integer(RELEASED_DAYS_AGO.from, RELEASED_DAYS_AGO.to) }),
          },
        }),
    ...(stage === 'NONE'
      ? {}
      : { referral: { from: drawFrom(random, REFERRED_BY), stage, consent: drawFrom(random, REFERRAL_CONSENT) } }),
    ...(mentored
      ? {
          match: {
            mentor: matchedMentor(number),
            mayKnowOffence: random.chance(SHARE_MENTOR_MAY_KNOW_OFFENCE),
            ...(random.chance(SHARE_OF_MATCHES_ENDED)
              ? { endedDaysAgo: random.integer(MATCH_ENDED_DAYS_AGO.from, MATCH_ENDED_DAYS_AGO.to) }
              : {}),
          },
        }
      : {}),
    consents:
      mentored && consent !== 'NONE'
        ? [
            {
              to: supervisedBy === 'nobody' ? 'kmbc' : supervisedBy,
              categories: [...USUAL_CATEGORIES],
              state: consent,
            },
          ]
        : [],
    ...(health === 'NONE' ? {} : { health }),
  };
}

function withColleagues(plan: PersonPlan, number: number): PersonPlan {
  const colleague = String(colleagueOf(number));
  const { supervision, match } = plan;
  return {
    ...plan,
    ...(supervision === undefined
      ? {}
      : {
          supervision: {
            ...supervision,
            practitioner: `${supervision.practitioner.replace(/-\d+$/, '')}-${colleague}`,
          },
        }),
    ...(match === undefined ? {} : { match: { ...match, mentor: mentorOf(number) } }),
  };
}

/** A canary is mentored, was at liberty while it was observed, and is known to the police: else nothing is observed. */
function canaryPlan(plan: PersonPlan, number: number): PersonPlan {
  const { custody: _, ...free } = plan;
  return {
    ...free,
    nominal: true,
    policeRecord: true,
    match: free.match ?? { mentor: mentorOf(number), mayKnowOffence: false },
  };
}
