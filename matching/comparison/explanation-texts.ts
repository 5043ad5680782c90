// What the person who decides about a hit reads beside the bits, field by field.
import type { Trilingual } from '../../protocols/protocol';
import type { BirthDateLevel } from './compare-birth-dates';
import type { NameLevel } from './compare-names';
import type { PlaceLevel } from './compare-places';

export type ExplanationCode =
  | `FAMILY_NAME_${NameLevel}`
  | `GIVEN_NAME_${NameLevel}`
  | `BIRTH_DATE_${BirthDateLevel}`
  | `BIRTH_PLACE_${PlaceLevel}`
  | 'NAMES_SWAPPED'
  | 'ALIAS_USED'
  | 'POSSIBLE_TWIN'
  | 'LARGE_REGISTER';

const text = (en: string, nl: string, it: string): Trilingual => ({ en, nl, it });

const NAME_TEXTS: Readonly<Record<NameLevel, Trilingual>> = {
  EQUAL: text('equal', 'gelijk', 'uguale'),
  SAME_SOUND: text('same sound', 'zelfde klank', 'stesso suono'),
  SAME_CONSONANTS: text(
    'same consonants, other vowels',
    'zelfde medeklinkers, andere klinkers',
    'stesse consonanti, vocali diverse',
  ),
  ONE_OF_SEVERAL: text('one of several names agrees', 'één van meer namen komt overeen', 'uno di più nomi coincide'),
  BEGINNING: text(
    'one is the beginning of the other',
    'de ene is het begin van de andere',
    'uno è l’inizio dell’altro',
  ),
  SIMILAR: text('similar', 'lijkt er sterk op', 'simile'),
  SOMEWHAT_SIMILAR: text('somewhat similar', 'lijkt er enigszins op', 'vagamente simile'),
  INITIAL: text('the initial agrees', 'de voorletter komt overeen', 'l’iniziale coincide'),
  PARTICLES_ONLY: text(
    'only the particle agrees',
    'alleen het voorvoegsel komt overeen',
    'coincide solo la particella',
  ),
  DIFFERENT: text('different', 'verschillend', 'diverso'),
  NOT_KNOWN: text('not known to one of the two', 'bij een van beide niet bekend', 'non noto a una delle due parti'),
};

const BIRTH_DATE_TEXTS: Readonly<Record<BirthDateLevel, Trilingual>> = {
  EQUAL: text('equal', 'gelijk', 'uguale'),
  DAY_AND_MONTH_SWAPPED: text('day and month swapped', 'dag en maand verwisseld', 'giorno e mese scambiati'),
  ONE_DIGIT_OFF: text('one digit differs', 'één cijfer verschilt', 'una cifra diversa'),
  YEAR_ONLY: text(
    'the year agrees, more is not known',
    'het jaar komt overeen, meer is niet bekend',
    'l’anno coincide, di più non è noto',
  ),
  SAME_YEAR: text('only the year agrees', 'alleen het jaar komt overeen', 'coincide solo l’anno'),
  SAME_DAY: text(
    'day and month agree, not the year',
    'dag en maand komen overeen, het jaar niet',
    'giorno e mese coincidono, non l’anno',
  ),
  DIFFERENT: text('different', 'verschillend', 'diversa'),
  OTHER_YEAR: text(
    'the years differ, more is not known',
    'de jaren verschillen, meer is niet bekend',
    'gli anni sono diversi, di più non è noto',
  ),
  NOT_KNOWN: text('not known to one of the two', 'bij een van beide niet bekend', 'non nota a una delle due parti'),
};

const PLACE_TEXTS: Readonly<Record<PlaceLevel, Trilingual>> = {
  EQUAL: text('equal', 'gelijk', 'uguale'),
  SAME_SOUND: text('same sound', 'zelfde klank', 'stesso suono'),
  SIMILAR: text('similar', 'lijkt er sterk op', 'simile'),
  DIFFERENT: text('different', 'verschillend', 'diverso'),
  NOT_KNOWN: text('not known to one of the two', 'bij een van beide niet bekend', 'non noto a una delle due parti'),
};

const OTHER_TEXTS = {
  NAMES_SWAPPED: text(
    'Given and family name stand in each other’s place.',
    'Voornaam en achternaam staan op elkaars plaats.',
    'Nome e cognome sono invertiti.',
  ),
  ALIAS_USED: text('An alias agrees.', 'Een alias komt overeen.', 'Un alias coincide.'),
  POSSIBLE_TWIN: text(
    'Same family name and birth date, another given name: this may be a twin.',
    'Zelfde achternaam en geboortedatum, andere voornaam: dit kan een tweeling zijn.',
    'Stesso cognome e data di nascita, nome diverso: può essere un gemello.',
  ),
  LARGE_REGISTER: text(
    'In a large register more people agree by chance.',
    'In een groot register komen meer mensen toevallig overeen.',
    'In un registro grande più persone coincidono per caso.',
  ),
} as const satisfies Partial<Record<ExplanationCode, Trilingual>>;

const FIELDS = {
  FAMILY_NAME: { title: text('Family name', 'Achternaam', 'Cognome'), levels: NAME_TEXTS },
  GIVEN_NAME: { title: text('Given name', 'Voornaam', 'Nome'), levels: NAME_TEXTS },
  BIRTH_DATE: { title: text('Birth date', 'Geboortedatum', 'Data di nascita'), levels: BIRTH_DATE_TEXTS },
  BIRTH_PLACE: { title: text('Birth place', 'Geboorteplaats', 'Luogo di nascita'), levels: PLACE_TEXTS },
} as const;

/** "Family name: same sound." in three languages, by code; every code has one. */
export const EXPLANATION_TEXTS = Object.fromEntries([
  ...Object.entries(FIELDS).flatMap(([field, { title, levels }]) =>
    Object.entries(levels).map(([level, words]) => [`${field}_${level}`, sentence(title, words)]),
  ),
  ...Object.entries(OTHER_TEXTS),
]) as Readonly<Record<ExplanationCode, Trilingual>>;

function sentence(title: Trilingual, words: Trilingual): Trilingual {
  return text(`${title.en}: ${words.en}.`, `${title.nl}: ${words.nl}.`, `${title.it}: ${words.it}.`);
}
