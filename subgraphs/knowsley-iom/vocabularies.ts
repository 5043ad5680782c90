import * as words from '../../schema/vocabularies';
import { vocabularyEnum } from '../common/records/vocabulary-enum';

export const Pathway = vocabularyEnum('Pathway', words.Pathway, 'The seven pathways out of reoffending.');
export const OffenceCode = vocabularyEnum(
  'OffenceCode',
  words.OffenceCode,
  'Offence labels of the published case studies.',
);
export const OffenceClass = vocabularyEnum(
  'OffenceClass',
  words.OffenceClass,
  'The coarse class of an offence; no scale of gravity.',
);
export const StageOfChange = vocabularyEnum(
  'StageOfChange',
  words.StageOfChange,
  'Stages of change as the Life Change Programme teaches them.',
);
export const NominalBand = vocabularyEnum(
  'NominalBand',
  words.NominalBand,
  'Bands of a score or of a safety assessment; thresholds are not published.',
);
export const RiskOfHarm = vocabularyEnum('RiskOfHarm', words.RiskOfHarm, 'Assessed risk of serious harm.');
export const CustodyStatus = vocabularyEnum(
  'CustodyStatus',
  words.CustodyStatus,
  'Where a person stands with custody.',
);
export const SupervisionRegime = vocabularyEnum(
  'SupervisionRegime',
  words.SupervisionRegime,
  'On what footing a person is supervised.',
);
export const ReferralSource = vocabularyEnum(
  'ReferralSource',
  words.ReferralSource,
  'How a person came to be referred.',
);
export const Sex = vocabularyEnum('Sex', words.Sex, 'Sex as recorded.');
export const AgeBand = vocabularyEnum('AgeBand', words.AgeBand, 'Age in bands.');
export const RecordBasis = vocabularyEnum(
  'RecordBasis',
  words.RecordBasis,
  'Whether a record states a fact or an assessment.',
);

export const MerseysideBorough = vocabularyEnum(
  'MerseysideBorough',
  { KNOWSLEY: 'Knowsley', LIVERPOOL: 'Liverpool', SEFTON: 'Sefton', ST_HELENS: 'St Helens', WIRRAL: 'Wirral' },
  'The five boroughs of Merseyside.',
);
export const PoliceArea = vocabularyEnum(
  'PoliceArea',
  {
    KNOWSLEY: 'Knowsley',
    LIVERPOOL: 'Liverpool',
    SEFTON: 'Sefton',
    ST_HELENS: 'St Helens',
    WIRRAL: 'Wirral',
    GREATER_MANCHESTER: 'Greater Manchester, the area of the neighbouring force',
  },
  'Where an offence or a movement is recorded: a borough of Merseyside, or the neighbouring force.',
);
export const MappaPillar = vocabularyEnum(
  'MappaPillar',
  words.MappaPillar,
  'The pillars of a plan under the multi-agency public protection arrangements.',
);
export const RiskAssessed = vocabularyEnum(
  'RiskAssessed',
  { MATCH: 'A match with one mentor', GROUP: 'A place in a group' },
  'What an assessment of safety is about.',
);
export const KnowsleySource = vocabularyEnum(
  'KnowsleySource',
  {
    CORVUS: 'CORVUS, the police score and case system',
    NICHE: 'NICHE, the police intelligence system',
    PNC: 'Police National Computer',
    PINS: 'PINS, the national records of imprisonment',
    POP_DATABASE: 'Database of the former Prolific Offender Programme, never moved to CORVUS',
    MAPPA_FILE: 'Paper file of the multi-agency public protection arrangements',
    PROBATION_CASE_SYSTEM: 'The case system of the probation service or company',
    PRISON_SYSTEM: 'The prison’s own system',
    KIOM_FILE: 'File of the Knowsley integrated offender management team',
    HEALTH_RECORD: 'The health agency’s own record',
    MALS_REGISTER: 'Register of MALS, kept outside the police network',
    CASE_STUDIES:
      'Published case studies of the final report of the project, reconstructed where the source prints no date',
  },
  'The system that a record was kept in first.',
);
export const ReferralStage = vocabularyEnum(
  'ReferralStage',
  { OFFERED: 'Offered, not answered yet', ACCEPTED: 'Accepted', DECLINED: 'Declined' },
  'How far a referral is.',
);
export const CostBand = vocabularyEnum(
  'CostBand',
  {
    UNDER_5000: 'Less than 5,000 pounds',
    FROM_5000: '5,000 to 49,999 pounds',
    FROM_50000: '50,000 to 499,999 pounds',
    FROM_500000: '500,000 pounds and more',
  },
  'Cost of crime in pounds sterling, in bands.',
);
export const CohortStatus = vocabularyEnum(
  'CohortStatus',
  { MEMBER: 'Selected by score', ADDED_BY_HAND: 'Added by hand, with a reason and a review', LEFT: 'Left the cohort' },
  'Why a person is in the cohort, or that they left it.',
);
export const NeedState = vocabularyEnum(
  'NeedState',
  { OPEN: 'A need that nobody meets yet', IN_PROGRESS: 'Somebody works on it', MET: 'Met', NONE: 'No need' },
  'State of a need on a pathway.',
);
export const CommunicationNeed = vocabularyEnum(
  'CommunicationNeed',
  { NONE_KNOWN: 'None known', DYSLEXIA: 'Dyslexia', LEARNING_DIFFICULTY: 'Learning difficulty' },
  'What to mind when writing to or talking with a person.',
);
export const HealthKind = vocabularyEnum(
  'HealthKind',
  { SUBSTANCE_MISUSE: 'Substance misuse', MENTAL_HEALTH: 'Mental health', LEARNING: 'Dyslexia or learning difficulty' },
  'What a health note is about.',
);
export const CustodyStartReason = vocabularyEnum(
  'CustodyStartReason',
  {
    NEW_OFFENCE: 'Sentence for a new offence',
    RECALL: 'Recall from licence',
    REMAND: 'Remand',
    FINE_DEFAULT: 'Unpaid fine',
    OTHER: 'Other',
  },
  'Why custody began.',
);
export const LicenceConditionKind = vocabularyEnum(
  'LicenceConditionKind',
  {
    RESIDE: 'To live at an address',
    NON_ASSOCIATION: 'Not to meet certain people',
    EXCLUSION_ZONE: 'To keep out of an area',
  },
  'Kind of a licence condition.',
);
export const SessionMode = vocabularyEnum(
  'SessionMode',
  {
    FACE_TO_FACE: 'Face to face',
    PHONE: 'By telephone',
    EMAIL: 'By e-mail',
    GROUP: 'In a group',
    ACTIVITY: 'An activity together',
  },
  'How a mentoring session was held.',
);
export const MilestoneState = vocabularyEnum('MilestoneState', words.MilestoneState, 'How far a milestone is.');
export const Confidence = vocabularyEnum(
  'Confidence',
  { CERTAIN: 'Certain', PROBABLE: 'Probable', UNCERTAIN: 'Uncertain' },
  'How sure the reading of a printed table is.',
);

export const InformationQuality = vocabularyEnum(
  'InformationQuality',
  words.InformationQuality,
  'How robust and detailed the information is, as its recorder sees it.',
);
