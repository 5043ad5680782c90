import 'reflect-metadata';

import fc from 'fast-check';

import { publishedRecords } from '../population/published-records';
import { rateTarget } from './rate-target';
import type { Target } from './target';

const rated = (target: number | null, achieved: number | null, rag: Target['rag'] = null) =>
  rateTarget({ target, achieved, rag });

// prettier-ignore
const TABLE: readonly (readonly [string, number, number, string])[] = [
  ['reached is green',              40, 40, 'GREEN'],
  ['more than reached is green',    40, 41, 'GREEN'],
  ['one short of it is amber',      40, 39, 'AMBER'],
  ['half of it is amber',           40, 20, 'AMBER'],
  ['less than half is red',         40, 19, 'RED'],
  ['half of an odd number is more', 41, 20, 'RED'],
  ['nothing of something is red',   1,  0,  'RED'],
  ['nothing to be reached is green', 0, 0,  'GREEN'],
];

describe('the proposed rating of a target', () => {
  it.each(TABLE)('%s', (_title, target, achieved, value) => {
    expect(rated(target, achieved)).toEqual({ value, reason: null, contradiction: null });
  });

  it('is computed only where target and achieved number are both there', () => {
    expect(rated(null, 8)).toEqual({ value: null, reason: 'The source states no target.', contradiction: null });
    expect(rated(250, null).reason).toBe('The source states no achieved number.');
    expect(rated(null, null, 'AMBER')).toEqual({
      value: null,
      reason: 'The source states no target and no achieved number.',
      contradiction: null,
    });
  });

  it('does not heed the printed rating, and keeps what contradicts', () => {
    const rag = fc.constantFrom('RED' as const, 'AMBER' as const, 'GREEN' as const, null);
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), rag, (target, achieved, printed) => {
        const { value, contradiction } = rated(target, achieved, printed);
        expect(value).toBe(rated(target, achieved).value);
        expect(contradiction).toBe(printed === null || printed === value ? null : `The source prints ${printed}.`);
      }),
    );
  });

  it('stands beside what the reports print, and differs where it does', () => {
    const targets = [...publishedRecords()].find(({ table }) => table.name === 'Target')?.rows as readonly Target[];
    const told = targets
      .map((target) => [target.indicator, target.source, target.rag, rateTarget(target)] as const)
      .filter(([, , printed, { value }]) => printed !== null && value !== null)
      .map(([indicator, , printed, { value, contradiction }]) => [indicator, printed, value, contradiction !== null]);
    expect(told).toEqual([
      ['Action Learning Sets (min 16 at each)', 'GREEN', 'AMBER', true],
      ['ALS reports in 3 languages', 'GREEN', 'AMBER', true],
      ['Life Change Programme guide EN/IT/NL', 'GREEN', 'GREEN', false],
      ['End of project LCP best-practice training guide', 'AMBER', 'RED', true],
      ['End of project conference attendees', 'AMBER', 'RED', true],
      ['Mentoring sessions', 'GREEN', 'AMBER', true],
      ['Life Change Programmes delivered', 'GREEN', 'AMBER', true],
      ['Offenders mentored', 'GREEN', 'AMBER', true],
      ['Hours of volunteer mentoring training', 'GREEN', 'AMBER', true],
      ['Installation of case management system', 'GREEN', 'GREEN', false],
    ]);
  });
});
