import { type Dimension, DIMENSIONS } from '../../../disclosure-control/lattice';
import * as vocabularies from '../../../schema/vocabularies';
import type { Vocabulary } from '../../../schema/vocabularies';

const VOCABULARY_OF: Readonly<Record<Exclude<Dimension, 'JURISDICTION'>, Vocabulary>> = {
  AGE_BAND: vocabularies.ResearchAgeBand,
  SEX: vocabularies.ResearchSex,
  OFFENCE_GROUP: vocabularies.ResearchOffenceGroup,
  PATHWAY: vocabularies.ResearchPathway,
  RISK_BAND: vocabularies.ResearchRiskBand,
  COHORT_YEAR: vocabularies.ResearchCohortYear,
  COHORT_QUARTER: vocabularies.ResearchCohortQuarter,
  PROGRAMME_SETTING: vocabularies.ResearchProgrammeSetting,
  MENTORING_INPUT_BAND: vocabularies.ResearchMentoringInput,
  AFTERCARE_SEEN: vocabularies.ResearchAftercareSeen,
  HOUSING_OUTCOME: vocabularies.ResearchHousingOutcome,
  EMPLOYMENT_OUTCOME: vocabularies.ResearchEmploymentOutcome,
  REOFFENDED_12M: vocabularies.ResearchReoffended,
};

// JURISDICTION has the codes of the owners, which the vocabulary of scopes puts into words.
it.each(Object.entries(VOCABULARY_OF))('every category of %s has its words', (dimension, vocabulary) => {
  expect(Object.keys(vocabulary).sort()).toEqual([...DIMENSIONS[dimension as Dimension]].sort());
});

it('every table of words of research is one of a dimension', () => {
  const ofResearch = Object.keys(vocabularies).filter((name) => name.startsWith('Research'));
  expect(ofResearch).toHaveLength(Object.keys(VOCABULARY_OF).length);
});
