// How well comparison in clear alone finds people again, of those candidates whom an owner would compare: no key is asked.
import { type Band, compareIdentities } from '../../matching/comparison/compare-identities';
import { countRegister } from '../../matching/comparison/register-statistics';
import type { KnownPerson, PairQuality } from '../../matching/fixture/measure-pairs';
import type { Identity } from '../../matching/identity';
import { CANDIDATES, searchedBirthDate, searchedNames } from '../../subgraphs/common/lookup/searched-names';
import { type SearchedPerson, TrigramIndex } from './likely-by-trigrams';

export interface MeasuredClear {
  /** What an owner puts before the person who decides: STRONG, PROBABLE and POSSIBLE. */
  readonly clear: PairQuality;
  /** Pairs of records found by likeness and compared in a second, both together. */
  readonly pairsPerSecond: number;
}

/** @param tell what comparison said of records in answer to each question, by their place in the register */
export function measureClear(
  questions: readonly KnownPerson[],
  register: readonly KnownPerson[],
  tell: (told: ReadonlyMap<number, Exclude<Band, 'NONE'>>) => void = () => undefined,
): MeasuredClear {
  const index = new TrigramIndex(register.map(({ identity }) => searched(identity)));
  const statistics = countRegister(register.map(({ identity }) => identity));
  const recordsOf = new Map<string, number>();
  for (const { truth } of register) if (truth !== '') recordsOf.set(truth, (recordsOf.get(truth) ?? 0) + 1);
  let [compared, told, right] = [0, 0, 0];
  const begun = performance.now();
  for (const { identity, truth } of questions) {
    const candidates = index.find(searched(identity), CANDIDATES).flatMap((number) => {
      const found = register[number];
      return found === undefined ? [] : [{ id: number, identity: found.identity }];
    });
    compared += candidates.length;
    const bands = new Map<number, Exclude<Band, 'NONE'>>();
    for (const { id, band } of compareIdentities(identity, candidates, statistics)) {
      if (band === 'NONE') continue;
      bands.set(id, band);
      if (truth !== '' && register[id]?.truth === truth) right += 1;
    }
    told += bands.size;
    tell(bands);
  }
  const seconds = (performance.now() - begun) / 1000;
  const pairs = questions.reduce((sum, { truth }) => sum + (recordsOf.get(truth) ?? 0), 0);
  const [precision, recall] = [right / Math.max(told, 1), right / Math.max(pairs, 1)];
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { clear: { precision, recall, f1 }, pairsPerSecond: seconds === 0 ? 0 : Math.round(compared / seconds) };
}

function searched(identity: Identity): SearchedPerson {
  return { names: searchedNames(identity), birthDate: searchedBirthDate(identity) };
}
