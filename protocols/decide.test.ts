import fc from 'fast-check';

import { CATEGORIES, type DataCategory, type Level, LEVELS } from '../schema/categories';
import type { Controller } from '../schema/organisations';
import type { FieldDisclosure } from '../schema/permission-map';
import type { RequesterRight } from '../schema/requester';
import { covers, createDecider, decide, purposesOf } from './decide';
import { protocolSet } from './load-protocols';
import type { Clause, Permission, Protocol } from './protocol';

const NOW = new Date('2026-06-15T12:00:00Z');
const NOTHING = { en: '-', nl: '-', it: '-' };
const OFFICER: RequesterRight = {
  organisation: 'merseyside-police',
  role: 'officer',
  purpose: 'IOM_CASE_MANAGEMENT',
  jurisdiction: 'UK',
};

function aClause(changes: Partial<Clause> = {}): Clause {
  return {
    id: 'c1',
    text: NOTHING,
    recipients: [{ organisation: 'merseyside-police', role: 'officer' }],
    disclosers: ['kiom'],
    purposes: ['IOM_CASE_MANAGEMENT'],
    permits: [{ category: 'OFFENCE', level: 'FULL' }],
    when: [],
    ...changes,
  };
}

function aProtocol(changes: Partial<Protocol> = {}): Protocol {
  return {
    id: 'TEST',
    version: '1.0.0',
    status: 'signed',
    jurisdictions: ['UK'],
    title: NOTHING,
    text: NOTHING,
    disclosers: ['kiom'],
    signatories: ['merseyside-police'],
    purposes: ['IOM_CASE_MANAGEMENT'],
    legalBasis: { stated: '-', proposed: [] },
    inForce: { from: '2015-01-01' },
    reviewCompulsory: false,
    clauses: [aClause()],
    residual: { id: 'residual', text: NOTHING },
    obligations: [],
    grounds: [],
    file: 'test.yaml',
    ...changes,
  };
}

function aField(changes: Partial<FieldDisclosure> = {}): FieldDisclosure {
  return { coordinate: 'Offence.code', category: 'OFFENCE', level: 'BAND', controller: 'kiom', ...changes };
}

function decided(protocols: readonly Protocol[], field = aField(), requester = OFFICER, now = NOW): string {
  const decision = decide(protocolSet(protocols), requester, field, now);
  switch (decision.kind) {
    case 'permit':
      return `permit by ${decision.clause.protocol}/${decision.clause.clause}`;
    case 'permit when':
      return `permit when ${decision.alternatives
        .map(({ predicates }) => predicates.map(({ name }) => name).join(' and '))
        .join(' or ')}`;
    case 'deny':
      return `deny by ${decision.clause.protocol}/${decision.clause.clause} (${decision.reason})`;
  }
}

const inCohort = { name: 'subjectInCohort', arguments: {} };
const ownCaseload = { name: 'ownCaseload', arguments: {} };

describe('one decision', () => {
  test.each<[what: string, protocols: readonly Protocol[], field: Partial<FieldDisclosure>, decision: string]>([
    ['permits what a clause names', [aProtocol()], {}, 'permit by TEST/c1'],
    ['permits below the level', [aProtocol()], { level: 'FLAG' }, 'permit by TEST/c1'],
    [
      'denies above the level',
      [aProtocol({ clauses: [aClause({ permits: [{ category: 'OFFENCE', level: 'FLAG' }] })] })],
      { level: 'BAND' },
      'deny by TEST/residual (NOT_PERMITTED)',
    ],
    ['denies another category', [aProtocol()], { category: 'HEALTH' }, 'deny by TEST/residual (NOT_PERMITTED)'],
    [
      'cites what speaks of the recipient where the controller discloses nothing',
      [aProtocol()],
      { controller: 'mals' },
      'deny by TEST/residual (NO_PROTOCOL)',
    ],
    ['denies where nothing speaks', [], {}, 'deny by DEFAULT-DENY/absence (NO_PROTOCOL)'],
    ['opens governance to everybody', [], { category: 'GOVERNANCE' }, 'permit by GOVERNANCE/open'],
    [
      'demands the predicates of a clause together',
      [aProtocol({ clauses: [aClause({ when: [inCohort, ownCaseload] })] })],
      {},
      'permit when subjectInCohort and ownCaseload',
    ],
    [
      'takes clauses as alternatives, equal ones once',
      [
        aProtocol({
          clauses: [
            aClause({ id: 'a', when: [inCohort, ownCaseload] }),
            aClause({ id: 'b', when: [ownCaseload, inCohort] }),
            aClause({ id: 'c', when: [inCohort] }),
          ],
        }),
      ],
      {},
      'permit when subjectInCohort and ownCaseload or subjectInCohort',
    ],
    [
      'asks nothing of the record where one clause asks nothing',
      [aProtocol({ clauses: [aClause({ id: 'a', when: [inCohort] }), aClause({ id: 'b' })] })],
      {},
      'permit by TEST/b',
    ],
    [
      'reaches a named facet',
      [aProtocol({ clauses: [aClause({ permits: [{ category: 'OFFENCE', level: 'FULL', facets: ['RECORD'] }] })] })],
      { facet: 'RECORD' },
      'permit by TEST/c1',
    ],
    [
      'does not reach another facet',
      [aProtocol({ clauses: [aClause({ permits: [{ category: 'OFFENCE', level: 'FULL', facets: ['RECORD'] }] })] })],
      { facet: 'ELIGIBILITY' },
      'deny by TEST/residual (NOT_PERMITTED)',
    ],
    [
      'does not reach a field without a facet by a permission for facets',
      [aProtocol({ clauses: [aClause({ permits: [{ category: 'OFFENCE', level: 'FULL', facets: ['RECORD'] }] })] })],
      {},
      'deny by TEST/residual (NOT_PERMITTED)',
    ],
    [
      'permits nothing by an empty list of recipients',
      [aProtocol({ clauses: [aClause({ recipients: [] })] })],
      {},
      'deny by DEFAULT-DENY/absence (NO_PROTOCOL)',
    ],
  ])('%s', (_what, protocols, field, expected) => {
    expect(decided(protocols, aField(field))).toBe(expected);
  });

  test.each<[what: string, requester: Partial<RequesterRight>]>([
    ['another organisation', { organisation: 'politie-haaglanden' }],
    ['another role', { role: 'commissioner' }],
    ['another purpose', { purpose: 'CROSS_BORDER_CASE' }],
  ])('says nothing to %s', (_what, changes) => {
    expect(decided([aProtocol()], aField(), { ...OFFICER, ...changes })).toBe(
      'deny by DEFAULT-DENY/absence (NO_PROTOCOL)',
    );
  });
});

describe('time', () => {
  const limited = aProtocol({
    inForce: { from: '2026-06-01', until: '2026-07-01' },
    reviewDue: '2026-06-20',
    reviewCompulsory: true,
  });

  test.each<[instant: string, kind: string, changesAt: string | undefined]>([
    ['2026-05-31T23:59:59Z', 'deny', '2026-06-01T00:00:00.000Z'],
    ['2026-06-01T00:00:00Z', 'permit', '2026-06-21T00:00:00.000Z'],
    ['2026-06-20T23:59:59Z', 'permit', '2026-06-21T00:00:00.000Z'],
    ['2026-06-21T00:00:00Z', 'deny', undefined],
    ['2026-07-02T00:00:00Z', 'deny', undefined],
  ])('at %s a protocol of June with a compulsory review answers %s', (instant, kind, changesAt) => {
    const decision = decide(protocolSet([limited]), OFFICER, aField(), new Date(instant));
    expect(decision.kind).toBe(kind);
    expect(decision.changesAt?.toISOString()).toBe(changesAt);
  });

  test('a review that is not compulsory ends nothing', () => {
    expect(decided([aProtocol({ reviewDue: '2020-01-01' })])).toBe('permit by TEST/c1');
  });

  test('a remembered decision is taken again at the moment at which it may change', () => {
    const decider = createDecider(protocolSet([limited]));
    const first = decider(OFFICER, aField(), new Date('2026-06-05T00:00:00Z'));
    expect(first.kind).toBe('permit');
    expect(decider(OFFICER, aField(), new Date('2026-06-06T00:00:00Z'))).toBe(first);
    expect(decider(OFFICER, aField(), new Date('2026-06-21T00:00:00Z')).kind).toBe('deny');
    expect(decider(OFFICER, aField(), new Date('2026-05-01T00:00:00Z')).kind).toBe('deny');
  });

  test('a remembered decision serves its own organisation, role, purpose and coordinate alone', () => {
    const right: RequesterRight = { ...OFFICER, organisation: 'mals', role: 'manager' };
    const recipients = [{ organisation: 'mals', role: 'manager' }] as const;
    const decider = createDecider(protocolSet([aProtocol({ clauses: [aClause({ recipients })] })]));
    expect(decider(right, aField(), NOW).kind).toBe('permit');
    expect(decider({ ...right, role: 'mentor' }, aField(), NOW).kind).toBe('deny');
    expect(decider({ ...right, purpose: 'OWN_CASE_WORK' }, aField(), NOW).kind).toBe('deny');
    expect(decider(OFFICER, aField(), NOW).kind).toBe('deny');
    expect(decider(right, aField({ coordinate: 'A.health', category: 'HEALTH' }), NOW).kind).toBe('deny');
  });

  test('a decider that is full still decides alike', () => {
    const decider = createDecider(protocolSet([aProtocol()]), 2);
    for (const coordinate of ['A.a', 'A.b', 'A.c', 'A.a']) {
      expect(decider(OFFICER, aField({ coordinate }), NOW).kind).toBe('permit');
    }
  });

  test('a purpose is offered only while a clause for it is in force', () => {
    const set = protocolSet([limited]);
    expect(purposesOf(set, 'merseyside-police', 'officer', NOW)).toEqual(['IOM_CASE_MANAGEMENT']);
    expect(purposesOf(set, 'merseyside-police', 'officer', new Date('2027-01-01'))).toEqual([]);
    expect(purposesOf(set, 'kmbc', 'iom-coordinator', NOW)).toEqual([]);
  });
});

describe('whatever is written', () => {
  const categories = Object.keys(CATEGORIES).filter((category) => category !== 'GOVERNANCE') as DataCategory[];
  const permission = fc.constantFrom(...categories).chain((category): fc.Arbitrary<Permission> => {
    const facets = CATEGORIES[category] as readonly string[];
    const level = fc.constantFrom<Level>(...LEVELS);
    const whole = level.map((known) => ({ category, level: known }));
    if (facets.length === 0) return whole;
    const narrowed = fc
      .tuple(level, fc.subarray([...facets]))
      .map(([known, chosen]) => ({ category, level: known, facets: chosen }));
    return fc.oneof(whole, narrowed);
  });
  const field = fc.constantFrom(...categories).chain((category) => {
    const facets = [undefined, ...(CATEGORIES[category] as readonly string[])];
    return fc
      .tuple(fc.constantFrom<Level>(...LEVELS), fc.constantFrom(...facets), fc.constantFrom<Controller>('kiom', 'mals'))
      .map(([level, facet, controller]): FieldDisclosure => ({
        ...aField({ category, level, controller, coordinate: `T.${category}_${level}_${facet ?? ''}_${controller}` }),
        ...(facet === undefined ? {} : { facet }),
      }));
  });
  const clause = fc
    .tuple(
      fc.array(permission, { maxLength: 4 }),
      fc.subarray([inCohort, ownCaseload]),
      fc.constantFrom('kiom', 'mals'),
    )
    .map(([permits, when, controller]) => aClause({ permits, when, disclosers: [controller as Controller] }));
  const clauses = fc
    .array(clause, { maxLength: 5 })
    .map((written) => written.map((each, index) => ({ ...each, id: `c${index}` })));
  const rank = { deny: 0, 'permit when': 1, permit: 2 };
  const strength = (protocols: readonly Protocol[], asked: FieldDisclosure): number =>
    rank[decide(protocolSet(protocols), OFFICER, asked, NOW).kind];

  test('adding a clause never takes a permission away', () => {
    fc.assert(
      fc.property(clauses, clause, field, (written, added, asked) => {
        const before = strength([aProtocol({ clauses: written })], asked);
        const after = strength([aProtocol({ clauses: [...written, { ...added, id: 'added' }] })], asked);
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test('widening a level never reaches another facet or category', () => {
    fc.assert(
      fc.property(permission, field, (written, asked) => {
        const widened = { ...written, level: 'FULL' as const };
        if (covers(widened, asked) && !covers(written, asked)) {
          expect(asked.category).toBe(written.category);
          expect(written.facets === undefined || written.facets.includes(asked.facet ?? '')).toBe(true);
        }
      }),
    );
  });

  test('naming facets only narrows', () => {
    fc.assert(
      fc.property(permission, field, (written, asked) => {
        if (covers(written, asked))
          expect(covers({ category: written.category, level: written.level }, asked)).toBe(true);
      }),
    );
  });

  test('an empty list permits nothing', () => {
    fc.assert(
      fc.property(field, permission, (asked, { category, level }) => {
        expect(strength([aProtocol({ clauses: [aClause({ permits: [] })] })], asked)).toBe(0);
        expect(strength([aProtocol({ clauses: [] })], asked)).toBe(0);
        expect(covers({ category, level, facets: [] }, asked)).toBe(false);
      }),
    );
  });

  test('a protocol for another purpose, recipient or day adds nothing', () => {
    fc.assert(
      fc.property(clauses, clauses, field, (written, foreign, asked) => {
        const own = aProtocol({ clauses: written });
        const others = [
          aProtocol({ id: 'B', clauses: foreign.map((each) => ({ ...each, purposes: ['CASE_CONFERENCE' as const] })) }),
          aProtocol({ id: 'C', clauses: foreign.map((each) => ({ ...each, recipients: [] })) }),
          aProtocol({ id: 'D', clauses: foreign, inForce: { from: '2030-01-01' } }),
        ];
        expect(strength([own, ...others], asked)).toBe(strength([own], asked));
      }),
    );
  });

  test('a clause of one protocol never permits a field of another protocol’s discloser', () => {
    fc.assert(
      fc.property(clauses, field, (written, asked) => {
        const fromMals = written.map((each) => ({ ...each, disclosers: ['mals' as const] }));
        if (asked.controller === 'kiom') expect(strength([aProtocol({ clauses: fromMals })], asked)).toBe(0);
      }),
    );
  });
});
