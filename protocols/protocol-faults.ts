/** One thing wrong in a protocol file: where, which word, and how to mend it. */
export interface ProtocolFault {
  readonly file: string;
  /** The clause's id, or its number in the file; absent where the fault concerns the whole file. */
  readonly clause?: string;
  /** The word at fault, as it is written in the file. */
  readonly word: string;
  readonly message: string;
}

/** Thrown with every fault of every file at once, so that one start shows all that must be mended. */
export class ProtocolFaults extends Error {
  override readonly name = 'ProtocolFaults';
  constructor(readonly faults: readonly ProtocolFault[]) {
    super(`The protocols cannot be loaded:\n${faults.map(describeFault).join('\n')}`);
  }
}

/** One fault in one line: file, clause, what is wrong and how to mend it. */
export function describeFault({ file, clause, message }: ProtocolFault): string {
  return `${file}${clause === undefined ? '' : `, clause ${clause}`}: ${message}`;
}

/** "did you mean …?" for the known word that is nearest to a misspelt one, or the list of what is known. */
export function suggestWord(word: string, known: readonly string[]): string {
  const [nearest] = known
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance);
  if (nearest !== undefined && nearest.distance <= Math.max(2, word.length / 3))
    return `did you mean ${nearest.candidate}?`;
  return known.length === 0 ? 'none is known' : `known are ${known.join(', ')}`;
}

function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, replaced));
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}
