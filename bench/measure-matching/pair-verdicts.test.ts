import { measurePairs } from '../../matching/fixture/measure-pairs';
import { landOf } from '../../matching/fixture/splits';
import { measureClear } from './measure-clear';
import { type BandsOfQuestion, verdictsOf } from './pair-verdicts';

it('tells of each pair of rows of which one of the two steps says anything', () => {
  const keys: readonly BandsOfQuestion[] = [new Map([[4, 'PROBABLE']]), new Map(), new Map([[0, 'POSSIBLE']])];
  const comparison: readonly BandsOfQuestion[] = [
    new Map([
      [4, 'STRONG'],
      [2, 'POSSIBLE'],
    ]),
    new Map(),
    new Map(),
  ];
  expect(verdictsOf(keys, comparison)).toEqual([
    { question: 1, register: 3, blinded: 'NONE', clear: 'POSSIBLE' },
    { question: 1, register: 5, blinded: 'PROBABLE', clear: 'STRONG' },
    { question: 3, register: 1, blinded: 'POSSIBLE', clear: 'NONE' },
  ]);
});

it('tells of as many pairs as the figures count', () => {
  const pairs = landOf('A', 31).peopleTwice(200, 'ACROSS_BORDERS');
  const known = (side: 'original' | 'copy') =>
    pairs.map((pair, index) => ({ identity: pair[side], truth: String(index) }));
  const [keys, comparison]: [BandsOfQuestion[], BandsOfQuestion[]] = [[], []];
  const { blindedProbable } = measurePairs(known('copy'), known('original'), (_, told) => keys.push(told));
  const { clear } = measureClear(known('copy'), known('original'), (told) => comparison.push(told));
  const verdicts = verdictsOf(keys, comparison);
  const right = ({ question, register }: { question: number; register: number }): boolean => question === register;
  const probable = verdicts.filter(({ blinded }) => blinded === 'PROBABLE');
  expect(probable.filter(right).length / pairs.length).toBeCloseTo(blindedProbable.recall);
  expect(probable.filter(right).length / probable.length).toBeCloseTo(blindedProbable.precision);
  const compared = verdicts.filter((verdict) => verdict.clear !== 'NONE');
  expect(compared.filter(right).length / pairs.length).toBeCloseTo(clear.recall);
  expect(compared.filter(right).length / compared.length).toBeCloseTo(clear.precision);
  expect(compared.length).toBeGreaterThan(100);
});
