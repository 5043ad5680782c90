// Whom another borough or force may follow: the predicates as the owner's database answers them.
import fc from 'fast-check';

import { monthsAfter } from '../../subgraphs/common/calendar/calendar-dates';
import type { PredicateQuestions } from './evaluate-predicates';
import { evaluatePredicates } from './run-predicates';

type Row = PredicateQuestions['rows'][number];
type Ask = PredicateQuestions['asks'][number];

const TODAY = '2024-02-29';

const offence = (subject_id: string, area: string, offence_date: string): Row => ({
  table: 'offence',
  values: { subject_id, area, offence_date },
});
const movement = (subject_id: string, from_area: string, to_area: string, moved_on: string): Row => ({
  table: 'movement',
  values: { subject_id, from_area, to_area, moved_on },
});
const score = (subject_id: string, band: string | null, as_at: string): Row => ({
  table: 'corvus_score',
  values: { subject_id, band, as_at, scheme_area: 'Knowsley' },
});
const membership = (subject_id: string, change: Readonly<Record<string, string | null>> = {}): Row => ({
  table: 'cohort_membership',
  values: {
    subject_id,
    status: 'ADDED_BY_HAND',
    inclusion_reason: 'A reason',
    member_from: '2024-02-01',
    member_until: null,
    review_due: '2024-04-30',
    ...change,
  },
});

const AREAS: Readonly<Record<string, Pick<Ask, 'organisation' | 'area'>>> = {
  liverpool: { organisation: 'liverpool-iom', area: 'Liverpool' },
  'other letters': { organisation: 'liverpool-iom', area: ' LIVERPOOL ' },
  probation: { organisation: 'nps-liverpool', area: 'Liverpool' },
  manchester: { organisation: 'gmp', area: 'Greater Manchester' },
  unknown: { organisation: 'liverpool-iom', area: 'Atlantis' },
  unstated: { organisation: 'liverpool-iom' },
  empty: { organisation: 'liverpool-iom', area: '' },
  'of another organisation': { organisation: 'gmp', area: 'Liverpool' },
  'of the discloser itself': { organisation: 'liverpool-iom', area: 'Knowsley' },
  'written as SQL': { organisation: 'liverpool-iom', area: "x') or true --" },
};
const BANDS = ['LOW', 'MEDIUM', 'HIGH', 'HIGHEST'] as const;

const ROWS: readonly Row[] = [
  offence('today', 'LIVERPOOL', TODAY),
  offence('a-year-ago-tomorrow', 'LIVERPOOL', '2023-03-01'),
  offence('a-year-ago', 'LIVERPOOL', '2023-02-28'),
  offence('tomorrow', 'LIVERPOOL', '2024-03-01'),
  offence('in-knowsley', 'KNOWSLEY', '2024-01-15'),
  offence('in-manchester', 'GREATER_MANCHESTER', '2024-01-15'),
  movement('came', 'KNOWSLEY', 'LIVERPOOL', '2024-01-15'),
  movement('left', 'LIVERPOOL', 'KNOWSLEY', '2024-01-15'),
  { table: 'arrest', values: { subject_id: 'arrested', arrest_date: '2024-01-15' } },
  score('high-now', 'LOW', '2023-06'),
  score('high-now', 'HIGH', '2024-01'),
  score('medium-now', 'HIGH', '2023-06'),
  score('medium-now', 'MEDIUM', '2024-01'),
  score('no-band-now', 'HIGH', '2023-06'),
  score('no-band-now', null, '2024-01'),
  score('high-to-come', 'LOW', '2023-06'),
  score('high-to-come', 'HIGH', '2024-03'),
  membership('by-hand'),
  membership('due-today', { review_due: TODAY }),
  membership('due-yesterday', { review_due: '2024-02-28' }),
  membership('due-too-late', { review_due: '2024-05-15' }),
  membership('no-reason', { inclusion_reason: null }),
  membership('left-again', { member_until: '2024-02-10' }),
  membership('by-score', { status: 'MEMBER' }),
];

const DAYS = fc
  .integer({ min: 0, max: 2200 })
  .map((after) => new Date(Date.UTC(2019, 6, 1 + after)).toISOString().slice(0, 10));
/** Days on which something happened and on which it is asked for, with the ends of months and leap days among them. */
const CASES = [
  ...fc.sample(fc.record({ on: DAYS, today: DAYS, months: fc.constantFrom(1, 3, 12, 60) }), { numRuns: 300, seed: 7 }),
  ...['2024-02-29', '2023-02-28', '2024-03-31', '2024-08-31'].flatMap((today) =>
    [1, 6, 12].flatMap((months) =>
      [-1, 0, 1].map((days) => ({
        today,
        months,
        on: new Date(Date.parse(monthsAfter(today, -months)) + days * 86_400_000).toISOString().slice(0, 10),
      })),
    ),
  ),
];

let held: ReadonlyMap<string, ReadonlySet<string>>;
let inWindow: readonly boolean[];
beforeAll(async () => {
  const named: readonly (readonly [string, Ask])[] = [
    ...Object.entries(AREAS).map(
      ([name, asks]) => [`area ${name}`, { call: 'recorded_in_area(12)', today: TODAY, ...asks }] as const,
    ),
    ...BANDS.map(
      (band) =>
        [
          `band ${band}`,
          { call: `band_at_least('${band}')`, organisation: 'gmp', area: 'Greater Manchester', today: TODAY },
        ] as const,
    ),
    ['by hand', { call: 'manual_inclusion_valid()', organisation: 'gmp', today: TODAY }],
  ];
  const answers = await evaluatePredicates({ rows: ROWS, asks: named.map(([, asks]) => asks) });
  held = new Map(named.map(([name], index) => [name, new Set(answers[index])]));
  const windows = await evaluatePredicates({
    rows: CASES.map(({ on }, index) => movement(`person-${String(index)}`, 'KNOWSLEY', 'LIVERPOOL', on)),
    asks: CASES.map(({ today, months }) => ({
      call: `recorded_in_area(${String(months)})`,
      organisation: 'liverpool-iom',
      area: 'Liverpool',
      today,
    })),
  });
  inWindow = CASES.map((_, index) => windows[index]?.includes(`person-${String(index)}`) ?? false);
}, 120_000);

const holding = (name: string): readonly string[] => [...(held.get(name) ?? [])].sort();

describe('recordedInArea', () => {
  it('holds for an offence there, or a movement to it, in twelve months; not for leaving it, nor for an arrest', () => {
    expect(holding('area liverpool')).toEqual(['a-year-ago-tomorrow', 'came', 'today']);
    expect(holding('area manchester')).toEqual(['in-manchester']);
  });

  it('takes an area in other letters, and for another organisation of the same area, as the same', () => {
    expect(holding('area other letters')).toEqual(holding('area liverpool'));
    expect(holding('area probation')).toEqual(holding('area liverpool'));
  });

  it.each(['unknown', 'unstated', 'empty', 'of another organisation', 'of the discloser itself', 'written as SQL'])(
    'holds for nobody where the area is %s',
    (area) => {
      expect(holding(`area ${area}`)).toEqual([]);
    },
  );

  it('counts months as the plain calendar does, over leap days and ends of months', () => {
    const expected = CASES.map(({ on, today, months }) => on > monthsAfter(today, -months) && on <= today);
    expect(inWindow).toEqual(expected);
    expect(new Set(expected)).toEqual(new Set([true, false]));
  });
});

describe('bandAtLeast', () => {
  it('goes by the latest score: without a band, or of a month to come, it is none', () => {
    expect(holding('band HIGH')).toEqual(['high-now']);
    expect(holding('band MEDIUM')).toEqual(['high-now', 'medium-now']);
    expect(holding('band LOW')).toEqual(['high-now', 'high-to-come', 'medium-now']);
  });

  it('holds for nobody with a word that is no band', () => {
    expect(holding('band HIGHEST')).toEqual([]);
  });
});

describe('manualInclusionValid', () => {
  it('holds for whoever was added by hand, with a reason, and with a review to come within 90 days of it', () => {
    expect(holding('by hand')).toEqual(['by-hand', 'due-today']);
  });
});
