import { DIMENSIONS, MAX_DIMENSIONS, NEVER_RECORDED, type Dimension, type Jurisdiction3 } from './lattice';

export interface TableCell {
  /** The categories, joined by `|`. */
  readonly key: string;
  /** One for each dimension of the table, in the order of its dimensions. */
  readonly categories: readonly string[];
}

/** A table is its set of dimensions: whoever asks for the same ones, by whatever filters and groups, asks for this. */
export interface Table {
  readonly id: string;
  /** Sorted by name. */
  readonly dimensions: readonly Dimension[];
  /** All of them, in canonical order: categories as they are published, the last dimension fastest. */
  readonly cells: readonly TableCell[];
}

/** The last quarter of entry whose cohort is closed. */
export interface ClosedUntil {
  readonly lastYear: number;
  readonly lastQuarter: 1 | 2 | 3 | 4;
}

export function tableOf(dimensions: readonly Dimension[]): Table {
  const sorted = [...new Set(dimensions)].sort();
  if (sorted.length === 0 || sorted.length > MAX_DIMENSIONS) {
    throw new RangeError(`A table has 1 to ${MAX_DIMENSIONS} dimensions, not ${sorted.length}.`);
  }
  const combinations = sorted.reduce<readonly (readonly string[])[]>(
    (shorter, dimension) =>
      shorter.flatMap((categories) => DIMENSIONS[dimension].map((category) => [...categories, category])),
    [[]],
  );
  return {
    id: sorted.join('+'),
    dimensions: sorted,
    cells: combinations.map((categories) => ({ key: categories.join('|'), categories })),
  };
}

/** The same cells of sums instead of people: another table, with noise and a charge of its own. */
export function meanTableOf(dimensions: readonly Dimension[]): Table {
  const table = tableOf(dimensions);
  return { ...table, id: `MEAN:MENTORING_SESSIONS@${table.id}` };
}

/**
 * Whether nobody can be in the cell, whatever the data: its cohort is not closed yet, or the owner never records this.
 * With a `jurisdiction` the table is taken as that owner fills it; without one each cell as its own JURISDICTION says.
 */
export function isStructuralZero(
  table: Table,
  cell: TableCell,
  closed: ClosedUntil,
  jurisdiction?: Jurisdiction3,
): boolean {
  const stated = categoryOf(table, cell, 'JURISDICTION');
  if (jurisdiction !== undefined && stated !== undefined && stated !== jurisdiction) return true;
  return isOpenCohort(table, cell, closed) || isNeverRecorded(table, cell, jurisdiction ?? stated);
}

/** Which cohorts of entry the cell can hold people of; without year and quarter all of them. */
export function cohortsCovered(table: Table, cell: TableCell): { readonly year?: string; readonly quarter?: string } {
  const year = categoryOf(table, cell, 'COHORT_YEAR');
  const quarter = categoryOf(table, cell, 'COHORT_QUARTER');
  return { ...(year === undefined ? {} : { year }), ...(quarter === undefined ? {} : { quarter }) };
}

function isOpenCohort(table: Table, cell: TableCell, { lastYear, lastQuarter }: ClosedUntil): boolean {
  const { year, quarter } = cohortsCovered(table, cell);
  if (year === undefined || year === 'BEFORE_2024') return false;
  if (Number(year) !== lastYear) return Number(year) > lastYear;
  return quarter !== undefined && Number(quarter.slice(1)) > lastQuarter;
}

function isNeverRecorded(table: Table, cell: TableCell, owner: string | undefined): boolean {
  const never = Object.entries(NEVER_RECORDED).find(([jurisdiction]) => jurisdiction === owner)?.[1] ?? [];
  return never.some((dimension) => {
    const category = categoryOf(table, cell, dimension);
    return category !== undefined && category !== 'NOT_RECORDED';
  });
}

function categoryOf(table: Table, cell: TableCell, dimension: Dimension): string | undefined {
  return cell.categories[table.dimensions.indexOf(dimension)];
}
