import type { Requester } from '../schema/requester';
import { commitmentTo, salted } from './commitment';
import type { LedgerOutcome } from './entry';
import type { CommittedText, LedgerRecord } from './ledger-writer';

/** What became of one request, as whoever answered it knows it. */
export interface RequestFacts {
  readonly requester: Requester;
  readonly now: Date;
  /** `PROTOCOL@version`, and `PROTOCOL/clause`. */
  readonly protocols: ReadonlySet<string>;
  readonly clauses: ReadonlySet<string>;
  /** Person → the coordinates that were in the answer, and those that were withheld. */
  readonly subjects: ReadonlyMap<
    string,
    { readonly disclosed: ReadonlySet<string>; readonly withheld: ReadonlySet<string> }
  >;
  readonly rowCount: number;
  readonly outcome: LedgerOutcome;
}

/** The entry of one request. People and the justification stand in it as commitments, each with a salt of its own. */
export function composeRecord({ requester, now, subjects, ...facts }: RequestFacts): LedgerRecord {
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
    protocols: [...facts.protocols].sort(),
    clauses: [...facts.clauses].sort(),
    caseReference: requester.caseReference ?? null,
    justification: requester.justification === undefined ? null : commit(requester.justification),
    subjects: [...subjects].map(([subject, { disclosed, withheld }]) => ({
      subject: commit(subject),
      disclosed: [...disclosed].sort(),
      withheld: [...withheld].sort(),
    })),
    rowCount: facts.rowCount,
    outcome: facts.outcome,
    keyRotation: null,
  };
  return { body, texts };
}
