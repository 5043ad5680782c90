import { EMPTY_LEDGER, type LedgerHead } from '../chain';
import type { LedgerEntry } from '../entry';
import { joinTexts } from '../ledger-lines';
import { type CommittedText, HeadMoved, type LedgerStore } from '../ledger-writer';
import { LEDGER_HEAD_FUNCTION_NAME } from './ledger-tables';
import type { Query } from './read-ledger-part';

/** Entries and the texts to which they commit, in one statement, so that both are kept or neither. */
const APPEND = `
  with added as (
    insert into disclosure_entry (sequence, time, request_id, person, organisation, role, purpose, protocols, clauses,
      case_reference, justification, subjects, row_count, outcome, key_rotation, previous_hash, hash)
    select * from json_to_recordset($1::json) as entry (sequence bigint, time timestamptz, "requestId" text, person text,
      organisation text, role text, purpose text, protocols text[], clauses text[], "caseReference" text,
      justification text, subjects jsonb, "rowCount" integer, outcome text, "keyRotation" jsonb, "previousHash" text,
      hash text)
  )
  insert into disclosure_text (sequence, commitment, salt, text)
  select * from json_to_recordset($2::json) as kept (sequence bigint, commitment text, salt text, text text)`;

/** The key that two entries at one place would break. */
const PLACE = 'disclosure_entry_pkey';

/** A ledger in a database, written as the application, which may add to it and no more. */
export function sqlLedgerStore(query: Query): LedgerStore {
  return {
    async readHead(): Promise<LedgerHead> {
      const [last] = await query<{ size: number; hash: string }>(
        `select size, hash from ${LEDGER_HEAD_FUNCTION_NAME}()`,
        [],
      );
      return last ?? EMPTY_LEDGER;
    },
    async append(entries: readonly LedgerEntry[], texts: readonly CommittedText[]): Promise<void> {
      try {
        await query(APPEND, [JSON.stringify(entries), JSON.stringify(textsByPlace(entries, texts))]);
      } catch (error) {
        if (isTakenPlace(error)) throw new HeadMoved();
        throw error;
      }
    },
  };
}

/** Texts with the places of their entries, by which they are kept. */
function textsByPlace(entries: readonly LedgerEntry[], texts: readonly CommittedText[]): readonly object[] {
  return joinTexts(entries, texts).flatMap(({ entry: { sequence }, texts: own }) =>
    own.map((text) => ({ sequence, ...text })),
  );
}

function isTakenPlace(error: unknown): boolean {
  const known = error as { constraint?: unknown; driverError?: { constraint?: unknown } };
  return (known.driverError?.constraint ?? known.constraint) === PLACE;
}
