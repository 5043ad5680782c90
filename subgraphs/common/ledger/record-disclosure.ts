import type { ExecutionResult } from 'graphql';

import type { LedgerWriter } from '../../../ledger/ledger-writer';
import type { Requester } from '../../../schema/requester';
import { composeEntry } from './compose-entry';
import type { DisclosureNotes } from './disclosure-notes';

/**
 * Step 7 of a request: what was disclosed or withheld about whom, to whom, why and under which clause is durable
 * before the answer leaves. A request that concerns nobody (published figures, agreements, words) has no entry.
 * Rejects with LedgerUnavailable, and then nothing of the answer may leave.
 */
export async function recordDisclosure(
  ledger: LedgerWriter,
  requester: Requester,
  notes: DisclosureNotes,
  result: ExecutionResult,
  now: Date,
): Promise<void> {
  if (!notes.isToBeRecorded) return;
  const failed = (result.errors ?? []).some(({ extensions }) => extensions['code'] === 'SOURCE_UNAVAILABLE');
  await ledger.append(composeEntry(requester, notes, now, failed));
}
