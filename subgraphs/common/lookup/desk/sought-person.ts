import { readBirthDate } from '../../../../matching/birth-date';
import type { Identity } from '../../../../matching/identity';
import { normaliseName } from '../../../../matching/names/normalise-name';
import { badInput } from '../../serving/owner-errors';

const LONGEST_NAME = 100;
const MOST_ALIASES = 5;
/** `1985`, `1985-03` or `1985-03-12`. */
const BIRTH_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const EARLIEST_YEAR = 1900;

/** What an asker gives of the person sought, as it comes from the graph. */
export interface GivenPerson {
  readonly givenName?: string | null;
  readonly familyName?: string | null;
  readonly aliases?: readonly string[] | null;
  readonly birthDate?: string | null;
  readonly birthPlace?: string | null;
}

/**
 * Reads whom somebody asks about; throws BAD_INPUT, which names the field and the remedy. One identifier alone would
 * find half a town: a name is needed, and something beside it.
 * @param today calendar date at the asker's owner, `YYYY-MM-DD`
 */
export function readSoughtPerson(given: GivenPerson, today: string): Identity {
  const givenName = readText('givenName', given.givenName);
  const familyName = readText('familyName', given.familyName);
  const birthPlace = readText('birthPlace', given.birthPlace);
  const birthDate = readBirth(given.birthDate, today);
  const aliases = (given.aliases ?? []).flatMap((alias) => readText('aliases', alias) ?? []);
  if (aliases.length > MOST_ALIASES) throw badInput(`"aliases" has ${aliases.length}; give ${MOST_ALIASES} at most.`);
  const names = [givenName, familyName].filter((name) => name !== null);
  const identifiers = names.length + [birthDate, birthPlace].filter((each) => each !== null).length;
  if (names.length === 0 || identifiers < 2) {
    throw badInput(
      'A lookup needs at least two identifiers, one of them a name: give givenName or familyName, and another of ' +
        'givenName, familyName, birthDate and birthPlace.',
    );
  }
  return { givenName, familyName, aliases, birthDate, birthPlace };
}

function readText(field: string, value: string | null | undefined): string | null {
  const text = value?.trim() ?? '';
  if (text === '') return null;
  if (text.length > LONGEST_NAME)
    throw badInput(`"${field}" has ${text.length} characters; give ${LONGEST_NAME} at most.`);
  if (/[\p{Cc}\p{Cs}]/u.test(text)) {
    throw badInput(`"${field}" holds characters that no name has: give it as it is written.`);
  }
  if (field !== 'birthPlace' && normaliseName(text).whole === '') {
    throw badInput(`"${field}" holds no letter: give a name, or leave it out.`);
  }
  return text;
}

function readBirth(value: string | null | undefined, today: string): string | null {
  const text = value?.trim() ?? '';
  if (text === '') return null;
  const impossible = (why: string): never => {
    throw badInput(`"birthDate" ${JSON.stringify(text)} ${why}: give 1985, 1985-03 or 1985-03-12.`);
  };
  if (!BIRTH_DATE.test(text)) impossible('is no date');
  const [year = '', month, day] = text.split('-');
  if (Number(year) < EARLIEST_YEAR || text > today) impossible('lies in the future, or before 1900');
  if (month !== undefined && !isDay(Number(year), Number(month), Number(day ?? '1'))) impossible('is in no calendar');
  return readBirthDate(text) === undefined ? impossible('is no date') : text;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
