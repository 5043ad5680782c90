// What of typical research tables is published, and how far it is from the truth: the room of disclosure control over
// given people, without network and database. The masks are left out, since they cancel in the sum.
import { noiseLevelOf } from '../../disclosure-control/budget';
import { drawDiscreteGaussian } from '../../disclosure-control/discrete-gaussian';
import { type Dimension, type Jurisdiction3, OUTCOMES } from '../../disclosure-control/lattice';
import { ownNoiseContext, totalNoiseContext } from '../../disclosure-control/noise-context';
import { protectOwnCells } from '../../disclosure-control/own-cells';
import type { PublishedCell } from '../../disclosure-control/publish-cells';
import { rateOf, RATES } from '../../disclosure-control/rates';
import {
  type ClosedUntil,
  isStructuralZero,
  type Table,
  type TableCell,
  tableOf,
} from '../../disclosure-control/table';
import { publishTotals } from '../../disclosure-control/totals';

export type Person = Readonly<Record<Dimension, string>>;
/** A total over all three owners, or the cells of each of these. */
type Scope = 'ALL' | readonly Jurisdiction3[];

const EACH = ['UK', 'NL', 'IT'] as const;

/** Twenty-five tables such as a study of the programmes asks for: a whole ledger. */
// prettier-ignore
const TYPICAL_TABLES: readonly (readonly [scope: Scope, dimensions: readonly Dimension[]])[] = [
  ['ALL',  ['AGE_BAND']],
  ['ALL',  ['SEX']],
  ['ALL',  ['OFFENCE_GROUP']],
  ['ALL',  ['PATHWAY']],
  ['ALL',  ['AGE_BAND', 'SEX']],
  ['ALL',  ['COHORT_YEAR', 'COHORT_QUARTER']],
  ['ALL',  ['REOFFENDED_12M']],
  ['ALL',  ['REOFFENDED_12M', 'AGE_BAND']],
  ['ALL',  ['REOFFENDED_12M', 'SEX']],
  ['ALL',  ['REOFFENDED_12M', 'OFFENCE_GROUP']],
  ['ALL',  ['REOFFENDED_12M', 'PATHWAY']],
  ['ALL',  ['REOFFENDED_12M', 'AGE_BAND', 'PATHWAY']],
  ['ALL',  ['REOFFENDED_12M', 'COHORT_YEAR']],
  ['ALL',  ['REOFFENDED_12M', 'HOUSING_OUTCOME']],
  ['ALL',  ['EMPLOYMENT_OUTCOME', 'AGE_BAND']],
  ['ALL',  ['EMPLOYMENT_OUTCOME', 'PATHWAY']],
  ['ALL',  ['HOUSING_OUTCOME', 'AGE_BAND']],
  ['ALL',  ['HOUSING_OUTCOME', 'PATHWAY']],
  [EACH,   ['REOFFENDED_12M']],
  [EACH,   ['EMPLOYMENT_OUTCOME']],
  [EACH,   ['AGE_BAND']],
  [['UK'], ['REOFFENDED_12M', 'RISK_BAND']],
  [['UK'], ['REOFFENDED_12M', 'MENTORING_INPUT_BAND']],
  [['UK'], ['PROGRAMME_SETTING']],
  [['NL'], ['REOFFENDED_12M', 'AFTERCARE_SEEN']],
];

export interface TableUtility {
  readonly table: string;
  /** Cells that are not impossible, and of these the published ones, those with people, and those people. */
  cells: number;
  published: number;
  peopled: number;
  peopledPublished: number;
  people: number;
  peoplePublished: number;
  /** Of published cells: the sum of the errors. */
  countError: number;
  rates: number;
  ratesPublished: number;
  rateError: number;
}

/** Measures every table, added up over the keys. */
export function measureUtility(
  people: readonly Person[],
  closed: ClosedUntil,
  keys: readonly Buffer[],
): readonly TableUtility[] {
  return TYPICAL_TABLES.map(([scope, dimensions]) => {
    const table = tableOf(scope === 'ALL' ? dimensions : [...dimensions, 'JURISDICTION']);
    const found = emptyUtility(`${scope === 'ALL' ? 'ALL' : scope.join(',')} ${table.id}`);
    for (const key of keys) {
      if (scope === 'ALL') addCells(found, table, countsOf(table, people), totalsOf(table, people, closed, key), 'ALL');
      else
        for (const owner of scope) {
          const theirs = people.filter(({ JURISDICTION }) => JURISDICTION === owner);
          const counts = countsOf(table, theirs);
          const cells = protectOwnCells({
            table,
            counts,
            isZero: (cell) => isStructuralZero(table, cell, closed, owner),
            noiseOf: (cellKey) =>
              drawDiscreteGaussian(
                key,
                ownNoiseContext({ version: owner, tableId: table.id, cellKey }),
                noiseLevelOf(table).sigma,
              ),
          });
          addCells(found, table, counts, cells, owner);
        }
    }
    return found;
  });
}

export function emptyUtility(table: string): TableUtility {
  const nothing = { cells: 0, published: 0, peopled: 0, peopledPublished: 0, people: 0, peoplePublished: 0 };
  return { table, ...nothing, countError: 0, rates: 0, ratesPublished: 0, rateError: 0 };
}

function countsOf(table: Table, people: readonly Person[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const person of people) {
    const key = table.dimensions.map((dimension) => person[dimension]).join('|');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function totalsOf(table: Table, people: readonly Person[], closed: ClosedUntil, key: Buffer): readonly PublishedCell[] {
  const counts = countsOf(table, people);
  const totals = Int32Array.from(table.cells, ({ key: cellKey }) =>
    EACH.reduce(
      (sum, version) =>
        sum +
        drawDiscreteGaussian(
          key,
          totalNoiseContext({ version, tableId: table.id, cellKey }),
          noiseLevelOf(table).shareSigma,
        ),
      counts.get(cellKey) ?? 0,
    ),
  );
  return publishTotals(table, totals, (cell) => isStructuralZero(table, cell, closed));
}

function addCells(
  found: TableUtility,
  table: Table,
  counts: ReadonlyMap<string, number>,
  cells: readonly PublishedCell[],
  scope: 'ALL' | Jurisdiction3,
): void {
  cells.forEach(({ status, value }, place) => {
    if (status === 'STRUCTURAL_ZERO') return;
    const people = counts.get(table.cells[place]?.key ?? '') ?? 0;
    found.cells += 1;
    found.people += people;
    if (people > 0) found.peopled += 1;
    if (value === null) return;
    found.published += 1;
    found.peoplePublished += people;
    if (people > 0) found.peopledPublished += 1;
    found.countError += Math.abs(value - people);
  });
  const outcomes = table.dimensions.filter((dimension) => OUTCOMES.some((outcome) => outcome === dimension));
  // With two outcomes in a table the first one is what the rate is of.
  const measure = Object.values(RATES).find(({ outcome }) => outcome === outcomes.at(-1));
  if (measure === undefined) return;
  addRates(found, table, counts, cells, {
    ...measure,
    sigma: noiseLevelOf(table)[scope === 'ALL' ? 'totalSigma' : 'sigma'],
  });
}

function addRates(
  found: TableUtility,
  table: Table,
  counts: ReadonlyMap<string, number>,
  cells: readonly PublishedCell[],
  measure: { readonly outcome: Dimension; readonly counted: string; readonly sigma: number },
): void {
  const at = table.dimensions.indexOf(measure.outcome);
  const unrecorded = ['NOT_RECORDED', 'CENSORED'];
  const isRecorded = ({ categories }: TableCell): boolean => !unrecorded.includes(categories[at] ?? '');
  const groups = new Map<string, number[]>();
  table.cells.forEach((cell, place) => {
    if (cells[place]?.status === 'STRUCTURAL_ZERO' || !isRecorded(cell)) return;
    const others = cell.categories.toSpliced(at, 1).join('|');
    groups.set(others, [...(groups.get(others) ?? []), place]);
  });
  for (const places of groups.values()) {
    const truth = places.map((place) => counts.get(table.cells[place]?.key ?? '') ?? 0);
    const people = truth.reduce((sum, count) => sum + count, 0);
    const counted = places.findIndex((place) => table.cells[place]?.categories[at] === measure.counted);
    const published = places.map((place) => cells[place]);
    const [numerator] = published.splice(counted, 1);
    if (numerator === undefined || people === 0) continue;
    found.rates += 1;
    const rate = rateOf(
      numerator,
      published.filter((cell) => cell !== undefined),
      measure.sigma,
    );
    if (rate === null) continue;
    found.ratesPublished += 1;
    found.rateError += Math.abs(rate.rate - (truth[counted] ?? 0) / people);
  }
}
