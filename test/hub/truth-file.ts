// The truth about a hub's people, kept so that each test file reads it quickly: values of one record are told to the
// same people, and each list of them is written once.

/** One seeded value, as `npm run -s truth` prints it. */
export interface TruthLine {
  readonly owner: string;
  readonly id: string;
  readonly subject: string | null;
  readonly coordinate: string;
  readonly value: unknown;
  readonly controller: string;
  readonly visibleTo: readonly string[];
}

interface TruthFile {
  readonly audiences: readonly (readonly string[])[];
  /** Lines in which the place of an audience stands for it. */
  readonly lines: readonly (Omit<TruthLine, 'visibleTo'> & { visibleTo: unknown })[];
}

/** What is kept of the lines that the command printed: all of it. */
export function printTruth(printed: string): string {
  const places = new Map<string, number>();
  const audiences: unknown[] = [];
  const lines = printed.split('\n').flatMap((text) => {
    if (text === '') return [];
    const line = JSON.parse(text) as TruthLine;
    const audience = JSON.stringify(line.visibleTo);
    const place = places.get(audience) ?? audiences.push(line.visibleTo) - 1;
    places.set(audience, place);
    return [{ ...line, visibleTo: place }];
  });
  return JSON.stringify({ audiences, lines });
}

/** The lines, of which those with the same audience share one list. */
export function readTruth(kept: string): readonly TruthLine[] {
  const { audiences, lines } = JSON.parse(kept) as TruthFile;
  for (const line of lines) line.visibleTo = audiences[line.visibleTo as number];
  return lines as readonly TruthLine[];
}
