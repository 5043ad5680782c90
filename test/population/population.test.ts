// DOMAIN and issue: whoever looks at the invented people finds every kind of them. Seeds and days differ here, so that
// it is no accident of one: each of CI's two runs looks at one, and `npm run test:long -- population` at both.
import { ofThisRun } from '../hub/one-of-two-runs';
import { runProgram } from '../hub/run-program';

interface Printed {
  readonly people: Readonly<Record<string, number>>;
  readonly missing: readonly string[];
}

const SEEDS = [
  ['1', '2026-03-01'],
  ['2', '2028-02-29'],
] as const;

describe.each(ofThisRun(SEEDS))('the people of seed %s, told from %s', (seed, anchor) => {
  let survey: Printed;
  beforeAll(async () => {
    const { output, errors } = await runProgram('test/population/print-survey', {}, [seed, anchor], 280_000);
    try {
      survey = JSON.parse(output) as Printed;
    } catch {
      throw new Error(errors);
    }
  }, 300_000);

  it('are as many as a hub has that was asked for no other number', () => {
    expect(survey.people).toEqual({ 'knowsley-iom': 2000, 'safety-house': 1000, eri: 300, exchange: 0 });
  });

  it(
    'have every code of a vocabulary, every predicate both ways for twenty, for every persona somebody to see and ' +
      'somebody hidden and a list to read, and every silent category',
    () => {
      expect(survey.missing).toEqual([]);
    },
  );
});

describe('loading them', () => {
  interface Tried {
    readonly failure: string;
    readonly afterInterruption: { readonly people: number; readonly marks: number };
    readonly afterwards: { readonly people: number; readonly marks: number };
    readonly told: readonly string[];
  }
  let tried: Tried;
  beforeAll(async () => {
    tried = JSON.parse((await runProgram('test/population/try-loading', {}, [], 120_000)).output) as Tried;
  }, 130_000);

  it('leaves an empty, unmarked database when it is interrupted, which the next start fills', () => {
    expect(tried.failure).toBe('interrupted');
    expect(tried.afterInterruption).toEqual({ people: 0, marks: 0 });
    expect(tried.afterwards).toEqual({ people: 700, marks: 1 });
  });

  it('tells how far it is', () => {
    expect(tried.told).toContain('700 of 700 people');
  });
});
