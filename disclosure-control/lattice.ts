/**
 * The closed lattice of research tables: what can be asked for at all. Every category is broad, published, and stands
 * as it was when a person entered a cohort or within the twelve months after. Extremism, intelligence, health, family,
 * victims and minors have no dimension, and so no cells.
 */
export const DIMENSIONS = {
  JURISDICTION: ['UK', 'NL', 'IT'],
  AGE_BAND: ['FROM_18_TO_24', 'FROM_25_TO_34', 'FROM_35_TO_49', 'FROM_50', 'NOT_RECORDED'],
  SEX: ['FEMALE', 'MALE', 'NOT_RECORDED'],
  OFFENCE_GROUP: [
    ...['THEFT', 'BURGLARY', 'ROBBERY', 'VEHICLE', 'DRUGS', 'VIOLENCE', 'PUBLIC_ORDER', 'WEAPONS', 'OTHER'],
    'NOT_RECORDED',
  ],
  PATHWAY: [
    ...['ACCOMMODATION', 'EMPLOYMENT_TRAINING_EDUCATION', 'FINANCE_BENEFITS_DEBT', 'THINKING_BEHAVIOUR', 'OTHER'],
    'NOT_RECORDED',
  ],
  RISK_BAND: ['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH', 'NOT_RECORDED'],
  COHORT_YEAR: ['BEFORE_2024', '2024', '2025', '2026', '2027', '2028', '2029'],
  COHORT_QUARTER: ['Q1', 'Q2', 'Q3', 'Q4'],
  PROGRAMME_SETTING: ['PRISON', 'COMMUNITY', 'NONE', 'NOT_RECORDED'],
  MENTORING_INPUT_BAND: ['NONE', 'FROM_1_TO_5', 'FROM_6_TO_12', 'FROM_13', 'NOT_RECORDED'],
  AFTERCARE_SEEN: ['SEEN', 'NOT_SEEN', 'NOT_RECORDED'],
  HOUSING_OUTCOME: ['HOUSED', 'TEMPORARY', 'NO_FIXED_HOME', 'NOT_RECORDED'],
  EMPLOYMENT_OUTCOME: ['EMPLOYED', 'NOT_EMPLOYED', 'NOT_RECORDED'],
  REOFFENDED_12M: ['YES', 'NO', 'CENSORED'],
} as const satisfies Record<string, readonly string[]>;

export type Dimension = keyof typeof DIMENSIONS;

/** The owners of people, by the jurisdiction of each. */
export type Jurisdiction3 = (typeof DIMENSIONS.JURISDICTION)[number];

export const OUTCOMES = ['HOUSING_OUTCOME', 'EMPLOYMENT_OUTCOME', 'REOFFENDED_12M'] as const satisfies Dimension[];

export type Outcome = (typeof OUTCOMES)[number];

/** The categories of an outcome that say how it went; a rate is one of them over all of them. */
export const RECORDED_OUTCOMES: Readonly<Record<Outcome, readonly string[]>> = {
  HOUSING_OUTCOME: ['HOUSED', 'TEMPORARY', 'NO_FIXED_HOME'],
  EMPLOYMENT_OUTCOME: ['EMPLOYED', 'NOT_EMPLOYED'],
  REOFFENDED_12M: ['YES', 'NO'],
};

/** What each owner has no record of, about anybody: only NOT_RECORDED is possible there. */
export const NEVER_RECORDED: Readonly<Record<Jurisdiction3, readonly Dimension[]>> = {
  UK: ['AFTERCARE_SEEN'],
  NL: ['RISK_BAND', 'MENTORING_INPUT_BAND'],
  IT: ['RISK_BAND', 'AFTERCARE_SEEN'],
};

/** Outcome and jurisdiction counted. */
export const MAX_DIMENSIONS = 4;

export function isOutcome(dimension: Dimension): dimension is Outcome {
  return OUTCOMES.some((outcome) => outcome === dimension);
}
