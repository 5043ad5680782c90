// Who is in an owner's research register at a cut-off, as the register says it: for the truth, and for tests.
import type { RecordedDimension } from '../subgraphs/common/research/research-register';
import { RESEARCH_COLUMNS } from '../subgraphs/common/research/research-register';
import type { SeededOwner } from './seeded-owner';

/** One person of a register. */
export interface ResearchPerson {
  readonly subjectId: string;
  /** YYYY-MM-DD */
  readonly enteredOn: string;
  readonly categories: Readonly<Record<RecordedDimension, string>>;
  readonly mentoringSessions: number | null;
}

/** The first day of the calendar quarter in which a day lies. */
export function cutOffOf(day: string): string {
  const month = 3 * Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

/** The cohort of an entry, as the lattice names its year and quarter. */
export function cohortOf(enteredOn: string): { readonly COHORT_YEAR: string; readonly COHORT_QUARTER: string } {
  const year = enteredOn.slice(0, 4);
  return {
    COHORT_YEAR: year < '2024' ? 'BEFORE_2024' : year,
    COHORT_QUARTER: `Q${String(Math.ceil(Number(enteredOn.slice(5, 7)) / 3))}`,
  };
}

/** Everybody in the cohorts that ended at least twelve months before the cut-off; nobody at an owner without a register. */
export async function researchPeople(
  { owner, store }: SeededOwner,
  cutOff: string,
): Promise<readonly ResearchPerson[]> {
  if (owner.research === undefined) return [];
  const columns = Object.entries(RESEARCH_COLUMNS) as [RecordedDimension, string][];
  const rows = await store.maintenance.query<Record<string, string | number | null>[]>(
    `select person.*, entered_on::text from (${owner.research.rows.replaceAll('p_cutoff', '$1::date')}) person
     where entered_on < $1::date - interval '12 months' order by subject_id`,
    [cutOff],
  );
  return rows.map((row) => ({
    subjectId: String(row.subject_id),
    enteredOn: String(row.entered_on),
    categories: Object.fromEntries(
      columns.map(([dimension, column]) => [dimension, String(row[column])]),
    ) as ResearchPerson['categories'],
    mentoringSessions: row.mentoring_sessions as number | null,
  }));
}
