import type { DataSource } from 'typeorm';

import { type Dimension, DIMENSIONS, type Jurisdiction3 } from '../../../disclosure-control/lattice';
import { encodeShares, maskContext, maskedShares } from '../../../disclosure-control/masks';
import { meanTableOf, type Table, tableOf } from '../../../disclosure-control/table';
import { composeRecord } from '../../../ledger/compose-record';
import type { LedgerWriter } from '../../../ledger/ledger-writer';
import type { ClauseReference } from '../../../protocols/decision';
import type { DefinitionVersion } from '../../../schema/definitions';
import type { Requester } from '../../../schema/requester';
import type { Clock } from '../../../service/clock';
import { deskOf } from '../lookup/desk/desks';
import type { LookupOwner } from '../peers/asker';
import { PeerRefused } from '../peers/peer-errors';
import type { Charters } from './charters';
import { countCells } from './count-cells';
import type { PeerMaskKeys } from './peer-mask-keys';
import { type Cohort, noisyShares, type OwnCell, protectCounts, protectMeans, type Protection } from './protect-table';
import { asClosedUntil } from './quarters';
import type { ResearchKey } from './research-key';
import { researchRefused } from './research-refusals';
import type { RecordedDimension } from './research-register';
import { askedSnapshot, type Snapshot } from './snapshots';
import type { Charged, ChargedTable, TableLedger } from './table-ledger';

export const ASKED_MEASURES = ['COUNT', 'MEAN_MENTORING_SESSIONS'] as const;

/** A table, and who asks for it in which project. */
export interface TableQuestion {
  readonly requester: Requester;
  readonly project: string;
  readonly table: { readonly dimensions: readonly Dimension[]; readonly measure: (typeof ASKED_MEASURES)[number] };
  /** The snapshots of the owners that are asked: of a table with JURISDICTION this owner's, of a total all three. */
  readonly snapshots: Readonly<Partial<Record<LookupOwner, string>>>;
}

export interface ResearchDeskParts {
  readonly owner: LookupOwner;
  readonly definitions: Partial<Record<RecordedDimension, DefinitionVersion>>;
  readonly maintenance: DataSource;
  readonly key: ResearchKey;
  readonly charters: Charters;
  readonly tables: TableLedger;
  readonly peers: PeerMaskKeys;
  readonly ledger: LedgerWriter;
  /** The clause in force by which tables go to this requester; undefined where there is none. */
  readonly clauseFor: (requester: Requester) => ClauseReference | undefined;
  readonly clock: Clock;
}

interface Asked {
  readonly table: Table;
  readonly isMean: boolean;
  readonly charge: ChargedTable;
  readonly limit: number;
  readonly clause: ClauseReference;
}

/** How the owners of a total are masked for, whose shares without each other are random numbers. */
const OWNERS_OF_A_TOTAL = 3;

/** The owner's side of research: what is asked is checked, charged, protected and on record here before it leaves. */
export class ResearchDesk {
  /** What was computed of the newest snapshot; there are no more than the tables of a snapshot that may be charged. */
  private computed: { readonly snapshot: string; readonly tables: Map<string, Promise<unknown>> } | undefined;

  constructor(private readonly parts: ResearchDeskParts) {}

  async state(): Promise<{
    quarter: string;
    snapshot: string;
    closedUntil: string;
    takenAt: Date;
    definitions: object;
  }> {
    const { maintenance, key, definitions } = this.parts;
    const { quarter, id, closedUntil, takenAt } = await askedSnapshot(maintenance, key.id);
    return { quarter, snapshot: id, closedUntil, takenAt, definitions };
  }

  async reserve(question: TableQuestion): Promise<Charged> {
    const { charge, limit } = await this.admit(question);
    return this.parts.tables.reserve(charge, limit);
  }

  async release(question: TableQuestion): Promise<object> {
    await this.parts.tables.release((await this.admit(question)).charge);
    return {};
  }

  /** The protected cells of this owner alone. */
  async ownCells(question: TableQuestion): Promise<{ cells: readonly OwnCell[] }> {
    const asked = await this.admit(question);
    const { table, isMean } = asked;
    if (!table.dimensions.includes('JURISDICTION')) throw badQuestion('A table of one owner has JURISDICTION.');
    return this.give(question, asked, async () => {
      const cells = await this.once(asked, async (snapshot, protection) =>
        isMean
          ? protectMeans(table, await this.count(table, snapshot, 'SESSIONS'), protection)
          : protectCounts(table, await this.count(table, snapshot, 'PEOPLE'), protection),
      );
      return { answer: { cells }, published: cells.filter((cell) => typeof cell !== 'string').length };
    });
  }

  /** This owner's masked part of every total. */
  async shares(question: TableQuestion): Promise<{ shares: string }> {
    const asked = await this.admit(question);
    const { table } = asked;
    if (table.dimensions.includes('JURISDICTION'))
      throw badQuestion('A total is over all owners, without JURISDICTION.');
    return this.give(question, asked, async () => {
      const peers = await this.parts.peers.secrets();
      const values = await this.once(asked, async (snapshot, protection) =>
        noisyShares(table, await this.count(table, snapshot, 'PEOPLE'), protection),
      );
      const context = maskContext(table.id, Object.values(question.snapshots));
      const shares = maskedShares({ values, own: this.parts.owner, peers, context });
      return { answer: { shares: encodeShares(shares) }, published: shares.length };
    });
  }

  /** The tables that a project was given here of the newest snapshot. */
  async ledger(project: string, requester: Requester): Promise<object> {
    const { tables: limit } = await this.parts.charters.read(project, requester);
    return { ...(await this.parts.tables.read(project)), limit };
  }

  /** Everything that does not hang on what was given already: the question itself, the agreement and the project. */
  private async admit({ requester, project, table: asked, snapshots }: TableQuestion): Promise<Asked> {
    const { owner, charters, clauseFor } = this.parts;
    const isMean = asked.measure === 'MEAN_MENTORING_SESSIONS';
    const isOwn = asked.dimensions.includes('JURISDICTION');
    if (isMean && !isOwn) throw badQuestion('A mean is given by each owner alone: its table has JURISDICTION.');
    const snapshot = snapshots[owner];
    if (snapshot === undefined || (!isOwn && Object.keys(snapshots).length !== OWNERS_OF_A_TOTAL)) {
      throw badQuestion(
        'A question names the snapshot of the owner that is asked, and for a total those of all owners.',
      );
    }
    const clause = clauseFor(requester);
    if (clause === undefined) throw researchRefused('WITHHELD_BY_PROTOCOL');
    const needed: readonly Dimension[] = isMean ? [...asked.dimensions, 'MENTORING_INPUT_BAND'] : asked.dimensions;
    const charter = await charters.admit(project, requester, needed);
    const table = isMean ? meanTableOf(asked.dimensions) : tableOf(asked.dimensions);
    return { table, isMean, clause, limit: charter.tables, charge: { project, table: table.id, snapshot } };
  }

  /** Computed, then on record, then charged for good; only then it leaves. */
  private async give<Answer>(
    { requester }: TableQuestion,
    { charge, clause }: Asked,
    compute: () => Promise<{ readonly answer: Answer; readonly published: number }>,
  ): Promise<Answer> {
    const { tables, ledger, clock } = this.parts;
    await tables.refuseUnreserved(charge);
    const { answer, published } = await compute();
    await ledger.append(
      composeRecord({
        requester,
        now: clock.now(),
        protocols: new Set([`${clause.protocol}@${clause.version}`]),
        clauses: new Set([`${clause.protocol}/${clause.clause}`]),
        subjects: new Map(),
        rowCount: published,
        outcome: 'disclosed',
      }),
    );
    await tables.give(charge);
    return answer;
  }

  /** Computes a table of the newest snapshot, or takes what was computed of it before. */
  private async once<Result>(
    { table, charge }: Asked,
    compute: (snapshot: Snapshot, protection: Protection) => Promise<Result>,
  ): Promise<Result> {
    const { maintenance, key } = this.parts;
    const snapshot = await askedSnapshot(maintenance, key.id);
    if (snapshot.id !== charge.snapshot) throw researchRefused('SNAPSHOT_CHANGED');
    if (this.computed?.snapshot !== snapshot.id) this.computed = { snapshot: snapshot.id, tables: new Map() };
    const { tables } = this.computed;
    const known = tables.get(table.id) as Promise<Result> | undefined;
    if (known !== undefined) return known;
    const computing = this.protection(snapshot).then((protection) => compute(snapshot, protection));
    tables.set(table.id, computing);
    computing.catch(() => tables.delete(table.id));
    return computing;
  }

  private async protection({ number, closedUntil }: Snapshot): Promise<Protection> {
    const cohorts = await this.parts.maintenance.query<Cohort[]>(
      'select year, quarter, version from research_cohort where snapshot = $1',
      [number],
    );
    return { key: this.parts.key, cohorts, closed: asClosedUntil(closedUntil), jurisdiction: this.jurisdiction };
  }

  private count(table: Table, { number }: Snapshot, of: 'PEOPLE' | 'SESSIONS'): ReturnType<typeof countCells> {
    return countCells(this.parts.maintenance, table, number, this.jurisdiction, of);
  }

  private get jurisdiction(): Jurisdiction3 {
    const { jurisdiction } = deskOf(this.parts.owner);
    return DIMENSIONS.JURISDICTION.find((each) => each === jurisdiction) as Jurisdiction3;
  }
}

function badQuestion(message: string): PeerRefused {
  return new PeerRefused('BAD_INPUT', message);
}
