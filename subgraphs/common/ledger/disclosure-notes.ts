import type { ClauseReference } from '../../../protocols/decision';

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

  disclosed(subject: string, coordinate: string, record: object, clause: ClauseReference | undefined): void {
    this.notesOn(subject).disclosed.add(coordinate);
    this.records.add(record);
    this.cite(clause);
  }

  withheld(subject: string, coordinate: string, clause: ClauseReference | undefined): void {
    this.notesOn(subject).withheld.add(coordinate);
    this.cite(clause);
  }

  /** Records of which something was in the answer. */
  get rowCount(): number {
    return this.records.size;
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
