import { operatorRoute, operatorsFault } from '../../../ledger/operator-routes';
import { readLedgerPart } from '../../../ledger/storage/read-ledger-part';
import { jsonReply, type Route } from '../../../service/http-server';
import type { Store } from '../storage/store';

export const LEDGER_PATH = '/ledger';
const ENTRIES_AT_ONCE = 2_000;

/** `GET /ledger?after=N`: the next entries with their texts, for the operator's commands and nobody else. */
export function ledgerRoute(store: Store, token: string): Route {
  return operatorRoute('GET', LEDGER_PATH, token, async ({ query }) => {
    const after = Number(query.get('after') ?? '0');
    if (!Number.isSafeInteger(after) || after < 0) {
      return operatorsFault(400, 'BAD_INPUT', '"after" is the number of an entry, or 0.');
    }
    const part = await readLedgerPart((sql, values) => store.maintenance.query(sql, values), after, ENTRIES_AT_ONCE);
    return jsonReply(200, part);
  });
}
