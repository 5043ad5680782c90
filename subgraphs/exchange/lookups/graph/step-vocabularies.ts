import { vocabularyEnum } from '../../../common/records/vocabulary-enum';

export const LookupState = vocabularyEnum(
  'LookupState',
  {
    ASKED: 'There was a hit; the identity was not released',
    RELEASED: 'The identity was released to the owner, where a person has to decide',
    CONFIRMED: 'A person at the owner confirmed that it is the same person',
    NOT_THE_SAME: 'It is another person',
    REFUSED: 'The owner refuses to say',
    WITHDRAWN: 'The asker took it back',
    EXPIRED: 'Its time has run out',
  },
  'Where a lookup stands.',
);

export const AccessState = vocabularyEnum(
  'AccessState',
  {
    REQUESTED: 'The owner has to decide',
    AWAITING_SECOND: 'One person approved it, and a second has to agree',
    APPROVED: 'Approved as requested',
    APPROVED_IN_PART: 'Approved in part',
    DECLINED: 'Nothing of it was approved',
    WITHDRAWN: 'Taken back',
    EXPIRED: 'Its time has run out',
    CLOSED: 'The asker told what came of it',
  },
  'Where an access request stands.',
);

export const HandlingCode = vocabularyEnum(
  'HandlingCode',
  {
    H1: 'For this case and this asker; to be passed on with the owner’s word only',
    H2: 'For this asker’s eyes only; not to be copied or passed on',
  },
  'What may be done with what an owner shows across a border.',
);

export const LookupOutcome = vocabularyEnum(
  'LookupOutcome',
  {
    LED_TO_ACTION: 'It led to action',
    NO_ACTION_NEEDED: 'No action was needed',
    WRONG_PERSON: 'It was the wrong person',
  },
  'What came of a lookup, as the asker tells it.',
);

export const RequestedCategory = vocabularyEnum(
  'RequestedCategory',
  {
    IDENTITY: 'Names and dates by which the person is identified',
    CUSTODY: 'Status of custody, and conditions of a licence or an order',
    RISK_SCORE: 'Band of risk, with its scheme',
    CASE_PLAN: 'Lead organisation and contact',
    OFFENCE: 'Offences: code, month and class',
    REFERRAL: 'Whether a referral is open',
  },
  'What can be requested across a border (XJ-LOOKUP).',
);

export const IdentityAnswer = vocabularyEnum(
  'IdentityAnswer',
  {
    CONFIRM: 'It is this person',
    NOT_THE_SAME: 'It is nobody of ours',
    REFUSE: 'We do not say',
  },
  'What a person at the owner decides on an identity that was released to it.',
);
