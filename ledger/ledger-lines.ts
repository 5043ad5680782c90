import type { LedgerEntry } from './entry';
import type { CommittedText } from './ledger-writer';

/** One entry with those of its texts that were not erased. */
export interface LedgerLine {
  readonly entry: LedgerEntry;
  readonly texts: readonly CommittedText[];
}

/** First line of each ledger in an export. */
interface LedgerHeading {
  readonly format: 'concordat-ledger-v1';
  readonly owner: string;
}

export const printHeading = (owner: string): string =>
  `${JSON.stringify({ format: 'concordat-ledger-v1', owner } satisfies LedgerHeading)}\n`;
export const printLine = (line: LedgerLine): string => `${JSON.stringify(line)}\n`;

/** What a line of an export says; undefined where it is neither. */
export function readLine(text: string): LedgerHeading | LedgerLine | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  if ('format' in read && read.format === 'concordat-ledger-v1') return read as LedgerHeading;
  return 'entry' in read && 'texts' in read ? (read as LedgerLine) : undefined;
}

/** Puts to each entry the texts that it commits to. */
export function joinTexts(entries: readonly LedgerEntry[], texts: readonly CommittedText[]): readonly LedgerLine[] {
  const byCommitment = new Map(texts.map((text) => [text.commitment, text]));
  return entries.map((entry) => ({
    entry,
    texts: commitmentsIn(entry).flatMap((commitment) => byCommitment.get(commitment) ?? []),
  }));
}

/** Every commitment of an entry: who asked, why, and about whom. */
export function commitmentsIn({ person, justification, subjects }: LedgerEntry): readonly string[] {
  return [person, ...(justification === null ? [] : [justification]), ...subjects.map(({ subject }) => subject)];
}
