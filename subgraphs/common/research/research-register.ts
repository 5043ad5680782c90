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
} as const;

/** A dimension that a register records: where a person is and when he or she came, the snapshot knows by itself. */
export type RecordedDimension = keyof typeof RESEARCH_COLUMNS;

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
