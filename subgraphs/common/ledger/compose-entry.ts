import { commitmentTo, salted } from '../../../ledger/commitment';
import type { LedgerOutcome } from '../../../ledger/entry';
import type { CommittedText, LedgerRecord } from '../../../ledger/ledger-writer';
import type { Requester } from '../../../schema/requester';
import type { DisclosureNotes } from './disclosure-notes';

/** The entry of one request. People and the justification stand in it as commitments, each with a salt of its own. */
export function composeEntry(requester: Requester, notes: DisclosureNotes, now: Date, failed: boolean): LedgerRecord {
  const texts: CommittedText[] = [];
  const commit = (text: string): string => {
    const kept = salted(text);
    const commitment = commitmentTo(kept);
    texts.push({ ...kept, commitment });
    return commitment;
  };
  const body = {
    time: now.toISOString(),
    requestId: requester.requestId,
    person: commit(requester.person),
    organisation: requester.organisation,
    role: requester.role,
    purpose: requester.purpose,
    protocols: [...notes.protocols].sort(),
    clauses: [...notes.clauses].sort(),
    caseReference: requester.caseReference ?? null,
    justification: requester.justification === undefined ? null : commit(requester.justification),
    subjects: [...notes.subjects].map(([subject, { disclosed, withheld }]) => ({
      subject: commit(subject),
      disclosed: [...disclosed].sort(),
      withheld: [...withheld].sort(),
    })),
    rowCount: notes.rowCount,
    outcome: outcomeOf(notes, failed),
    keyRotation: null,
  };
  return { body, texts };
}

function outcomeOf(notes: DisclosureNotes, failed: boolean): LedgerOutcome {
  if (notes.logWasRead) return 'disclosed';
  if ([...notes.subjects.values()].some(({ disclosed }) => disclosed.size > 0)) return 'disclosed';
  return failed ? 'failed' : 'withheld';
}
