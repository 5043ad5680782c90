import 'reflect-metadata';

import fc from 'fast-check';

import { decideHousingRoute, decideWorkRoute, reasonsForProvider, type RouteFacts } from './decide-route';

const clear: RouteFacts = { age: 27, homeless: true, onProbation: false, outstandingProsecutions: false };

// prettier-ignore
const TABLE: readonly (readonly [string, Partial<RouteFacts>, readonly string[], readonly string[]])[] = [
  // who                                        facts                                        housing              work
  ['27 and homeless',                           {},                                          [],                  ['HOMELESS']],
  ['27 and not homeless',                       { homeless: false },                         ['NOT_HOMELESS'],    []],
  ['30 and not homeless',                       { age: 30, homeless: false },                ['NOT_HOMELESS'],    ['AGE']],
  ['17 and homeless',                           { age: 17 },                                 ['AGE'],             ['AGE', 'HOMELESS']],
  ['18 and homeless',                           { age: 18 },                                 [],                  ['HOMELESS']],
  ['35 and homeless',                           { age: 35 },                                 [],                  ['AGE', 'HOMELESS']],
  ['36 and homeless',                           { age: 36 },                                 ['AGE'],             ['AGE', 'HOMELESS']],
  ['28 and not homeless',                       { age: 28, homeless: false },                ['NOT_HOMELESS'],    ['AGE']],
  ['homeless and on probation',                 { onProbation: true },                       ['ON_PROBATION'],    ['HOMELESS']],
  ['not homeless and on probation',             { homeless: false, onProbation: true },      ['NOT_HOMELESS', 'ON_PROBATION'], []],
  ['not homeless, with outstanding prosecutions', { homeless: false, outstandingProsecutions: true }, ['NOT_HOMELESS', 'OUTSTANDING_PROSECUTIONS'], ['OUTSTANDING_PROSECUTIONS']],
  ['homeless, of whom probation states nothing', { onProbation: null },                      ['NOT_STATED'],      ['HOMELESS']],
  ['not homeless, of whom nobody states anything', { homeless: false, onProbation: null, outstandingProsecutions: null }, ['NOT_HOMELESS', 'NOT_STATED'], ['NOT_STATED']],
];

const facts: fc.Arbitrary<RouteFacts> = fc.record({
  age: fc.integer({ min: 0, max: 100 }),
  homeless: fc.boolean(),
  onProbation: fc.option(fc.boolean()),
  outstandingProsecutions: fc.option(fc.boolean()),
});

describe('the housing and work routes', () => {
  it.each(TABLE)('of somebody %s', (_who, change, housing, work) => {
    const of = { ...clear, ...change };
    expect(decideHousingRoute(of)).toEqual({ eligible: housing.length === 0, reasons: housing });
    expect(decideWorkRoute(of)).toEqual({ eligible: work.length === 0, reasons: work });
  });

  it('are open exactly by the rules as they are written', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const { age, homeless, onProbation, outstandingProsecutions } = of;
        const housing =
          18 <= age && age <= 35 && onProbation === false && outstandingProsecutions === false && homeless;
        const work = 18 <= age && age <= 27 && outstandingProsecutions === false && !homeless;
        expect(decideHousingRoute(of).eligible).toBe(housing);
        expect(decideWorkRoute(of).eligible).toBe(work);
        expect(housing && work).toBe(false);
      }),
    );
  });

  it('tell a provider the same, whatever probation and the public prosecutor state', () => {
    fc.assert(
      fc.property(
        facts,
        fc.option(fc.boolean()),
        fc.option(fc.boolean()),
        (of, onProbation, outstandingProsecutions) => {
          const told = reasonsForProvider(decideHousingRoute(of).reasons);
          const other = decideHousingRoute({ ...of, onProbation, outstandingProsecutions });
          expect(reasonsForProvider(other.reasons)).toEqual(told);
        },
      ),
    );
  });
});
