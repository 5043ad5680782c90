import { composeRecord } from '../../../ledger/compose-record';
import type { LedgerOutcome } from '../../../ledger/entry';
import type { LedgerRecord } from '../../../ledger/ledger-writer';
import type { Requester } from '../../../schema/requester';
import type { DisclosureNotes } from './disclosure-notes';

/** The entry of one request at an owner. */
export function composeEntry(requester: Requester, notes: DisclosureNotes, now: Date, failed: boolean): LedgerRecord {
  const { protocols, clauses, subjects, rowCount } = notes;
  return composeRecord({ requester, now, protocols, clauses, subjects, rowCount, outcome: outcomeOf(notes, failed) });
}

function outcomeOf(notes: DisclosureNotes, failed: boolean): LedgerOutcome {
  if (notes.logWasRead) return 'disclosed';
  if ([...notes.subjects.values()].some(({ disclosed }) => disclosed.size > 0)) return 'disclosed';
  return failed ? 'failed' : 'withheld';
}
