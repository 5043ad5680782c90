// Whom an attack asks: the hub, disclosure control in process over the same people, or nobody's protection at all. Each
// takes the same questions and tells the same rows.
import { createHash } from 'node:crypto';

import { OUTCOME_LEVEL } from '../../../disclosure-control/budget';
import { digestOfRows } from '../../../disclosure-control/digest-of-rows';
import { type Dimension, type Jurisdiction3, RECORDED_OUTCOMES } from '../../../disclosure-control/lattice';
import { sumShares } from '../../../disclosure-control/masks';
import { RATES } from '../../../disclosure-control/rates';
import { type ClosedUntil, isStructuralZero, type Table } from '../../../disclosure-control/table';
import { publishTotals } from '../../../disclosure-control/totals';
import { ResearchKey } from '../../../subgraphs/common/research/research-key';
import { noisyShares, protectCounts, type Protection } from '../../../subgraphs/common/research/protect-table';
import { type GivenCell, givenAs, publishRows, type Row } from '../../../subgraphs/exchange/research/publish-rows';
import { type Question, readQuestion, type Scope } from '../../../subgraphs/exchange/research/read-question';
import type { Categories } from './attacked-people';

export interface Asked {
  readonly groupBy: readonly Dimension[];
  readonly scope: Scope;
  readonly where?: readonly { readonly dimension: Dimension; readonly category: string }[];
  readonly measure?: 'COUNT' | 'REOFFENDING_RATE_12M';
}

export interface ToldRow {
  /** The categories in the order of the sorted dimensions, joined by `|`. */
  readonly key: string;
  /** Null where it is not told. */
  readonly count: number | null;
  readonly rate: number | null;
}

export interface Oracle {
  ask(asked: Asked): Promise<readonly ToldRow[]>;
  /** Variance of the noise in a cell of one owner, and in one of all. */
  readonly variance: { readonly own: number; readonly total: number };
}

export function toldRow({ categories, count, rate }: Pick<Row, 'categories' | 'count' | 'rate'>): ToldRow {
  const sorted = [...categories].sort((one, other) => (one.dimension < other.dimension ? -1 : 1));
  return { key: sorted.map(({ category }) => category).join('|'), count, rate };
}

export function questionOf(asked: Asked): Question {
  return readQuestion({ where: [], measure: 'COUNT', acceptMixedDefinitions: true, ...asked });
}

/** Counts as they are, and rates with all their digits: composed here, and nowhere in the product. */
export function unprotectedOracle(people: readonly Categories[]): Oracle {
  return {
    variance: { own: 0, total: 0 },
    ask: async (asked) => {
      const question = questionOf(asked);
      const counts = countsOf(question.table, people);
      const rows = publishRows(
        question,
        question.table.cells.map(({ key }) => counts.get(key) ?? 0),
      );
      if (asked.measure !== 'REOFFENDING_RATE_12M') return rows.map(toldRow);
      const { outcome, counted } = RATES.REOFFENDING_RATE_12M;
      return rows.map((row) => {
        const group = people.filter((person) =>
          row.categories.every(({ dimension, category }) => person[dimension] === category),
        );
        const recorded = group.filter((person) => RECORDED_OUTCOMES[outcome].includes(person[outcome]));
        const yes = recorded.filter((person) => person[outcome] === counted).length;
        return toldRow({ ...row, rate: recorded.length === 0 ? null : yes / recorded.length });
      });
    },
  };
}

/** The three owners and the exchange without network, database and masks, which cancel; by keys that follow from a text. */
export function roomOracle(people: readonly Categories[], closed: ClosedUntil, keys: string): Oracle {
  const owners = new Map(
    (['UK', 'NL', 'IT'] as const).map((jurisdiction) => {
      const theirs = people.filter(({ JURISDICTION }) => JURISDICTION === jurisdiction);
      const key = new ResearchKey(createHash('sha256').update(`${keys} ${jurisdiction}`).digest());
      return [jurisdiction, { theirs, protection: { key, closed, jurisdiction, cohorts: cohortsOf(theirs, key) } }];
    }),
  );
  const given = new Map<string, readonly GivenCell[]>();
  return {
    variance: { own: OUTCOME_LEVEL.sigma ** 2, total: OUTCOME_LEVEL.totalSigma ** 2 },
    ask: (asked) => {
      const question = questionOf(asked);
      const known = given.get(question.table.id) ?? cellsOf(question.table, question.kind, owners, closed);
      given.set(question.table.id, known);
      return Promise.resolve(publishRows(question, known).map(toldRow));
    },
  };
}

interface RoomOwner {
  readonly theirs: readonly Categories[];
  readonly protection: Protection;
}

function cellsOf(
  table: Table,
  kind: Question['kind'],
  owners: ReadonlyMap<Jurisdiction3, RoomOwner>,
  closed: ClosedUntil,
): readonly GivenCell[] {
  const counted = (people: readonly Categories[]) => ({ people: countsOf(table, people), sessions: new Map() });
  if (kind === 'TOTAL') {
    const shares = [...owners.values()].map(({ theirs, protection }) =>
      Uint32Array.from(noisyShares(table, counted(theirs), protection)),
    );
    return publishTotals(table, sumShares(shares), (cell) => isStructuralZero(table, cell, closed)).map(givenAs);
  }
  const at = table.dimensions.indexOf('JURISDICTION');
  const own = new Map(
    [...owners].map(([jurisdiction, { theirs, protection }]) => [
      jurisdiction as string,
      protectCounts(table, counted(theirs), protection).values(),
    ]),
  );
  return table.cells.map(({ categories }) => own.get(categories[at] ?? '')?.next().value ?? 'c');
}

function cohortsOf(people: readonly Categories[], key: ResearchKey): Protection['cohorts'] {
  const cohorts = new Map<string, Categories[]>();
  for (const person of people) {
    const cohort = `${person.COHORT_YEAR} ${person.COHORT_QUARTER}`;
    cohorts.set(cohort, [...(cohorts.get(cohort) ?? []), person]);
  }
  return [...cohorts.values()].map((cohort) => ({
    year: cohort[0]?.COHORT_YEAR ?? '',
    quarter: cohort[0]?.COHORT_QUARTER ?? '',
    version: digestOfRows(
      key.rows,
      cohort.map((person) => Object.values(person)),
    ),
  }));
}

export function countsOf(table: Table, people: readonly Categories[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const person of people) {
    const key = table.dimensions.map((dimension) => person[dimension]).join('|');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
