// Pairs of people of whom the one is on record and the other is sought: half of them one person, written with the errors
// of two registers, and half two people who have much in common.
import { landOf } from '../../matching/fixture/splits';
import { familyNameIn, type Identity } from '../../matching/identity';
import { readSoughtPerson } from '../../subgraphs/common/lookup/desk/sought-person';

export interface PairToMeasure {
  readonly kind: string;
  readonly recorded: Identity;
  readonly sought: Identity;
}

/** As a client has it: a whole birth date of an adult, both names, and nothing that reads as another identity. */
function canBeRecorded({ givenName, familyName, birthDate }: Identity): boolean {
  return (
    givenName !== null &&
    familyName !== null &&
    familyNameIn(`${givenName} ${familyName}`, givenName) === familyName &&
    isDay(birthDate) &&
    birthDate < BORN_BEFORE
  );
}
const BORN_BEFORE = '2000';

function isDay(date: string | null): date is string {
  const time = Date.parse(date ?? '');
  return date?.length === 10 && !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** Whom the graph lets somebody ask about: some errors leave a date that is in no calendar. */
function canBeSought(identity: Identity): boolean {
  try {
    readSoughtPerson(identity, new Date().toISOString().slice(0, 10));
    return true;
  } catch {
    return false;
  }
}

type NearMiss = (recorded: Identity, other: Identity) => Identity;

/** What two people may have in common: what is left of the recorded one, beside what is another's. */
const NEAR_MISSES: Readonly<Record<string, NearMiss>> = {
  twin: (recorded, { givenName }) => ({ ...recorded, givenName }),
  namesake: (recorded, { birthDate, birthPlace }) => ({ ...recorded, birthDate, birthPlace }),
  'namesake of the same place': (recorded, { birthDate }) => ({ ...recorded, birthDate }),
  'another family name': (recorded, { familyName }) => ({ ...recorded, familyName }),
  'of the same day and place': (recorded, { givenName, familyName }) => ({ ...recorded, givenName, familyName }),
};

/** So many pairs of a land of split A, and so many others for the register. */
export function pairsToMeasure(land: number, howMany: number, others: number) {
  const invented = landOf('A', land);
  const half = howMany / 2;
  const twice = [
    ...invented.peopleTwice(half * 2, 'PUBLISHED').map((pair) => ({ kind: 'errors as published', ...pair })),
    ...invented.peopleTwice(half * 2, 'ACROSS_BORDERS').map((pair) => ({ kind: 'errors across borders', ...pair })),
  ].filter(({ original, copy }) => canBeRecorded(original) && canBeSought(copy));
  const [published, across] = ['errors as published', 'errors across borders'].map((of) =>
    twice.filter(({ kind }) => kind === of).slice(0, half / 2),
  ) as [typeof twice, typeof twice];
  const matching: readonly PairToMeasure[] = [...published, ...across].map(({ kind, original, copy }) => ({
    kind,
    recorded: original,
    sought: copy,
  }));
  const people = invented.people(4 * (half + others)).filter((person) => canBeRecorded(person) && canBeSought(person));
  const kinds = Object.entries(NEAR_MISSES);
  const nearMisses = Array.from({ length: half }, (_, index): PairToMeasure => {
    const [recorded, other] = people.splice(0, 2);
    const [kind, change] = kinds[index % kinds.length] ?? [];
    if (recorded === undefined || other === undefined || kind === undefined || change === undefined) {
      throw new Error('Too few people are invented.');
    }
    return { kind, recorded, sought: change(recorded, other) };
  });
  return { matching, nearMisses, others: people.slice(0, others) };
}
