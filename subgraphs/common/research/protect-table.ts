// What of a counted table may leave the owner: cells with noise behind thresholds, means made of such cells, and shares
// of totals before they are masked. Everything here is a function of the snapshot, the table and the owner's key, so
// that a table that is computed anew has the same digits.
import { noiseLevelOf, SIGMA, SUM_SIGMA } from '../../../disclosure-control/budget';
import { digestOfRows } from '../../../disclosure-control/digest-of-rows';
import { drawDiscreteGaussian } from '../../../disclosure-control/discrete-gaussian';
import { type Jurisdiction3, NEVER_RECORDED } from '../../../disclosure-control/lattice';
import { ownNoiseContext, totalNoiseContext } from '../../../disclosure-control/noise-context';
import { protectOwnCells } from '../../../disclosure-control/own-cells';
import { type Mean, meanOf } from '../../../disclosure-control/rates';
import {
  type ClosedUntil,
  cohortsCovered,
  isStructuralZero,
  type Table,
  type TableCell,
} from '../../../disclosure-control/table';
import type { CountedCells } from './count-cells';
import type { ResearchKey } from './research-key';

/** Suppressed, and impossible. */
export const SUPPRESSED = 'c';
export const STRUCTURAL_ZERO = 'z';
export type OwnCell = number | Mean | typeof SUPPRESSED | typeof STRUCTURAL_ZERO;

/** A cohort of a snapshot, and the digest of its rows. */
export interface Cohort {
  readonly year: string;
  readonly quarter: string;
  readonly version: string;
}

export interface Protection {
  readonly key: ResearchKey;
  readonly cohorts: readonly Cohort[];
  readonly closed: ClosedUntil;
  readonly jurisdiction: Jurisdiction3;
}

/** A mean is made of a sum and of a count: with this much more noise in both it costs as much as one table. */
const TWO_FOR_ONE = Math.SQRT2;

/** The cells of this owner's own jurisdiction, in canonical order. */
export function protectCounts(table: Table, { people }: CountedCells, protection: Protection): readonly OwnCell[] {
  const noiseOf = ownNoise(table, protection);
  return ownCellsOf(
    table,
    protection,
    protectedCounts(table, people, protection, (cell) => noiseOf(cell, table.id, noiseLevelOf(table).sigma)),
  );
}

/** The same of mean sessions. */
export function protectMeans(table: Table, counted: CountedCells, protection: Protection): readonly OwnCell[] {
  if (NEVER_RECORDED[protection.jurisdiction].includes('MENTORING_INPUT_BAND')) {
    return ownCellsOf(
      table,
      protection,
      table.cells.map(() => STRUCTURAL_ZERO),
    );
  }
  const noiseOf = ownNoise(table, protection);
  const counts = protectedCounts(table, counted.people, protection, (cell) =>
    noiseOf(cell, `COUNT:${table.id}`, SIGMA * TWO_FOR_ONE),
  );
  return ownCellsOf(
    table,
    protection,
    table.cells.map((cell, place) => {
      const value = counts[place];
      if (typeof value !== 'number') return value ?? SUPPRESSED;
      const sum = (counted.sessions.get(cell.key) ?? 0) + noiseOf(cell, table.id, SUM_SIGMA * TWO_FOR_ONE);
      return meanOf(sum, { status: 'PUBLISHED', value }, SIGMA * TWO_FOR_ONE) ?? SUPPRESSED;
    }),
  );
}

/** This owner's part of each total: also of a cell that is always empty here, so that its total has all the noise. */
export function noisyShares(table: Table, { people }: CountedCells, { key, cohorts }: Protection): Int32Array {
  const versionOf = versions(table, key, cohorts);
  const { shareSigma } = noiseLevelOf(table);
  return Int32Array.from(table.cells, (cell) => {
    const context = totalNoiseContext({ version: versionOf(cell), tableId: table.id, cellKey: cell.key });
    return (people.get(cell.key) ?? 0) + drawDiscreteGaussian(key.noise, context, shareSigma);
  });
}

function protectedCounts(
  table: Table,
  people: ReadonlyMap<string, number>,
  { closed, jurisdiction }: Protection,
  noiseOf: (cell: TableCell) => number,
): readonly (number | typeof SUPPRESSED | typeof STRUCTURAL_ZERO)[] {
  const cells = new Map(table.cells.map((cell) => [cell.key, cell]));
  return protectOwnCells({
    table,
    counts: people,
    isZero: (cell) => isStructuralZero(table, cell, closed, jurisdiction),
    noiseOf: (key) => noiseOf(cells.get(key) as TableCell),
  }).map(({ status, value }) => value ?? (status === 'STRUCTURAL_ZERO' ? STRUCTURAL_ZERO : SUPPRESSED));
}

function ownNoise(
  table: Table,
  { key, cohorts }: Protection,
): (cell: TableCell, tableId: string, sigma: number) => number {
  const versionOf = versions(table, key, cohorts);
  return (cell, tableId, sigma) =>
    drawDiscreteGaussian(key.noise, ownNoiseContext({ version: versionOf(cell), tableId, cellKey: cell.key }), sigma);
}

/** The version of the cohorts that a cell covers: a later snapshot has the same noise where nothing in them changed. */
function versions(table: Table, key: ResearchKey, cohorts: readonly Cohort[]): (cell: TableCell) => string {
  const known = new Map<string, string>();
  return (cell) => {
    const { year, quarter } = cohortsCovered(table, cell);
    const covered = `${year ?? ''} ${quarter ?? ''}`;
    const version =
      known.get(covered) ??
      digestOfRows(
        key.rows,
        cohorts
          .filter((each) => (year ?? each.year) === each.year && (quarter ?? each.quarter) === each.quarter)
          .map((each) => [each.year, each.quarter, each.version]),
      );
    known.set(covered, version);
    return version;
  };
}

function ownCellsOf(table: Table, { jurisdiction }: Protection, cells: readonly OwnCell[]): readonly OwnCell[] {
  const at = table.dimensions.indexOf('JURISDICTION');
  return cells.filter((_, place) => table.cells[place]?.categories[at] === jurisdiction);
}
