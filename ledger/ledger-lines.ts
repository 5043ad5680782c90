import type { KeptCheckpoint } from './checkpoint-store';
import type { KeyRotation, LedgerEntry } from './entry';
import type { LedgerName } from './ledger-names';
import type { CommittedText } from './ledger-writer';
import type { WitnessedHead } from './witness-store';

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

/** What else an export says of a ledger, so that it is verified offline: its key, its checkpoints, its witnesses. */
export type EvidenceLine = KeyLine | CheckpointLine | WitnessLine;

/** The first public key of the ledger, in base64; before everything else. */
export interface KeyLine {
  readonly key: string;
}

/** A checkpoint stands before the entries that it covers and no earlier one does. */
export interface CheckpointLine {
  readonly checkpoint: KeptCheckpoint;
}

/** What a witness saw last, or why it could not be asked. */
export interface WitnessLine {
  readonly witness: LedgerName;
  /** The witness's first public key in base64, where it is known. */
  readonly witnessKey: string | null;
  readonly rotations: readonly KeyRotation[];
  /** Null where it saw nothing of this ledger yet. */
  readonly head: WitnessedHead | null;
  readonly unreachable: string | null;
}

export const printHeading = (owner: string): string =>
  `${JSON.stringify({ format: 'concordat-ledger-v1', owner } satisfies LedgerHeading)}\n`;
export const printLine = (line: LedgerLine | EvidenceLine): string => `${JSON.stringify(line)}\n`;

/** What a line of an export says; undefined where it is none. */
export function readLine(text: string): LedgerHeading | LedgerLine | EvidenceLine | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  if ('format' in read && read.format === 'concordat-ledger-v1') return read as LedgerHeading;
  if ('entry' in read && 'texts' in read) return read as LedgerLine;
  if ('key' in read && typeof read.key === 'string') return read as KeyLine;
  if ('checkpoint' in read && typeof read.checkpoint === 'object') return read as CheckpointLine;
  return 'witness' in read && 'head' in read && 'rotations' in read ? (read as WitnessLine) : undefined;
}

/** Entries with their texts, those of each at its place; without texts, as where none was given. */
export function linesOf(
  entries: readonly LedgerEntry[],
  texts: readonly (readonly CommittedText[])[] = [],
): readonly LedgerLine[] {
  return entries.map((entry, index) => ({ entry, texts: texts[index] ?? [] }));
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
