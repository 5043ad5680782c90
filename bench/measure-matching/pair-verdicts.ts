import type { Band } from '../../matching/comparison/compare-identities';

/** What is told of a row of the questions and one of the register. The first row below the heading is 1. */
export interface PairVerdict {
  readonly question: number;
  readonly register: number;
  /** What the keys say: a lookup answers with PROBABLE alone. */
  readonly blinded: Band;
  /** What comparison says, where the owner compares the two: NONE is not put before the person who decides. */
  readonly clear: Band;
}

/** What is told in answer to one question, by place in the register. */
export type BandsOfQuestion = ReadonlyMap<number, Exclude<Band, 'NONE'>>;

/** Verdicts on all pairs of which something is told, in the order of the rows; of any other pair both steps say NONE. */
export function verdictsOf(
  keys: readonly BandsOfQuestion[],
  comparison: readonly BandsOfQuestion[],
): readonly PairVerdict[] {
  return keys.flatMap((blinded, question) => {
    const clear: BandsOfQuestion = comparison[question] ?? new Map();
    return [...new Set([...blinded.keys(), ...clear.keys()])]
      .sort((one, other) => one - other)
      .map((register) => ({
        question: question + 1,
        register: register + 1,
        blinded: blinded.get(register) ?? 'NONE',
        clear: clear.get(register) ?? 'NONE',
      }));
  });
}
