import { LEAST_PUBLISHED } from '../disclosure-control/budget';
import type { Dimension } from '../disclosure-control/lattice';
import type { DataCategory } from '../schema/categories';
import type { Clause, Predicate } from './protocol';

/**
 * What disclosure control keeps of every table, whoever asks (docs/aggregates.md). A clause on AGGREGATE alone may
 * promise as much and no more: a promise that is not kept stops the start, and one that is kept leaves nothing to
 * evaluate when a table is asked for. Each dimension of the tables has its category here, and nothing else is in them;
 * of no dimension anybody may say that it is not there.
 */
const CATEGORY_OF_DIMENSION: Readonly<Record<Dimension, DataCategory>> = {
  JURISDICTION: 'AGGREGATE',
  COHORT_YEAR: 'AGGREGATE',
  COHORT_QUARTER: 'AGGREGATE',
  AGE_BAND: 'DEMOGRAPHIC',
  SEX: 'DEMOGRAPHIC',
  OFFENCE_GROUP: 'OFFENCE',
  PATHWAY: 'PATHWAY_NEEDS',
  RISK_BAND: 'RISK_SCORE',
  PROGRAMME_SETTING: 'PROGRAMME',
  MENTORING_INPUT_BAND: 'MENTORING_RECORD',
  AFTERCARE_SEEN: 'AFTERCARE',
  HOUSING_OUTCOME: 'HOUSING',
  EMPLOYMENT_OUTCOME: 'EMPLOYMENT_FINANCE',
  REOFFENDED_12M: 'OUTCOME',
};

/** Whether a clause permits tables and nothing else. */
export function permitsTablesAlone({ permits }: Pick<Clause, 'permits'>): boolean {
  return permits.length > 0 && permits.every(({ category }) => category === 'AGGREGATE');
}

/** Why no table keeps what a clause says of all of them; undefined where every table does. */
export function faultOfPromise({ name, arguments: given }: Predicate): string | undefined {
  switch (name) {
    // Whoever was under 18 at entry is in no snapshot.
    case 'adult':
      return undefined;
    case 'minCell': {
      const count = Number(given['count']);
      if (count <= LEAST_PUBLISHED) return undefined;
      return `cells are published from ${String(LEAST_PUBLISHED)} on, not from ${String(count)}; promise minCell: { count: ${String(LEAST_PUBLISHED)} }`;
    }
    case 'notCategory': {
      const excluded = given['categories'];
      const shown = Object.values(CATEGORY_OF_DIMENSION).filter(
        (category) => Array.isArray(excluded) && excluded.includes(category),
      );
      if (shown.length === 0) return undefined;
      return `tables have dimensions of ${[...new Set(shown)].join(', ')}; take it out of notCategory`;
    }
    default:
      return `${name} is not promised of tables; a clause on AGGREGATE alone promises minCell, adult or notCategory`;
  }
}
