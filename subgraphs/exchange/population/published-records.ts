// What the project published about itself, from the tables in published/. It concerns no person, so it is loaded
// everywhere, in production too; contradictions about a single case study are therefore not among them.
import path from 'node:path';

import { projectRoot } from '../../../service/project-root';
import type { RecordSet } from '../../common/loading/load-records';
import { type CsvRow, readCsv } from '../../common/loading/read-csv';
import { ProjectAction } from '../performance/project-action';
import { ReferenceStatistic } from '../performance/reference-statistic';
import { SourceContradiction } from '../performance/source-contradiction';
import { Target } from '../performance/target';
import { cohortStatistics } from './cohort-statistics';

const FOLDER = path.join(projectRoot, 'subgraphs/exchange/population/published');

export function* publishedRecords(): Iterable<RecordSet> {
  yield {
    table: Target,
    rows: published('deliverables.csv', 'target', (row) => ({
      indicator: text(row.indicator),
      asOf: text(row.as_of),
      source: text(row.source),
      target: count(row.target),
      achieved: count(row.achieved),
      rag: text(row.rag),
      commentary: text(row.commentary),
    })),
  };
  yield {
    table: ProjectAction,
    rows: published('actions_2014_09.csv', 'action', (row) => ({
      action: text(row.action),
      lead: text(row.lead),
      due: text(row.due),
    })),
  };
  yield {
    table: SourceContradiction,
    rows: published('source_contradictions.csv', 'contradiction', (row) => ({
      item: text(row.item),
      versionA: text(row.version_a),
      versionB: text(row.version_b),
      resolution: text(row.resolution),
    })),
  };
  yield {
    table: ReferenceStatistic,
    rows: [
      // The published counts of extremism cases are not in the file: so few and so known are people, not a figure.
      ...published('published_figures.csv', 'figure', (row) => ({
        jurisdiction: text(row.jurisdiction),
        context: text(row.context),
        measure: text(row.measure),
        printedValue: text(row.value),
        asOf: text(row.as_of),
        source: text(row.source),
        note: text(row.note),
        contradiction: text(row.contradiction),
      })),
      ...cohortStatistics(readCsv(path.join(FOLDER, 'table3_lcp_prison_cohort1.csv'))),
    ],
  };
}

/** Rows with keys by their place in the file: a published table does not change. */
function published(file: string, kind: string, record: (row: CsvRow) => object): readonly object[] {
  return readCsv(path.join(FOLDER, file)).map((row, index) => ({
    id: `exchange-${kind}-${String(index + 1).padStart(3, '0')}`,
    ...record(row),
  }));
}

function text(cell: string | undefined): string | null {
  return cell === undefined || cell === '' || cell === '-' ? null : cell;
}

function count(cell: string | undefined): number | null {
  const written = text(cell);
  return written === null ? null : Number(written);
}
