import {
  DIMENSIONS,
  type Dimension,
  isOutcome,
  type Jurisdiction3,
  MAX_DIMENSIONS,
  NEVER_RECORDED,
  RECORDED_OUTCOMES,
} from '../../../disclosure-control/lattice';
import { RATES } from '../../../disclosure-control/rates';
import { meanTableOf, type Table, tableOf } from '../../../disclosure-control/table';
import { badInput } from '../../common/serving/owner-errors';

export type RateMeasure = keyof typeof RATES;
export type Measure = 'COUNT' | RateMeasure | 'MEAN_MENTORING_SESSIONS';
export type Scope = 'ALL' | Jurisdiction3;

/** A question as the graph takes it. */
export interface AskedTable {
  readonly where: readonly { readonly dimension: Dimension; readonly category: string }[];
  readonly groupBy: readonly Dimension[];
  readonly measure: Measure;
  readonly scope: Scope;
  readonly acceptMixedDefinitions: boolean;
}

/** A question that can be asked of owners: which table, and which of its rows. */
export interface Question {
  readonly measure: Measure;
  readonly scope: Scope;
  /** The one table from which every row is read: dimensions, the jurisdiction and the outcome of a rate with them. */
  readonly table: Table;
  /** Only rows of these categories; every other row is of the table as well, and is given to whoever asks for it. */
  readonly selected: ReadonlyMap<Dimension, string>;
  /** Whose cells the rows are: each owner's own, or of a total nobody's. */
  readonly kind: 'OWN' | 'TOTAL';
  /** Who is asked and charged; of a total all three. */
  readonly asked: readonly Jurisdiction3[];
  /** What the project must have been approved for. */
  readonly needs: readonly Dimension[];
}

export const JURISDICTIONS: readonly Jurisdiction3[] = DIMENSIONS.JURISDICTION;
/** Of whose sessions there is a record. */
const MENTORING_RECORDED = JURISDICTIONS.filter((each) => !NEVER_RECORDED[each].includes('MENTORING_INPUT_BAND'));

export function isRate(measure: Measure): measure is RateMeasure {
  return Object.hasOwn(RATES, measure);
}

/**
 * Reads what is asked for as a table and the rows of it. Whatever is wrong is so of the question alone: nothing about
 * anybody, no ledger and no owner is looked at.
 */
export function readQuestion({ where, groupBy, measure, scope, acceptMixedDefinitions }: AskedTable): Question {
  const selected = new Map<Dimension, string>();
  for (const { dimension, category } of where) {
    select(selected, dimension, category, '"where"');
  }
  if (scope !== 'ALL') select(selected, 'JURISDICTION', scope, '"scope"');
  const asked = new Set<Dimension>([...selected.keys(), ...groupBy]);
  if (isRate(measure)) {
    const { outcome } = RATES[measure];
    if (asked.has(outcome)) {
      throw badInput(`"measure" ${measure} is counted over ${outcome}: leave that out of "where" and "groupBy".`);
    }
    asked.add(outcome);
  }
  if (asked.size === 0) throw badInput('"groupBy" names nothing: give one dimension at least, or a scope.');
  if (asked.size > MAX_DIMENSIONS) {
    throw badInput(
      `A table has ${String(MAX_DIMENSIONS)} dimensions at most, and this one would have ${String(asked.size)}: ` +
        `${[...asked].sort().join(', ')} (filters, outcome and jurisdiction are counted).`,
    );
  }
  const kind = asked.has('JURISDICTION') ? 'OWN' : 'TOTAL';
  const only = selected.get('JURISDICTION');
  const whom = JURISDICTIONS.filter((each) => only === undefined || each === only);
  const needs = [...asked];
  if (measure === 'MEAN_MENTORING_SESSIONS') {
    if (kind === 'TOTAL') {
      throw badInput('"measure" MEAN_MENTORING_SESSIONS is given per owner: give a scope, or group by JURISDICTION.');
    }
    needs.push('MENTORING_INPUT_BAND');
    const recorded = whom.filter((each) => MENTORING_RECORDED.includes(each));
    if (recorded.length === 0) throw badInput('"scope" NL has no record of mentoring sessions: ask UK or IT.');
    return { measure, scope, table: meanTableOf([...asked]), selected, kind, asked: recorded, needs };
  }
  const outcomes = [...asked].filter(isOutcome);
  if (kind === 'TOTAL' && outcomes.length > 0 && !acceptMixedDefinitions) {
    throw badInput(
      `${outcomes.join(', ')} is recorded by another definition in each jurisdiction: group by JURISDICTION, or say ` +
        '"acceptMixedDefinitions: true" for a total, which carries all of them.',
    );
  }
  return { measure, scope, table: tableOf([...asked]), selected, kind, asked: whom, needs };
}

function select(selected: Map<Dimension, string>, dimension: Dimension, category: string, by: string): void {
  const published: readonly string[] = DIMENSIONS[dimension];
  if (!published.includes(category)) {
    throw badInput(`${by} names no published category of ${dimension}: it has ${published.join(', ')}.`);
  }
  const known = selected.get(dimension);
  if (known !== undefined && known !== category) {
    throw badInput(`${by} asks for two categories of ${dimension} at once: ask for one, or group by it.`);
  }
  selected.set(dimension, category);
}

/** The dimensions that stand beside each row: those of the table, without the outcome over which a rate is counted. */
export function rowDimensions({ table, measure }: Question): readonly Dimension[] {
  const counted = isRate(measure) ? RATES[measure].outcome : undefined;
  return table.dimensions.filter((dimension) => dimension !== counted);
}

/** The categories of a rate's outcome: the one that it counts, and the others that are recorded. */
export function outcomesOfRate(measure: RateMeasure): { readonly counted: string; readonly others: readonly string[] } {
  const { outcome, counted } = RATES[measure];
  return { counted, others: RECORDED_OUTCOMES[outcome].filter((category) => category !== counted) };
}
