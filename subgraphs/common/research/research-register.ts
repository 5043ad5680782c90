import type { Dimension } from '../../../disclosure-control/lattice';
import type { DefinitionVersion } from '../../../schema/definitions';

/** The column in which a register brings the category of each dimension that it records. */
export const RESEARCH_COLUMNS = {
  AGE_BAND: 'age_band',
  SEX: 'sex',
  OFFENCE_GROUP: 'offence_group',
  PATHWAY: 'pathway',
  RISK_BAND: 'risk_band',
  PROGRAMME_SETTING: 'programme_setting',
  MENTORING_INPUT_BAND: 'mentoring_input_band',
  AFTERCARE_SEEN: 'aftercare_seen',
  HOUSING_OUTCOME: 'housing_outcome',
  EMPLOYMENT_OUTCOME: 'employment_outcome',
  REOFFENDED_12M: 'reoffended_12m',
} as const satisfies Partial<Record<Dimension, string>>;

/** A dimension that a register records: where a person is and when he or she came, the snapshot knows by itself. */
export type RecordedDimension = keyof typeof RESEARCH_COLUMNS;

export const RECORDED_DIMENSIONS = Object.keys(RESEARCH_COLUMNS) as readonly RecordedDimension[];

/** Of whom an owner has statistics, and what of them is counted. */
export interface ResearchRegister {
  /**
   * A select of everybody who was an adult when first entering, one row per person, with the columns `subject_id` text,
   * `entered_on` date (the first entry), one text column for each of {@link RESEARCH_COLUMNS}, which holds a published
   * category of that dimension, and `mentoring_sessions` integer (in the twelve months after entry), null where they are
   * not recorded. It may speak of `p_cutoff` (a date), the first day of the snapshot's quarter: nothing that happened
   * from then on is counted.
   */
  readonly rows: string;
  /** By which definition each dimension is counted here, where there is more than one. */
  readonly definitions: Partial<Record<RecordedDimension, DefinitionVersion>>;
}

/** A row of the register. */
export type ResearchPerson = Readonly<
  Record<(typeof RESEARCH_COLUMNS)[RecordedDimension], string | null> & {
    subject_id: string;
    entered_on: string;
    mentoring_sessions: number | null;
  }
>;

/**
 * The register as a function of the owner's database, as it is for a snapshot with this cut-off: part of the code, made
 * anew at every start like the predicates.
 */
export function researchFunction({ rows }: ResearchRegister): string {
  const columns = [
    ['subject_id', 'text'],
    ['entered_on', 'date'],
    ...RECORDED_DIMENSIONS.map((dimension) => [RESEARCH_COLUMNS[dimension], 'text'] as const),
    ['mentoring_sessions', 'integer'],
  ] as const;
  return `
    drop function if exists research_register(date);
    create function research_register(p_cutoff date)
    returns table (${columns.map(([name, type]) => `${name} ${type}`).join(', ')})
    language plpgsql stable set plan_cache_mode = force_custom_plan as $register$
      #variable_conflict use_column
      begin
        return query select ${columns.map(([name, type]) => `person.${name}::${type}`).join(', ')} from (${rows}) person;
      end $register$`;
}
