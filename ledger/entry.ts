/**
 * One line of the disclosure ledger: what was disclosed about whom, to whom, for which purpose and under which
 * clauses, or that it was refused. People and free text stand in it as commitments (commitment.ts), so that the text
 * can be erased later and the chain still verifies.
 */
export interface LedgerEntry extends LedgerBody {
  /** Hash of the entry before, 64 hexadecimal digits; zeros before the first. */
  readonly previousHash: string;
  /** Hash over the entry before and this body (chain.ts). */
  readonly hash: string;
}

/** What became of a request, or of one owner's part of it. */
export type LedgerOutcome = 'disclosed' | 'withheld' | 'refused' | 'failed';

/** A commitment to a text, 64 hexadecimal digits. */
export type Commitment = string;

/** All of an entry but its place in the chain. Lists are sorted, so that the same facts have one form. */
export interface LedgerBody {
  /** 1 for the first entry of a ledger, without gaps. */
  readonly sequence: number;
  /** Instant, ISO 8601 in UTC with milliseconds. */
  readonly time: string;
  readonly requestId: string;
  readonly person: Commitment;
  readonly organisation: string;
  readonly role: string;
  readonly purpose: string;
  /** `PROTOCOL@version` of each protocol that decided. */
  readonly protocols: readonly string[];
  /** `PROTOCOL/clause` of each clause that permitted or refused. */
  readonly clauses: readonly string[];
  readonly caseReference: string | null;
  readonly justification: Commitment | null;
  readonly subjects: readonly LedgerSubject[];
  /** Records that were in the answer. */
  readonly rowCount: number;
  readonly outcome: LedgerOutcome;
  /** What is no disclosure: the ledger's own key was replaced. */
  readonly keyRotation: KeyRotation | null;
}

/** What of one person was in the answer, and what was asked and withheld, as coordinates (`Type.field`). */
export interface LedgerSubject {
  readonly subject: Commitment;
  readonly disclosed: readonly string[];
  readonly withheld: readonly string[];
}

/** The new public key of a ledger, signed by the old key and by the new one (rotate-key.ts). */
export interface KeyRotation {
  readonly newKey: string;
  readonly signedByOld: string;
  readonly signedByNew: string;
}
