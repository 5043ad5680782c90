import type { LedgerEntry } from '../entry';
import type { CommittedText } from '../ledger-writer';

/** A part of a ledger: entries in their order, and those texts to which they commit that were not erased. */
export interface LedgerPart {
  readonly entries: readonly LedgerEntry[];
  readonly texts: readonly CommittedText[];
}

/** One statement with bound values. */
export type Query = <Row>(sql: string, values: unknown[]) => Promise<Row[]>;

/**
 * All columns in the entry's own names and forms: an instant as it was written, to the millisecond, and the number as
 * one that every driver reads as a number.
 */
const ENTRY = `
  select sequence::double precision as sequence, to_char(time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as time, request_id as "requestId",
    person, organisation, role, purpose, protocols, clauses, case_reference as "caseReference", justification, subjects,
    row_count as "rowCount", outcome, key_rotation as "keyRotation", previous_hash as "previousHash", hash
  from disclosure_entry`;

const TEXTS = 'select commitment, salt, text from disclosure_text where sequence between $1 and $2';

/** The entries after a place, at most so many, with the texts to which they commit. */
export async function readLedgerPart(query: Query, after: number, limit: number): Promise<LedgerPart> {
  const entries = await readEntries(query, after, limit);
  const texts = await query<CommittedText>(TEXTS, [after + 1, entries.at(-1)?.sequence ?? after]);
  return { entries, texts };
}

/** The entries after a place, at most so many. */
export function readEntries(query: Query, after: number, limit: number): Promise<readonly LedgerEntry[]> {
  return query<LedgerEntry>(`${ENTRY} where sequence > $1 order by sequence limit $2`, [after, limit]);
}

/** The entries by which the ledger's key was replaced, in their order. */
export function readRotations(query: Query): Promise<readonly LedgerEntry[]> {
  return query<LedgerEntry>(`${ENTRY} where key_rotation is not null order by sequence`, []);
}
