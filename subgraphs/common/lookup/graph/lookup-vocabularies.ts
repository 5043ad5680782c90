import { vocabularyEnum } from '../../records/vocabulary-enum';

export const LookupTarget = vocabularyEnum(
  'LookupTarget',
  {
    KNOWSLEY: 'Knowsley: integrated offender management, and who works with it',
    SAFETY_HOUSE: 'The Hague: the Safety House and its partners',
    ERI: 'Turin: ERI, by the person’s consent',
  },
  'Where somebody can be looked up.',
);

export const LookupBand = vocabularyEnum(
  'LookupBand',
  {
    STRONG: 'Twenty bits or more speak for it, by comparison in clear',
    PROBABLE: 'Two independent keys agree, one with a whole birth date; or 14 bits, by comparison in clear',
    POSSIBLE: 'It may be a twin: same family name and birth date, another given name',
  },
  'How much speaks for two records being of one person (docs/lookup.md).',
);

export const MatchedOn = vocabularyEnum(
  'MatchedOn',
  {
    FAMILY_NAME: 'Family name, by its sound',
    GIVEN_NAME: 'Given name, by its sound',
    ALIAS: 'Another name',
    NAME_BEGINNING: 'The beginning of a name',
    BIRTH_DATE: 'Whole birth date',
    BIRTH_DAY: 'Day and month of birth',
    BIRTH_YEAR: 'Year of birth',
    BIRTH_PLACE: 'Place of birth',
  },
  'What agrees between the person sought and a record.',
);
