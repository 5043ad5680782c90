import {
  LEAST_DENOMINATOR,
  LEAST_PUBLISHED,
  LEAST_TRUE,
  noiseLevelOf,
  SUM_SIGMA,
} from '../../../../disclosure-control/budget';
import type { Jurisdiction3 } from '../../../../disclosure-control/lattice';
import type { Requester } from '../../../../schema/requester';
import { definitionOf } from '../../../common/graph/definition';
import { instanceWith } from '../../../common/graph/instance-with';
import { TrilingualText } from '../../words/trilingual-text';
import type { GivenTable } from '../give-table';
import type { OwnerSnapshot } from '../owner-calls';
import { decidesFor, type ResearchProject as Project } from '../project';
import { MARKERS } from '../publish-rows';
import { JURISDICTIONS, type Question, rowDimensions } from '../read-question';
import type { DescribedTable, FollowedProject } from '../research-desk';
import { csvOf, jsonOf } from '../table-files';
import { notesOn } from '../table-notes';
import { definitionsOf, tellTable } from '../told-table';
import { ResearchDecision, ResearchLedger, ResearchProject } from './research-project';
import {
  CoarserTable,
  StatisticsCategory,
  StatisticsCell,
  StatisticsSnapshot,
  StatisticsTable,
  StatisticsThresholds,
  TableDescription,
  TablesSpent,
} from './statistics-table';

/**
 * A project as the graph has it; its ledgers are asked of the owners where they are asked for. An officer reads that of
 * the own partnership, and where nobody approved it there is none.
 */
export function projectAs({ project, state }: FollowedProject, by: Requester): ResearchProject {
  const { id, name, question, dimensions, people, organisation, endsOn, tables, proposedAt } = project;
  return instanceWith(ResearchProject, {
    ...{ id, name, question, dimensions, people, organisation, endsOn, tables, proposedAt, state },
    decisions: project.decisions.map(({ jurisdiction, answer, by, decidedAt }) =>
      instanceWith(ResearchDecision, { jurisdiction, answer, decidedBy: by, decidedAt }),
    ),
    ledgers: JURISDICTIONS.filter(
      (each) =>
        [undefined, each].includes(decidesFor(by)) &&
        project.decisions.some(({ jurisdiction, answer }) => jurisdiction === each && answer === 'APPROVED'),
    ).map((jurisdiction) => instanceWith(ResearchLedger, { jurisdiction, project: id })),
  });
}

/** A table as the graph has it. */
export function tableAs(given: GivenTable & { readonly project: Project }): StatisticsTable {
  const { question, snapshots, ledger, project } = given;
  const told = tellTable(given, project);
  const { tableId, measure, scope, dimensions, citation, disclosure } = told;
  return instanceWith(StatisticsTable, {
    ...{ tableId, measure, scope, dimensions, citation, disclosure },
    cells: told.rows.map(({ categories, ...row }) =>
      instanceWith(StatisticsCell, {
        ...row,
        categories: categories.map((category) => instanceWith(StatisticsCategory, category)),
        marker: MARKERS[row.status],
      }),
    ),
    thresholds: thresholdsOf(question),
    sigma: sigmaOf(question),
    snapshots: snapshotsAs(snapshots),
    definitions: told.definitions.map(definitionOf),
    notes: told.notes.map((note) => instanceWith(TrilingualText, note)),
    ledger: instanceWith(TablesSpent, ledger),
    csv: csvOf(told),
    json: jsonOf(told),
  });
}

/** What a table will be like, as the graph has it. */
export function descriptionAs({ question, design, snapshots, costs, ledger }: DescribedTable): TableDescription {
  return instanceWith(TableDescription, {
    tableId: question.table.id,
    dimensions: rowDimensions(question),
    rows: design.rows,
    cells: design.cells,
    structuralZeros: design.structuralZeros,
    costs,
    ledger: instanceWith(TablesSpent, ledger),
    thresholds: thresholdsOf(question),
    sigma: sigmaOf(question),
    coarser: design.coarser.map((coarser) => instanceWith(CoarserTable, coarser)),
    snapshots: snapshotsAs(snapshots),
    definitions: definitionsOf(question, snapshots).map(definitionOf),
    notes: notesOn(question).map((note) => instanceWith(TrilingualText, note)),
  });
}

function thresholdsOf({ kind, table }: Question): StatisticsThresholds {
  return instanceWith(StatisticsThresholds, {
    leastCount: kind === 'OWN' ? LEAST_PUBLISHED : noiseLevelOf(table).leastTotal,
    leastPeople: kind === 'OWN' ? LEAST_TRUE : null,
    leastDenominator: LEAST_DENOMINATOR,
  });
}

function sigmaOf({ kind, measure, table }: Question): number {
  if (measure === 'MEAN_MENTORING_SESSIONS') return SUM_SIGMA;
  const { sigma, totalSigma } = noiseLevelOf(table);
  return kind === 'OWN' ? sigma : totalSigma;
}

function snapshotsAs(snapshots: ReadonlyMap<Jurisdiction3, OwnerSnapshot>): readonly StatisticsSnapshot[] {
  return [...snapshots].map(([jurisdiction, { quarter, snapshot, closedUntil, takenAt }]) =>
    instanceWith(StatisticsSnapshot, { jurisdiction, quarter, snapshot, closedUntil, takenAt: new Date(takenAt) }),
  );
}
