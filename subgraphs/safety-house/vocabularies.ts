// The closed vocabularies of this owner's graph, each registered once. Those of the domain come from the shared words;
// the rest are this owner's own.
import * as shared from '../../schema/vocabularies';
import { vocabularyEnum } from '../common/records/vocabulary-enum';

export const AgeBand = vocabularyEnum('AgeBand', shared.AgeBand, 'Age in bands of completed years.');
// Not "AftercareNeed", which is the name of the record.
export const AftercareNeedKind = vocabularyEnum(
  'AftercareNeedKind',
  shared.AftercareNeed,
  'The five needs of aftercare (nazorg).',
);
export const CaseStage = vocabularyEnum('CaseStage', shared.CaseStage, 'Stages of a case at the Safety House.');
export const CustodyStatus = vocabularyEnum('CustodyStatus', shared.CustodyStatus, 'Where a person stands in custody.');
export const ExtremismFactorDomain = vocabularyEnum(
  'ExtremismFactorDomain',
  shared.ExtremismFactorDomain,
  'Domains of the dynamic assessment framework.',
);
// Not "ExtremismMeeting", which is the name of the record.
export const ExtremismMeetingKind = vocabularyEnum(
  'ExtremismMeetingKind',
  shared.ExtremismMeeting,
  'Kinds of meeting in the person-centred approach to extremism.',
);
export const ExtremismStrand = vocabularyEnum(
  'ExtremismStrand',
  shared.ExtremismStrand,
  'Strands of the programme of action against extremism.',
);
export const ExtremismTarget = vocabularyEnum(
  'ExtremismTarget',
  shared.ExtremismTarget,
  'Target groups of the person-centred approach to extremism.',
);
export const OffenceClass = vocabularyEnum('OffenceClass', shared.OffenceClass, 'Coarse classes of offences.');
export const OffenceCode = vocabularyEnum(
  'OffenceCode',
  shared.OffenceCode,
  'Offence labels of the published case studies.',
);
export const Pathway = vocabularyEnum('Pathway', shared.Pathway, 'The seven pathways out of offending.');
export const RecordBasis = vocabularyEnum(
  'RecordBasis',
  shared.RecordBasis,
  'Whether a record states a fact or an assessment.',
);
export const ReferralSource = vocabularyEnum('ReferralSource', shared.ReferralSource, 'Where a referral comes from.');
export const SafetyHousePillar = vocabularyEnum(
  'SafetyHousePillar',
  shared.SafetyHousePillar,
  'Pillars of the Safety House.',
);
export const Sex = vocabularyEnum('Sex', shared.Sex, 'Sex as registered.');

/** The themes of ordinary cases: a case of extremism is another kind of record, which no board, list or count shows. */
const { EXTREMISM: _extremism, ...ordinaryThemes } = shared.SafetyHouseTheme;
export const SafetyHouseTheme = vocabularyEnum(
  'SafetyHouseTheme',
  ordinaryThemes,
  'Themes of the cases of the Safety House.',
);

export const CaseComplexity = vocabularyEnum(
  'CaseComplexity',
  {
    COMPLEX: 'Complex: several services are needed at once',
    STRAIGHTFORWARD: 'Straightforward: one service suffices, the Safety House does not process it further',
  },
  'What screening decided on a case; not recorded while it is not decided.',
);

export const ReferralDecision = vocabularyEnum(
  'ReferralDecision',
  {
    PENDING: 'Not decided yet',
    ACCEPTED: 'Accepted by the Safety House',
    RETURNED: 'Returned to the one who referred',
  },
  'What became of a referral to the Safety House.',
);

export const InformationQuality = vocabularyEnum(
  'InformationQuality',
  shared.InformationQuality,
  'How robust and detailed the information is, as its recorder sees it.',
);

export const PlanHorizon = vocabularyEnum(
  'PlanHorizon',
  { SHORT: 'Short-term reintegration plan', LONG: 'Longer-term planning for the end of the sentence' },
  'Horizon of an action in a plan.',
);

export const PlanActionStatus = vocabularyEnum(
  'PlanActionStatus',
  { PLANNED: 'Planned', UNDER_WAY: 'Under way', DONE: 'Done', NOT_DONE: 'Not done' },
  'Where an action of a plan stands.',
);

export const NeedState = vocabularyEnum(
  'CaseNeedState',
  { OPEN: 'Open', IN_PROGRESS: 'Being worked on', MET: 'Met' },
  'Where a need stands.',
);

export const DetentionStartReason = vocabularyEnum(
  'DetentionStartReason',
  {
    NEW_OFFENCE: 'A new offence (the only reason that counts as reoffending)',
    RECALL: 'Recall',
    REMAND: 'Remand in custody',
    UNPAID_FINE: 'An unpaid fine',
  },
  'Why a detention began.',
);

export const ProsecutionDecision = vocabularyEnum(
  'ProsecutionDecision',
  { PENDING: 'Not decided yet', PROSECUTED: 'Prosecuted', DISMISSED: 'Dismissed', CONVICTED: 'Convicted' },
  'What the public prosecutor and the court decided.',
);

export const ExtremismCaseState = vocabularyEnum(
  'ExtremismCaseState',
  { PROPOSED: 'Proposed by one party', APPROVED: 'Approved by at least two of the three parties' },
  'State of a case in the person-centred approach to extremism.',
);

export const RouteReason = vocabularyEnum(
  'RouteReason',
  {
    AGE: 'Not of the age of the route',
    NOT_HOMELESS: 'Not homeless',
    HOMELESS: 'Homeless',
    ON_PROBATION: 'On probation',
    OUTSTANDING_PROSECUTIONS: 'Prosecutions are outstanding',
    NOT_STATED: 'Public prosecutor or probation have not stated what the route asks for',
  },
  'Why a person is not eligible for the housing or the work route.',
);

export const PlacementReason = vocabularyEnum(
  'PlacementReason',
  { AGE: 'Not of the age of the route', NOT_HOMELESS: 'Not homeless', HOMELESS: 'Homeless' },
  'The reasons that may be told to a provider: age and homelessness, no other.',
);

export const RouteStatus = vocabularyEnum(
  'RouteStatus',
  { REQUESTED: 'Asked for', PLACED: 'Placed', ENDED: 'Ended', DECLINED: 'Declined' },
  'Where an application for a route stands.',
);

export const ReturnCensoredReason = vocabularyEnum(
  'ReturnCensoredReason',
  {
    NOT_RELEASED: 'The person has not been released yet',
    WINDOW_NOT_OVER: 'Twelve months have not passed since the release',
    NOT_AT_LIBERTY: 'The person was in custody for a part of the twelve months, for another reason',
  },
  'Why no return to prison for a new offence says nothing.',
);
