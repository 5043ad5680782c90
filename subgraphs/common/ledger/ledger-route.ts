import { readLedgerPart } from '../../../ledger/storage/read-ledger-part';
import { jsonReply, type Route } from '../../../service/http-server';
import { bearsOperatorToken } from '../../../service/operator-token';
import type { Store } from '../storage/store';

export const LEDGER_PATH = '/ledger';
const ENTRIES_AT_ONCE = 2_000;

/** `GET /ledger?after=N`: the next entries with their texts, for the operator's commands and nobody else. */
export function ledgerRoute(store: Store, token: string): Route {
  return {
    method: 'GET',
    path: LEDGER_PATH,
    handle: async ({ headers, query }) => {
      if (!bearsOperatorToken(headers.authorization, token)) {
        return jsonReply(401, {
          errors: [{ message: 'The ledger is read by the operator only.', extensions: { code: 'UNAUTHENTICATED' } }],
        });
      }
      const after = Number(query.get('after') ?? '0');
      if (!Number.isSafeInteger(after) || after < 0) {
        return jsonReply(400, {
          errors: [{ message: '"after" is the number of an entry, or 0.', extensions: { code: 'BAD_INPUT' } }],
        });
      }
      const part = await readLedgerPart((sql, values) => store.maintenance.query(sql, values), after, ENTRIES_AT_ONCE);
      return jsonReply(200, part);
    },
  };
}
