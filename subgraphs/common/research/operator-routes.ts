import { operatorRoute, operatorsFault } from '../../../ledger/operator-routes';
import { ConfigurationError } from '../../../service/environment';
import { type HttpReply, jsonReply, type Route } from '../../../service/http-server';
import { PeerUnavailable } from '../peers/peer-errors';
import type { PeerMaskKeys, PinnedKey } from './peer-mask-keys';
import { isQuarter, type Quarter } from './quarters';
import type { ResearchKey } from './research-key';
import type { Snapshot } from './snapshots';

export const SNAPSHOT_PATH = '/research/snapshot';
export const KEYS_PATH = '/research/keys';
export const ACCEPT_KEY_PATH = '/research/accept-key';

/** By which keys the operators of two owners know each other's masks. */
export interface ResearchKeys {
  readonly own: string;
  readonly pinned: readonly PinnedKey[];
}

interface Operated {
  readonly takeSnapshot: (quarter: Quarter) => Promise<Snapshot>;
  readonly key: ResearchKey;
  readonly peers: PeerMaskKeys;
}

/** What an operator has an owner do for research: take a snapshot, and know the other owners' keys. */
export function researchOperatorRoutes({ takeSnapshot, key, peers }: Operated, token: string): readonly Route[] {
  return [
    operatorRoute('POST', SNAPSHOT_PATH, token, async ({ query }) => {
      const quarter = query.get('quarter') ?? '';
      if (!isQuarter(quarter)) return operatorsFault(400, 'BAD_INPUT', '"quarter" is written as 2026-Q4.');
      return answering(() => takeSnapshot(quarter));
    }),
    operatorRoute('GET', KEYS_PATH, token, async () =>
      jsonReply(200, { own: key.id, pinned: await peers.pinned() } satisfies ResearchKeys),
    ),
    operatorRoute('POST', ACCEPT_KEY_PATH, token, ({ query }) =>
      answering(async () => {
        await peers.accept(query.get('peer') ?? '', query.get('fingerprint') ?? '');
        return { accepted: true };
      }),
    ),
  ];
}

/** What the operator can mend is told; anything else is a failure here. */
async function answering(work: () => Promise<object>): Promise<HttpReply> {
  try {
    return jsonReply(200, await work());
  } catch (error) {
    if (error instanceof ConfigurationError) return operatorsFault(409, 'BAD_INPUT', error.message);
    if (error instanceof PeerUnavailable) return operatorsFault(503, 'SOURCE_UNAVAILABLE', error.message);
    throw error;
  }
}
