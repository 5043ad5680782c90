import type { Dimension, Jurisdiction3 } from '../../../disclosure-control/lattice';
import type { Trilingual } from '../../../protocols/protocol';
import { DEFINITIONS, type DefinitionVersion } from '../../../schema/definitions';
import { OWNERS } from '../../../schema/owners';
import { isOutcome } from '../../../disclosure-control/lattice';
import type { GivenTable } from './give-table';
import { ownerOf, type OwnerSnapshot } from './owner-calls';
import type { ResearchCharter } from './project';
import type { Row } from './publish-rows';
import { type Measure, type Question, rowDimensions, type Scope } from './read-question';
import { notesOn } from './table-notes';

/** All that goes with a table, in the graph and in files: the same words in both. */
export interface ToldTable {
  readonly tableId: string;
  readonly measure: Measure;
  readonly scope: Scope;
  readonly dimensions: readonly Dimension[];
  readonly filters: readonly { readonly dimension: Dimension; readonly category: string }[];
  readonly rows: readonly Row[];
  readonly snapshots: ReadonlyMap<Jurisdiction3, OwnerSnapshot>;
  readonly definitions: readonly DefinitionVersion[];
  readonly notes: readonly Trilingual[];
  readonly citation: string;
  /** By it the officers find the table in the ledger of each owner. It is the same whenever the table is asked for. */
  readonly disclosure: string;
}

export function tellTable(given: GivenTable, project: ResearchCharter): ToldTable {
  const { question, rows, snapshots } = given;
  const [quarter = ''] = [...snapshots.values()].map((snapshot) => snapshot.quarter);
  const filters = [...question.selected].map(([dimension, category]) => ({ dimension, category }));
  const disclosure = `${project.id}/${quarter}/${question.table.id}`;
  return {
    tableId: question.table.id,
    measure: question.measure,
    scope: question.scope,
    dimensions: rowDimensions(question),
    filters,
    rows,
    snapshots,
    definitions: definitionsOf(question, snapshots),
    notes: notesOn(question),
    citation: citationOf(question, snapshots, quarter, disclosure),
    disclosure,
  };
}

/** The definitions by which each owner that is asked recorded the outcomes in the table, where one is stated. */
export function definitionsOf(
  { table }: Question,
  snapshots: ReadonlyMap<Jurisdiction3, OwnerSnapshot>,
): readonly DefinitionVersion[] {
  const outcomes = table.dimensions.filter(isOutcome);
  const versions = [...snapshots.values()].flatMap(({ definitions }) =>
    outcomes.flatMap((outcome) => definitions[outcome] ?? []),
  );
  return [...new Set(versions)].filter((version) => Object.hasOwn(DEFINITIONS, version));
}

function citationOf(
  { table, measure, selected }: Question,
  snapshots: ReadonlyMap<Jurisdiction3, OwnerSnapshot>,
  quarter: string,
  disclosure: string,
): string {
  const sources = [...snapshots.keys()].map((of) => OWNERS[ownerOf(of)].title).join('; ');
  const only = [...selected].map(([dimension, category]) => `${dimension} ${category}`).join(', ');
  return (
    `${sources}: ${measure} by ${table.dimensions.join(', ')}${only === '' ? '' : ` (${only})`}, snapshot ${quarter}. ` +
    `Disclosure-controlled statistics by Concordat, reference ${disclosure}.`
  );
}
