import { EMPTY_LEDGER, type LedgerHead } from '../chain';
import type { LedgerLine } from '../ledger-lines';
import { HeadMoved, type LedgerStore } from '../ledger-writer';
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
  const foreseen = new WeakMap<LedgerLine, LineAsJson>();
  const jsonOf = (line: LedgerLine): LineAsJson => foreseen.get(line) ?? asJson(line);
  return {
    async readHead(): Promise<LedgerHead> {
      const [last] = await query<{ size: number; hash: string }>(
        `select size, hash from ${LEDGER_HEAD_FUNCTION_NAME}()`,
        [],
      );
      return last ?? EMPTY_LEDGER;
    },
    async append(lines: readonly LedgerLine[]): Promise<void> {
      try {
        const written = lines.map(jsonOf);
        const listOf = (texts: readonly string[]): string => `[${texts.join(',')}]`;
        await query(APPEND, [listOf(written.map(({ entry }) => entry)), listOf(written.flatMap(({ texts }) => texts))]);
      } catch (error) {
        if (isTakenPlace(error)) throw new HeadMoved();
        throw error;
      }
    },
    foresee(lines): void {
      for (const line of lines) foreseen.set(line, asJson(line));
    },
  };
}

interface LineAsJson {
  readonly entry: string;
  readonly texts: readonly string[];
}

/** An entry, and its texts with the place of their entry, by which they are kept. */
function asJson({ entry, texts }: LedgerLine): LineAsJson {
  const { sequence } = entry;
  return { entry: JSON.stringify(entry), texts: texts.map((text) => JSON.stringify({ sequence, ...text })) };
}

function isTakenPlace(error: unknown): boolean {
  const known = error as { constraint?: unknown; driverError?: { constraint?: unknown } };
  return (known.driverError?.constraint ?? known.constraint) === PLACE;
}
