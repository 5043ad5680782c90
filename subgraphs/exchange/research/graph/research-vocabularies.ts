import { vocabularyEnum } from '../../../common/records/vocabulary-enum';

export const Dimension = vocabularyEnum(
  'Dimension',
  {
    JURISDICTION: 'Owner, by its jurisdiction: UK, NL or IT',
    AGE_BAND: 'Age band at entry',
    SEX: 'Sex as recorded',
    OFFENCE_GROUP: 'Group of the principal offence: the last one up to entry',
    PATHWAY: 'Principal need; health, substances, children and families are among the others',
    RISK_BAND: 'Band of the risk of harm',
    COHORT_YEAR: 'Year of entry',
    COHORT_QUARTER: 'Calendar quarter of entry',
    PROGRAMME_SETTING: 'Setting of the programme',
    MENTORING_INPUT_BAND: 'Mentoring sessions in the twelve months after entry',
    AFTERCARE_SEEN: 'Whether seen by aftercare',
    HOUSING_OUTCOME: 'Housing after twelve months',
    EMPLOYMENT_OUTCOME: 'Work after twelve months',
    REOFFENDED_12M: 'Reoffending within twelve months',
  },
  'What a research table is broken down by; all as at entry to a cohort or within the twelve months after.',
);

export const Measure = vocabularyEnum(
  'Measure',
  {
    COUNT: 'Number of people',
    REOFFENDING_RATE_12M: 'Share who reoffended within twelve months, of those who could be followed',
    EMPLOYED_RATE: 'Share in work, of those of whom it is recorded',
    HOUSED_RATE: 'Share housed, of those of whom it is recorded',
    MEAN_MENTORING_SESSIONS: 'Mean number of mentoring sessions in the twelve months after entry',
  },
  'What a research table counts.',
);

export const Scope = vocabularyEnum(
  'Scope',
  {
    ALL: 'All three owners: as one total, or side by side where the table is broken down by JURISDICTION',
    UK: 'Knowsley alone',
    NL: 'The Hague alone',
    IT: 'Turin alone',
  },
  'Whose people a research table is about: of one owner or of all three, never of two.',
);

export const CellStatus = vocabularyEnum(
  'CellStatus',
  {
    PUBLISHED: 'There is a value',
    SUPPRESSED: 'Suppressed: few people or none, or too few with an outcome; [c]',
    STRUCTURAL_ZERO: 'Nobody can be in it: a cohort that is not closed, or what the owner never records; [z]',
    NOT_AVAILABLE: 'Not available from this owner; [x]',
  },
  'Why a cell of a research table has a value or none.',
);

export const ResearchState = vocabularyEnum(
  'ResearchState',
  {
    PROPOSED: 'Waits for the officers',
    APPROVED: 'All three officers approved it',
    REFUSED: 'An officer refused it',
    ENDED: 'Its last day is over',
  },
  'Where a research project stands.',
);

export const ResearchAnswer = vocabularyEnum(
  'ResearchAnswer',
  { APPROVED: 'Approved for the own partnership', REFUSED: 'Refused for the own partnership' },
  'What a data protection officer answers to a research project.',
);
