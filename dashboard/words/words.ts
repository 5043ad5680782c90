// What the dashboard says, in three languages. The sentences are in en.json, nl.json and it.json; the words of the
// graph's own vocabularies come from the schema's tables, so that a code has one label wherever it is shown.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import i18next, { type TFunction } from 'i18next';
import { isOrganisation, isGroup, ORGANISATIONS } from '../../schema/organisations';
import { type Language, LANGUAGES, LOCALES } from './languages';
import { vocabularyLabel } from './vocabulary';

export interface Words {
  readonly language: Language;
  /** The sentence of that name; throws when there is none, so that a test finds it. */
  readonly say: (name: string, values?: Readonly<Record<string, unknown>>) => string;
  /** Whether there is a sentence of that name. */
  readonly knows: (name: string) => boolean;
  readonly date: (value: string | Date) => string;
  readonly dateTime: (value: string | Date, timeZone?: string) => string;
  readonly time: (value: Date) => string;
  readonly number: (value: number) => string;
  /** A share from 0 to 1. */
  readonly percent: (value: number) => string;
  /** The label of a code of one of the graph's enums. */
  readonly label: (vocabulary: string, code: string) => string;
  /** The name of an organisation or group that an agreement names. */
  readonly party: (id: string) => string;
}

let made: Readonly<Record<Language, Words>> | undefined;

/** The words of one language. */
export function wordsOf(language: Language): Words {
  return (made ??= makeAll())[language];
}

/** The sentences as they are kept, for tests that compare the languages. */
export function readSentences(language: Language): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(path.join(__dirname, `${language}.json`), 'utf8')) as Record<string, unknown>;
}

function makeAll(): Readonly<Record<Language, Words>> {
  const instance = i18next.createInstance();
  void instance.init({
    initAsync: false,
    fallbackLng: false,
    resources: Object.fromEntries(LANGUAGES.map((language) => [language, { translation: readSentences(language) }])),
    // Templates escape all that they show; escaping twice would show the escapes.
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  } as Parameters<typeof instance.init>[0]);
  const words = (language: Language): Words => makeWords(language, instance.getFixedT(language));
  return { en: words('en'), nl: words('nl'), it: words('it') };
}

function makeWords(language: Language, translate: TFunction): Words {
  const locale = LOCALES[language];
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const numbers = new Intl.NumberFormat(locale);
  const shares = new Intl.NumberFormat(locale, { style: 'percent' });
  const knows = (name: string): boolean =>
    typeof translate(name, { defaultValue: '\0', count: 1 }) === 'string' &&
    translate(name, { defaultValue: '\0', count: 1 }) !== '\0';
  return {
    language,
    knows,
    say(name, values) {
      const said = translate(name, { defaultValue: '\0', ...values });
      if (said === '\0') throw new Error(`There are no words ${name} in ${language}.`);
      return said;
    },
    date(value) {
      const date = new Date(value);
      if (Number.isNaN(date.getTime())) return String(value);
      return typeof value === 'string' && /^\d{4}-\d{2}$/.test(value) ? months.format(date) : dates.format(date);
    },
    dateTime: (value, timeZone) =>
      new Intl.DateTimeFormat(locale, {
        dateStyle: 'long',
        timeStyle: 'short',
        ...(timeZone === undefined ? {} : { timeZone }),
      }).format(new Date(value)),
    time: (value) => times.format(value),
    number: (value) => numbers.format(value),
    percent: (value) => shares.format(value),
    label: (vocabulary, code) => vocabularyLabel(language, vocabulary, code),
    party(id) {
      const [organisation = '', role] = id.split('.');
      const name = isOrganisation(organisation)
        ? ORGANISATIONS[organisation].name
        : isGroup(organisation)
          ? translate(`groups.${organisation}`)
          : organisation;
      return role === undefined ? name : `${name}: ${translate(`roles.${role}`, { defaultValue: role })}`;
    },
  };
}
