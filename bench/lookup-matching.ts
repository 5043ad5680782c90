// How well people are found again whose names and dates were written with errors: by match keys (blinding changes nothing
// of which agree), and after comparison in clear of the records that keys agreed with. The errors are those of the FEBRL
// project's generator (matching/fixture/febrl-like-people.ts) and those of two countries (errors-across-borders.ts).
// Every round is another land of split B, which is for these figures alone (matching/fixture/splits.ts).
import type { ErrorModel } from '../matching/fixture/febrl-like-people';
import { type KnownPerson, type MeasuredPairs, measurePairs } from '../matching/fixture/measure-pairs';
import { landOf, SEED } from '../matching/fixture/splits';
import type { Identity } from '../matching/identity';
import { listKnownToTwo } from '../subgraphs/common/loading/known-to-two';
import { atLeast, atMost, type Bench } from './bench';

const ROUNDS = 3;
const PEOPLE = 5000;
const UNKNOWN = 2000;
const LARGE_LAND = 100;
const IN_A_LARGE_REGISTER = 100_000;
const QUESTIONS_TO_A_LARGE_REGISTER = 2000;

export const benchLookupMatching: Bench = async ({ rounds = ROUNDS, say }) => {
  const measured = [];
  for (let round = 1; round <= rounds; round += 1) {
    say(`round ${String(round)} of ${String(rounds)}`);
    measured.push(measureRound(round));
  }
  say('a register of 100,000');
  const large = measureLargeRegister();
  const known = measureKnownToTwo();
  const published = measured.map(({ PUBLISHED }) => PUBLISHED);
  const least = (of: (round: MeasuredPairs) => number): number => Math.min(...published.map(of));
  const most = (of: (round: MeasuredPairs) => number): number => Math.max(...published.map(of));
  return {
    rounds,
    figures: {
      split: 'B',
      seed: SEED,
      people: PEOPLE,
      unknown: UNKNOWN,
      rounds: measured,
      large,
      knownToTwoWithoutPlace: known,
    },
    goals: [
      atLeast(
        'recall of keys, worst round',
        least(({ blinded }) => blinded.recall),
        0.94,
      ),
      atLeast(
        'precision of keys, worst round',
        least(({ blinded }) => blinded.precision),
        0.99,
      ),
      atMost(
        'false hits of keys on unknown people',
        most(({ unknownPeople }) => unknownPeople.blinded),
        0.02,
      ),
      atLeast(
        'F1 of keys and comparison, worst round',
        least(({ clear }) => clear.f1),
        0.975,
      ),
      atLeast(
        'F1 of keys and comparison without possible twins, worst round',
        least(({ clearWithoutTwins }) => clearWithoutTwins.f1),
        0.975,
      ),
      atMost(
        'false hits after comparison on unknown people',
        most(({ unknownPeople }) => unknownPeople.clear),
        0.02,
      ),
      atMost(
        'PROBABLE false hits of keys on unknown people, 100,000 indexed',
        large.unknownPeople.blindedProbable,
        0.02,
      ),
    ],
  };
};

function measureRound(round: number) {
  const measure = (errors: ErrorModel): MeasuredPairs => {
    const land = landOf('B', round);
    const pairs = land.peopleTwice(PEOPLE, errors);
    return measureTwice(
      pairs.map(({ original }) => original),
      pairs.map(({ copy }) => copy),
      land.people(UNKNOWN),
    );
  };
  return {
    PUBLISHED: measure('PUBLISHED'),
    DOCUMENTED: measure('DOCUMENTED'),
    ACROSS_BORDERS: measure('ACROSS_BORDERS'),
  };
}

function measureLargeRegister(): MeasuredPairs {
  const land = landOf('B', LARGE_LAND);
  const pairs = land.peopleTwice(QUESTIONS_TO_A_LARGE_REGISTER, 'PUBLISHED');
  return measureTwice(
    [...pairs.map(({ original }) => original), ...land.people(IN_A_LARGE_REGISTER - pairs.length)],
    pairs.map(({ copy }) => copy),
    land.people(UNKNOWN),
  );
}

/** The pairs of the development population (docs/population.md), made by somebody else's rules, and of no known place. */
function measureKnownToTwo(): MeasuredPairs {
  const people = { 'knowsley-iom': 30_000, 'safety-house': 30_000, eri: 30_000 };
  const pairs = [...listKnownToTwo('1', '2026-01-01', people)].slice(0, PEOPLE);
  const written = (side: 0 | 1) =>
    pairs.map(({ people: both }): Identity => {
      const { givenName = null, familyName = null, birthDate = null } = both[side] ?? {};
      return { givenName, familyName, birthDate, birthPlace: null, aliases: [] };
    });
  return measureTwice(written(0), written(1), []);
}

/** The people of the questions are the first of the register, in the same order; strangers are not in it. */
function measureTwice(
  register: readonly Identity[],
  questions: readonly Identity[],
  strangers: readonly Identity[],
): MeasuredPairs {
  const numbered = (identities: readonly Identity[]) =>
    identities.map((identity, number): KnownPerson => ({ identity, truth: String(number) }));
  const indexed = numbered(register);
  const found = measurePairs(numbered(questions), indexed);
  const { unknownPeople } = measurePairs(
    strangers.map((identity) => ({ identity, truth: '' })),
    indexed,
  );
  return rounded({ ...found, unknownPeople });
}

/** Every number in it to four places. */
function rounded<Figures>(figures: Figures): Figures {
  return JSON.parse(
    JSON.stringify(figures, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value,
    ),
  ) as Figures;
}
