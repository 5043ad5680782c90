import type { NominalBand, PoliceArea } from '../vocabularies';
import { CO_OPTED_STATES } from './co-opted-plans';
import {
  CRC_COLLEAGUE,
  CRC_MANAGER,
  NPS_COLLEAGUE,
  NPS_OFFICER,
  type PersonPlan,
  type Probation,
  USUAL_CATEGORIES,
} from './person-plan';
import { PROGRAMME_STATES } from './programme-plans';

type Risk = NonNullable<PersonPlan['supervision']>['risk'];

const member: PersonPlan = { nominal: true, cohort: 'MEMBER', policeRecord: true, consents: [] };
const left = { cohort: 'LEFT' } as const;

function supervised(
  organisation: Probation,
  practitioner: string,
  risk?: Risk,
): NonNullable<PersonPlan['supervision']> {
  return { organisation, practitioner, ...(risk === undefined ? {} : { risk }) };
}
const byNps = (risk?: Risk) => ({ supervision: supervised('nps', NPS_OFFICER, risk) });
const byNpsColleague = (risk?: Risk) => ({ supervision: supervised('nps', NPS_COLLEAGUE, risk) });
const byCrc = (risk?: Risk) => ({ supervision: supervised('merseyside-crc', CRC_MANAGER, risk) });
const byCrcColleague = (risk?: Risk) => ({ supervision: supervised('merseyside-crc', CRC_COLLEAGUE, risk) });
const handedTo = (to: Probation, risk: Risk, completed = false) => ({
  supervision: {
    ...(to === 'nps' ? byCrcColleague(risk) : byNpsColleague(risk)).supervision,
    handover: { to, completed },
  },
});

type Referral = NonNullable<PersonPlan['referral']>;
const accepted = (from: Referral['from'], consent: Referral['consent'] = 'GIVEN') => ({
  referral: { from, stage: 'ACCEPTED', consent } as const,
});
const mentored = (
  mentor: NonNullable<PersonPlan['match']>['mentor'],
  mayKnowOffence: boolean,
  endedDaysAgo?: number,
) => ({
  match: { mentor, mayKnowOffence, ...(endedDaysAgo === undefined ? {} : { endedDaysAgo }) },
});
const consentTo = (
  to: PersonPlan['consents'][number]['to'],
  extra: readonly string[] = [],
  state: PersonPlan['consents'][number]['state'] = 'ACTIVE',
) => ({ consents: [{ to, categories: [...USUAL_CATEGORIES, ...extra], state }] });

const elsewhere = (
  area: keyof typeof PoliceArea,
  by: NonNullable<PersonPlan['elsewhere']>['by'],
  daysAgo: number,
  band: keyof typeof NominalBand = 'LOW',
) => ({ elsewhere: { area, by, daysAgo }, band });
const convicted = (fiveYears: number, lastYear: number, band: keyof typeof NominalBand = 'LOW') => ({
  convictions: { fiveYears, lastYear },
  band,
});

/**
 * The states in which the invented people are, with how many are in each: for every clause of the agreements that
 * concerns Knowsley some for whom it holds and some for whom each condition fails alone.
 */
const STATES: readonly (readonly [count: number, state: Partial<PersonPlan>])[] = [
  // The caseload of the National Probation Service, and what keeps a person out of it.
  [2, byNps('HIGH')],
  [2, { ...byNps('VERY_HIGH'), custody: { prison: 'hmp-liverpool' } }],
  [2, byNps('MEDIUM')],
  [2, { ...byNps('HIGH'), ...left }],
  [2, byNpsColleague('HIGH')],
  [2, handedTo('nps', 'HIGH')],
  [2, handedTo('nps', 'HIGH', true)],
  [2, handedTo('nps', 'LOW')],
  [2, { ...handedTo('nps', 'VERY_HIGH'), ...left }],
  [2, byNpsColleague()],
  [1, {}],
  [2, { ...byNpsColleague(), ...left }],
  // The caseload of the Community Rehabilitation Company.
  [2, byCrc('LOW')],
  [2, byCrc('MEDIUM')],
  [2, byCrc('HIGH')],
  [2, { ...byCrc('LOW'), ...left }],
  [2, byCrcColleague('MEDIUM')],
  [2, handedTo('merseyside-crc', 'LOW')],
  [2, handedTo('merseyside-crc', 'MEDIUM', true)],
  [2, handedTo('merseyside-crc', 'HIGH')],
  [2, { ...handedTo('merseyside-crc', 'MEDIUM'), ...left }],
  [2, { ...byCrcColleague(), ...accepted('merseyside-crc') }],
  [2, { ...byCrcColleague(), ...accepted('kmbc') }],
  [2, { ...byCrcColleague(), ...accepted('merseyside-crc'), ...left }],
  // The cohort, by hand and no longer.
  [2, { ...byCrcColleague('LOW'), cohort: 'ADDED_BY_HAND' }],
  [2, { ...byCrcColleague('LOW'), cohort: 'REVIEW_PAST' }],
  // Two prisons.
  [2, { ...byCrcColleague('MEDIUM'), custody: { prison: 'hmp-liverpool' } }],
  [2, { ...byCrcColleague('MEDIUM'), custody: { prison: 'hmp-liverpool', releasedDaysAgo: 10 } }],
  [2, { ...byCrcColleague('MEDIUM'), custody: { prison: 'hmp-liverpool', releasedDaysAgo: 60 } }],
  [2, { ...byNpsColleague('HIGH'), custody: { prison: 'hmp-kennet' } }],
  [2, { ...byNpsColleague('HIGH'), custody: { prison: 'hmp-liverpool' }, ...left }],
  // Referrals to mentoring.
  [3, { ...byCrcColleague('LOW'), referral: { from: 'kmbc', stage: 'OFFERED', consent: 'MISSING' } }],
  [2, { ...byCrcColleague('LOW'), referral: { from: 'kmbc', stage: 'DECLINED', consent: 'MISSING' } }],
  [2, { ...byCrcColleague('LOW'), ...accepted('kmbc', 'MISSING') }],
  [2, { ...byCrcColleague('LOW'), ...accepted('kmbc', 'WITHDRAWN') }],
  [2, { ...byCrcColleague('MEDIUM'), ...accepted('nps') }],
  // Mentees: with Peter of the published cases, the first mentor has three, the second one more besides Craig.
  [1, { ...byCrcColleague('LOW'), ...accepted('kmbc'), ...mentored('mals.mentor', true) }],
  [1, { ...byCrcColleague('MEDIUM'), ...accepted('kmbc'), ...mentored('mals.mentor', false) }],
  [2, { ...byCrcColleague('LOW'), ...accepted('kmbc'), ...mentored('mals.mentor', false, 10) }],
  [2, { ...byCrcColleague('LOW'), ...accepted('kmbc'), ...mentored('mals.mentor', true, 40) }],
  [2, { ...byCrcColleague('LOW'), ...accepted('kmbc', 'WITHDRAWN'), ...mentored('mals.mentor', true, 5) }],
  [2, { ...byCrcColleague('LOW'), ...accepted('kmbc'), ...mentored('mals.mentor-2', true) }],
  [2, { ...byNpsColleague('HIGH'), ...accepted('nps', 'WITHDRAWN'), ...mentored('mals.mentor-2', false) }],
  // What MALS tells the offender manager and the council.
  ...feedback('nps'),
  ...feedback('merseyside-crc'),
  [2, { ...byCrcColleague('LOW'), ...consentTo('kmbc') }],
  [2, { ...byCrcColleague('LOW'), ...consentTo('kmbc', [], 'WITHDRAWN') }],
  [2, { ...byCrcColleague('MEDIUM'), ...consentTo('kmbc', [], 'EXPIRED') }],
  // Clients of MALS of whom KIOM knows nothing.
  [5, { nominal: false, policeRecord: false, match: { mentor: 'mals.mentor-3', mayKnowOffence: false } }],
  // Health, and people whom the police do not know.
  [3, { ...byCrcColleague('MEDIUM'), health: 'TREATED' }],
  [2, { ...byCrcColleague('MEDIUM'), health: 'TREATMENT_ENDED' }],
  [2, { ...byCrcColleague('LOW'), policeRecord: false }],
  // Followed across boroughs and forces: by the band, by an offence, by a movement, and by neither any more.
  [2, { ...byNpsColleague('HIGH'), band: 'HIGH' }],
  [2, { ...byCrcColleague('LOW'), ...elsewhere('LIVERPOOL', 'OFFENCE', 40) }],
  [2, { ...byCrcColleague('LOW'), ...elsewhere('LIVERPOOL', 'MOVEMENT', 90) }],
  [2, { ...byCrcColleague('MEDIUM'), ...elsewhere('LIVERPOOL', 'OFFENCE', 500, 'MEDIUM') }],
  [2, { ...byNpsColleague('HIGH'), ...elsewhere('LIVERPOOL', 'MOVEMENT', 420, 'MEDIUM') }],
  [3, { ...byCrcColleague('LOW'), ...elsewhere('GREATER_MANCHESTER', 'OFFENCE', 60) }],
  [2, { ...byNpsColleague('VERY_HIGH'), ...elsewhere('GREATER_MANCHESTER', 'MOVEMENT', 200, 'HIGH') }],
  [2, { ...byCrcColleague('LOW'), ...elsewhere('GREATER_MANCHESTER', 'OFFENCE', 400, 'HIGH') }],
  [2, { ...byCrcColleague('LOW'), ...elsewhere('GREATER_MANCHESTER', 'MOVEMENT', 30), ...left }],
  [
    2,
    { ...byCrcColleague('MEDIUM'), custody: { prison: 'hmp-liverpool' }, ...elsewhere('LIVERPOOL', 'MOVEMENT', 330) },
  ],
  // Prolific by number, short of it by one or by the last year, and by score or by hand without it.
  [2, { ...byCrcColleague('MEDIUM'), ...convicted(22, 5) }],
  [2, { ...byCrcColleague('MEDIUM'), ...convicted(20, 4) }],
  [2, { ...byCrcColleague('LOW'), ...convicted(19, 6) }],
  [2, { ...byCrcColleague('LOW'), ...convicted(24, 3) }],
  [2, { ...byCrcColleague('LOW'), ...convicted(12, 1) }],
  [2, { ...byCrcColleague('LOW'), ...convicted(2, 0, 'HIGH') }],
  [2, { ...byCrcColleague('LOW'), ...convicted(1, 0), cohort: 'ADDED_BY_HAND' }],
  [2, { ...byCrcColleague('LOW'), ...convicted(1, 0), cohort: 'REVIEW_PAST' }],
];

function feedback(organisation: Probation): typeof STATES {
  const managed = organisation === 'nps' ? byNps('HIGH') : byCrc('LOW');
  const byColleague = organisation === 'nps' ? byNpsColleague('HIGH') : byCrcColleague('LOW');
  return [
    [
      2,
      {
        ...managed,
        ...consentTo(organisation, ['LCP_REFLECTION', 'HEALTH', 'MENTOR_NOTES']),
        disclosure: 'RELEASED_FOR_HARM',
      },
    ],
    [2, { ...managed, ...consentTo(organisation), disclosure: 'RELEASED_WITHOUT_HARM' }],
    [2, { ...managed, ...accepted(organisation, 'MISSING'), disclosure: 'HARM_NOT_RELEASED' }],
    [2, { ...managed, ...mentored('mals.mentor-3', false) }],
    [2, { ...byColleague, ...consentTo(organisation, ['LCP_REFLECTION', 'HEALTH']), disclosure: 'RELEASED_FOR_HARM' }],
  ];
}

/** Somebody offered to mentoring who has moved: of the movement MALS is told nothing. */
const OFFERED_AND_MOVED: typeof STATES = [
  [
    1,
    {
      ...byCrcColleague('LOW'),
      ...elsewhere('LIVERPOOL', 'MOVEMENT', 300),
      referral: { from: 'kmbc', stage: 'OFFERED', consent: 'MISSING' },
    },
  ],
];

/** Every invented person of Knowsley, in a fixed order. */
export const INVENTED_PLANS: readonly PersonPlan[] = [
  ...STATES,
  ...PROGRAMME_STATES,
  ...CO_OPTED_STATES,
  ...OFFERED_AND_MOVED,
].flatMap(([count, state]) => Array.from({ length: count }, () => ({ ...member, ...state })));
