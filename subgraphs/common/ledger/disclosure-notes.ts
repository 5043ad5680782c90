import type { ClauseReference, Decision } from '../../../protocols/decision';

interface SubjectNotes {
  readonly disclosed: Set<string>;
  readonly withheld: Set<string>;
}

/**
 * What one request was really given, gathered while its fields are resolved: of whom, which coordinates had a value
 * and which were withheld, and under which clauses.
 */
export class DisclosureNotes {
  readonly subjects = new Map<string, SubjectNotes>();
  readonly clauses = new Set<string>();
  readonly protocols = new Set<string>();
  private readonly records = new Set<object>();
  private entriesRead: number | undefined;

  disclosed(subject: string, coordinate: string, record: object, clause: ClauseReference | undefined): void {
    this.notesOn(subject).disclosed.add(coordinate);
    this.records.add(record);
    this.cite(clause);
  }

  withheld(subject: string, coordinate: string, clause: ClauseReference | undefined): void {
    this.notesOn(subject).withheld.add(coordinate);
    this.cite(clause);
  }

  /** An officer read so many entries of the log: it concerns staff, and no subject. */
  readTheLog(entries: number, decision: Decision | undefined): void {
    this.entriesRead = (this.entriesRead ?? 0) + entries;
    if (decision?.kind === 'permit') this.cite(decision.clause);
  }

  /** Whether there is anything to record: a request that concerns nobody leaves nothing. */
  get isToBeRecorded(): boolean {
    return this.subjects.size > 0 || this.logWasRead;
  }

  get logWasRead(): boolean {
    return this.entriesRead !== undefined;
  }

  /** Records, or entries of the log, of which something was in the answer. */
  get rowCount(): number {
    return this.records.size + (this.entriesRead ?? 0);
  }

  private cite(clause: ClauseReference | undefined): void {
    if (clause === undefined) return;
    this.clauses.add(`${clause.protocol}/${clause.clause}`);
    this.protocols.add(`${clause.protocol}@${clause.version}`);
  }

  private notesOn(subject: string): SubjectNotes {
    const known = this.subjects.get(subject);
    if (known !== undefined) return known;
    const notes = { disclosed: new Set<string>(), withheld: new Set<string>() };
    this.subjects.set(subject, notes);
    return notes;
  }
}
