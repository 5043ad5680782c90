// The words of research tables: which vocabulary has the categories of a dimension. Which dimensions there are is said by
// the graph's own enum.
import * as shared from '../../../schema/vocabularies';
import { graphShape } from '../../graph/graph-shape';
import type { Words } from '../../words/words';

const VOCABULARIES = {
  AGE_BAND: 'ResearchAgeBand',
  SEX: 'ResearchSex',
  OFFENCE_GROUP: 'ResearchOffenceGroup',
  PATHWAY: 'ResearchPathway',
  RISK_BAND: 'ResearchRiskBand',
  COHORT_YEAR: 'ResearchCohortYear',
  COHORT_QUARTER: 'ResearchCohortQuarter',
  PROGRAMME_SETTING: 'ResearchProgrammeSetting',
  MENTORING_INPUT_BAND: 'ResearchMentoringInput',
  AFTERCARE_SEEN: 'ResearchAftercareSeen',
  HOUSING_OUTCOME: 'ResearchHousingOutcome',
  EMPLOYMENT_OUTCOME: 'ResearchEmploymentOutcome',
  REOFFENDED_12M: 'ResearchReoffended',
} as const satisfies Readonly<Record<string, keyof typeof shared>>;

/** Whose cells they are: its categories are the owners' jurisdictions, and a scope chooses among them. */
export const JURISDICTION = 'JURISDICTION';

/** Every dimension, in the graph's order. */
export function allDimensions(): readonly string[] {
  return graphShape().codesOf('Dimension');
}

/** The published categories of a dimension by which a table can be narrowed. */
export function categoriesOf(dimension: string): readonly string[] {
  return hasVocabulary(dimension) ? Object.keys(shared[VOCABULARIES[dimension]]) : [];
}

/** What a dimension is called; what follows a colon or a semicolon explains it, and is for the form. */
export function dimensionName(words: Words, dimension: string): string {
  return dimensionText(words, dimension).split(/[:;]/)[0] ?? dimension;
}

/** The same with its explanation. */
export function dimensionText(words: Words, dimension: string): string {
  return words.label('Dimension', dimension);
}

export function categoryName(words: Words, dimension: string, category: string): string {
  if (hasVocabulary(dimension)) return words.label(VOCABULARIES[dimension], category);
  return placeName(words, category);
}

/** A jurisdiction in words. */
export function placeName(words: Words, place: string): string {
  return words.knows(`jurisdictions.${place}`) ? words.say(`jurisdictions.${place}`) : place;
}

/** The id of a table in words: its dimensions, and that it is of means. */
export function tableName(words: Words, id: string): string {
  const [, measured, dimensions = ''] = /^(?:MEAN:(\w+)@)?(.*)$/s.exec(id) ?? [];
  const known = new Set(allDimensions());
  const names = dimensions.split('+').map((each) => (known.has(each) ? dimensionName(words, each) : each));
  const text = names.join(' × ');
  return measured === undefined ? text : `${words.label('Measure', 'MEAN_MENTORING_SESSIONS')}: ${text}`;
}

function hasVocabulary(dimension: string): dimension is keyof typeof VOCABULARIES {
  return Object.hasOwn(VOCABULARIES, dimension);
}
