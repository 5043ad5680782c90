// How well people are found again whose names and dates were written with errors: by match keys in clear (blinding
// changes nothing of which agree) and after comparison in clear. The errors are those of the FEBRL project's generator
// (matching/fixture/febrl-like-people.ts). Every round is another land with other names and people.
import { type ErrorRates, inventLand } from '../matching/fixture/febrl-like-people';
import { measureComparison, measureKeys } from '../matching/fixture/measure-matching';
import { createSynthetic } from '../subgraphs/common/loading/synthetic';
import { listKnownToTwo } from '../subgraphs/common/loading/known-to-two';
import { atLeast, atMost, type Bench } from './bench';

const ROUNDS = 3;
const PEOPLE = 5000;
const UNKNOWN = 2000;
/** Of them so many are compared in clear too: finding candidates without a database is slow. */
const COMPARED = 2000;
const UNKNOWN_COMPARED = 500;
const IN_A_LARGE_REGISTER = 100_000;
const QUESTIONS_TO_A_LARGE_REGISTER = 2000;

export const benchLookupMatching: Bench = async ({ rounds = ROUNDS, say }) => {
  const measured = [];
  for (let round = 1; round <= rounds; round += 1) {
    say(`round ${String(round)} of ${String(rounds)}`);
    measured.push(measureRound(`bench ${String(round)}`));
  }
  say('a register of 100,000');
  const large = measureLargeRegister();
  const known = measureKnownToTwo();
  const worst = (values: readonly number[], choose: (...values: number[]) => number): number => choose(...values);
  const published = measured.map(({ PUBLISHED }) => PUBLISHED);
  return {
    rounds,
    figures: { people: PEOPLE, unknown: UNKNOWN, rounds: measured, large, knownToTwoWithoutPlace: known },
    goals: [
      atLeast(
        'recall of keys, worst round',
        worst(
          published.map(({ keys }) => keys.anyKey.recall),
          Math.min,
        ),
        0.94,
      ),
      atLeast(
        'precision of keys, worst round',
        worst(
          published.map(({ keys }) => keys.anyKey.precision),
          Math.min,
        ),
        0.99,
      ),
      atMost(
        'false hits of keys on unknown people',
        worst(
          published.map(({ unknown }) => unknown.keys),
          Math.max,
        ),
        0.02,
      ),
      atLeast(
        'F1 after comparison, worst round',
        worst(
          published.map(({ compared }) => compared.f1),
          Math.min,
        ),
        0.975,
      ),
      atMost(
        'false hits after comparison on unknown people',
        worst(
          published.map(({ unknown }) => unknown.compared),
          Math.max,
        ),
        0.02,
      ),
      atMost('PROBABLE false hits of keys on unknown people, 100,000 indexed', large.unknown.probable, 0.02),
    ],
  };
};

function measureRound(seed: string) {
  const measure = (rates: ErrorRates) => {
    const land = inventLand(createSynthetic(seed, 'lookup', rates));
    const pairs = land.peopleTwice(PEOPLE, rates);
    const records = pairs.map(({ original }) => original);
    const questions = pairs.map(({ copy }) => copy);
    const truth = pairs.map((_, number) => number);
    const strangers = land.people(UNKNOWN);
    const nobody = strangers.map(() => undefined);
    return rounded({
      keys: measureKeys(records, questions, truth),
      compared: measureComparison(records, questions.slice(0, COMPARED), truth.slice(0, COMPARED)),
      unknown: {
        keys: measureKeys(records, strangers, nobody).anyKey.falseHits,
        compared: measureComparison(records, strangers.slice(0, UNKNOWN_COMPARED), nobody.slice(0, UNKNOWN_COMPARED))
          .falseHits,
      },
    });
  };
  return { PUBLISHED: measure('PUBLISHED'), DOCUMENTED: measure('DOCUMENTED') };
}

function measureLargeRegister() {
  const land = inventLand(createSynthetic('bench', 'lookup', 'large'));
  const pairs = land.peopleTwice(QUESTIONS_TO_A_LARGE_REGISTER, 'PUBLISHED');
  const records = [...pairs.map(({ original }) => original), ...land.people(IN_A_LARGE_REGISTER - pairs.length)];
  const strangers = land.people(UNKNOWN);
  const unknown = measureKeys(
    records,
    strangers,
    strangers.map(() => undefined),
  );
  return rounded({
    ...measureKeys(
      records,
      pairs.map(({ copy }) => copy),
      pairs.map((_, number) => number),
    ),
    unknown: { anyKey: unknown.anyKey.falseHits, probable: unknown.probable.falseHits },
  });
}

/** The pairs of the development population (docs/population.md), made by somebody else's rules, and of no known place. */
function measureKnownToTwo() {
  const people = { 'knowsley-iom': 30_000, 'safety-house': 30_000, eri: 30_000 };
  const pairs = [...listKnownToTwo('1', '2026-01-01', people)].slice(0, PEOPLE);
  const written = (side: 0 | 1) =>
    pairs.map(({ people: both }) => {
      const { givenName = null, familyName = null, birthDate = null } = both[side] ?? {};
      return { givenName, familyName, birthDate, birthPlace: null, aliases: [] };
    });
  const truth = pairs.map((_, number) => number);
  return rounded({
    keys: measureKeys(written(0), written(1), truth),
    compared: measureComparison(written(0), written(1).slice(0, COMPARED), truth.slice(0, COMPARED)),
  });
}

/** Every number in it to four places. */
function rounded<Figures>(figures: Figures): Figures {
  return JSON.parse(
    JSON.stringify(figures, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value,
    ),
  ) as Figures;
}
