import { EMPTY_LEDGER, type LedgerHead } from '../chain';
import type { LedgerEntry } from '../entry';
import { type CommittedText, HeadMoved, type LedgerStore } from '../ledger-writer';
import { LEDGER_HEAD_FUNCTION_NAME } from './ledger-tables';
import type { Query } from './read-ledger-part';

const COLUMNS = [
  'sequence bigint',
  'time timestamptz',
  'request_id text',
  'person text',
  'organisation text',
  'role text',
  'purpose text',
  'protocols text[]',
  'clauses text[]',
  'case_reference text',
  'justification text',
  'subjects jsonb',
  'row_count integer',
  'outcome text',
  'key_rotation jsonb',
  'previous_hash text',
  'hash text',
] as const;
const NAMES = COLUMNS.map((column) => column.split(' ')[0] ?? '').join(', ');

/** Entries and the texts to which they commit, in one statement, so that both are kept or neither. */
const APPEND = `
  with added as (
    insert into disclosure_entry (${NAMES})
    select ${NAMES} from jsonb_to_recordset($1::jsonb) as entry (${COLUMNS.join(', ')})
  )
  insert into disclosure_text (commitment, salt, text)
  select commitment, salt, text from jsonb_to_recordset($2::jsonb) as kept (commitment text, salt text, text text)`;

const UNIQUE_VIOLATION = '23505';

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
        await query(APPEND, [JSON.stringify(entries.map(toRow)), JSON.stringify(texts)]);
      } catch (error) {
        if (isTakenPlace(error)) throw new HeadMoved();
        throw error;
      }
    },
  };
}

function toRow(entry: LedgerEntry): Readonly<Record<string, unknown>> {
  const { requestId, caseReference, rowCount, keyRotation, previousHash, ...others } = entry;
  return {
    ...others,
    request_id: requestId,
    case_reference: caseReference,
    row_count: rowCount,
    key_rotation: keyRotation,
    previous_hash: previousHash,
  };
}

function isTakenPlace(error: unknown): boolean {
  const known = error as { code?: unknown; driverError?: { code?: unknown } };
  return (known.driverError?.code ?? known.code) === UNIQUE_VIOLATION;
}
