import { noiseLevelOf } from '../../../disclosure-control/budget';
import type { Dimension } from '../../../disclosure-control/lattice';
import type { PublishedCell } from '../../../disclosure-control/publish-cells';
import { RATES, rateOf } from '../../../disclosure-control/rates';
import type { TableCell } from '../../../disclosure-control/table';
import { isRate, outcomesOfRate, type Question, type RateMeasure, rowDimensions } from './read-question';

/** What an owner gives of one cell: a count or a mean; `c`: suppressed; `z`: nobody can be in it. */
export type GivenCell = number | GivenMean | 'c' | 'z';

export interface GivenMean {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export type RowStatus = 'PUBLISHED' | 'SUPPRESSED' | 'STRUCTURAL_ZERO' | 'NOT_AVAILABLE';

/** A row of a table as it is given: where there is no value, a marker, and never a zero. */
export interface Row {
  readonly categories: readonly { readonly dimension: Dimension; readonly category: string }[];
  readonly status: RowStatus;
  readonly count: number | null;
  readonly rate: number | null;
  readonly mean: number | null;
  /** Of the 95 % interval of a rate or a mean. */
  readonly low: number | null;
  readonly high: number | null;
}

export const MARKERS: Readonly<Record<RowStatus, string | null>> = {
  PUBLISHED: null,
  SUPPRESSED: '[c]',
  NOT_AVAILABLE: '[x]',
  STRUCTURAL_ZERO: '[z]',
};

const NOTHING = { count: null, rate: null, mean: null, low: null, high: null } as const;

/** A cell of a table, as it was published, with what it is a cell of; undefined: its owner records nothing of it. */
type Cells = readonly (GivenCell | undefined)[];

/** A cell that disclosure control published, in the form in which owners give theirs. */
export function givenAs({ status, value }: PublishedCell): GivenCell {
  if (value !== null) return value;
  return status === 'STRUCTURAL_ZERO' ? 'z' : 'c';
}

/** The rows that were asked for, from the cells of the whole table in canonical order. */
export function publishRows(question: Question, cells: Cells): readonly Row[] {
  const { table, measure, selected } = question;
  const chosen = table.cells.flatMap((cell, place) =>
    table.dimensions.every((dimension, at) => {
      const only = selected.get(dimension);
      return only === undefined || only === cell.categories[at];
    })
      ? [{ cell, given: cells[place] }]
      : [],
  );
  if (isRate(measure)) return ratesOf(question, measure, chosen);
  return chosen.map(({ cell, given }) => ({ categories: categoriesOf(question, cell), ...valueOf(given) }));
}

function valueOf(given: GivenCell | undefined): Omit<Row, 'categories'> {
  if (given === undefined) return { ...NOTHING, status: 'NOT_AVAILABLE' };
  if (given === 'c') return { ...NOTHING, status: 'SUPPRESSED' };
  if (given === 'z') return { ...NOTHING, status: 'STRUCTURAL_ZERO' };
  if (typeof given === 'number') return { ...NOTHING, status: 'PUBLISHED', count: given };
  return { ...NOTHING, status: 'PUBLISHED', ...given };
}

/** Rates come from cells as they were published, and from nothing else: one that was not given leaves no rate. */
function ratesOf(
  question: Question,
  measure: RateMeasure,
  chosen: readonly { readonly cell: TableCell; readonly given: GivenCell | undefined }[],
): readonly Row[] {
  const at = question.table.dimensions.indexOf(RATES[measure].outcome);
  const { counted, others } = outcomesOfRate(measure);
  const level = noiseLevelOf(question.table);
  const sigma = question.kind === 'TOTAL' ? level.totalSigma : level.sigma;
  const groups = new Map<string, { categories: Row['categories']; byOutcome: Map<string, GivenCell | undefined> }>();
  for (const { cell, given } of chosen) {
    const key = cell.categories.toSpliced(at, 1).join('|');
    const group = groups.get(key) ?? { categories: categoriesOf(question, cell), byOutcome: new Map() };
    group.byOutcome.set(cell.categories[at] ?? '', given);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ categories, byOutcome }) => {
    const recorded = [counted, ...others].map((outcome) => byOutcome.get(outcome));
    if (recorded.every((given) => given === 'z')) return { categories, ...NOTHING, status: 'STRUCTURAL_ZERO' };
    const [first, ...rest] = recorded.map(publishedAs);
    const rate = first === undefined ? null : rateOf(first, rest, sigma);
    return rate === null
      ? { categories, ...NOTHING, status: 'SUPPRESSED' }
      : { categories, ...NOTHING, status: 'PUBLISHED', ...rate };
  });
}

function publishedAs(given: GivenCell | undefined): PublishedCell {
  return typeof given === 'number' ? { status: 'PUBLISHED', value: given } : { status: 'SUPPRESSED', value: null };
}

function categoriesOf(question: Question, { categories }: TableCell): Row['categories'] {
  const { dimensions } = question.table;
  return rowDimensions(question).map((dimension) => ({
    dimension,
    category: categories[dimensions.indexOf(dimension)] ?? '',
  }));
}
