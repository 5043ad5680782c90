import { operatorRoute, operatorsFault } from '../../../ledger/operator-routes';
import { RotationRefused } from '../../../blinding/rotate-lookup-key';
import { jsonReply, type Route } from '../../../service/http-server';
import type { OwnerLookups } from './open-owner-lookups';

export const ROTATE_LOOKUP_KEY_PATH = '/lookup/rotate-key';
export const DUPLICATES_PATH = '/lookup/duplicates';
const MOST_DUPLICATES = 1_000;

/** What an operator has an owner do about its lookups: replace its key, and tell who is recorded twice. */
export function lookupOperatorRoutes(lookups: OwnerLookups, token: string): readonly Route[] {
  return [
    operatorRoute('POST', ROTATE_LOOKUP_KEY_PATH, token, async () => {
      try {
        await lookups.beginRotation();
        return jsonReply(200, { begun: true });
      } catch (error) {
        if (!(error instanceof RotationRefused)) throw error;
        return operatorsFault(409, 'BAD_INPUT', error.message);
      }
    }),
    operatorRoute('GET', DUPLICATES_PATH, token, async ({ query }) => {
      const limit = Number(query.get('limit') ?? '100');
      if (!Number.isInteger(limit) || limit < 1 || limit > MOST_DUPLICATES) {
        return operatorsFault(400, 'BAD_INPUT', `"limit" is a whole number from 1 to ${String(MOST_DUPLICATES)}.`);
      }
      return jsonReply(200, { duplicates: await lookups.duplicates(limit) });
    }),
  ];
}
