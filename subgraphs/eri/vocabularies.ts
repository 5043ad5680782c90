import * as codes from '../../schema/vocabularies';
import { vocabularyEnum } from '../common/records/vocabulary-enum';

export const Pathway = vocabularyEnum('Pathway', codes.Pathway, 'The seven pathways out of reoffending.');
export const Sex = vocabularyEnum('Sex', codes.Sex, 'Sex as recorded.');
export const AgeBand = vocabularyEnum('AgeBand', codes.AgeBand, 'Age in bands.');
export const MilestoneState = vocabularyEnum('MilestoneState', codes.MilestoneState, 'How far a milestone is.');
export const RecordBasis = vocabularyEnum(
  'RecordBasis',
  codes.RecordBasis,
  'Whether a record states a fact or an assessment.',
);

/** Italian law’s own words; the English label is an explanation and no equivalent in another jurisdiction. */
export const ItalianLegalStatus = vocabularyEnum(
  'ItalianLegalStatus',
  {
    DETENUTO: 'Detained in prison',
    SEMILIBERTA: 'Semi-liberty: days outside prison, nights inside',
    DETENZIONE_DOMICILIARE: 'Home detention',
    AFFIDAMENTO_IN_PROVA: 'Sentence served in the community, in the charge of UEPE',
    LIBERO: 'At liberty, no sentence running',
  },
  'How a sentence is being served under Italian law, as ERI was told it.',
);

export const ProgrammeWeekKind = vocabularyEnum(
  'ProgrammeWeekKind',
  { MODEL: 'Weeks 1 and 2: the model of change', NEEDS: 'Weeks 3 to 8: the needs of the participants' },
  'What a week of the Italian Life Change Programme is about.',
);

export const PlacementState = vocabularyEnum(
  'PlacementState',
  {
    OFFERED: 'Offered, not answered yet',
    ACCEPTED: 'Accepted by the participant and by the employer',
    DECLINED: 'Declined by one of them',
    ENDED: 'Accepted, and ended since',
  },
  'How far a placement in work has come.',
);

export const ParticipantCensoredReason = vocabularyEnum(
  'ParticipantCensoredReason',
  {
    NOT_ENGAGED: 'The participant has not attended a meeting yet',
    NOT_STATED: 'When the participant returned to prison, or for an offence of when, is not recorded',
    WINDOW_RUNS: 'The window runs until a later day',
    NOT_FREE: 'The participant was, or may have been, in prison for a part of the window',
    NOT_FOLLOWED_UP: 'Nobody asked after the participant after the end of the window',
  },
  'Why no return to prison within a window says nothing of a participant.',
);

export const InformationQuality = vocabularyEnum(
  'InformationQuality',
  codes.InformationQuality,
  'How robust and detailed the information is, as its recorder sees it.',
);
