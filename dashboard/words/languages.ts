/** The languages of the partnerships; the first where nobody says which. */
export const LANGUAGES = ['en', 'nl', 'it'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each language calls itself: a reader looks for the own one. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', nl: 'Nederlands', it: 'Italiano' };

/** For dates and numbers. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-NL', it: 'it-IT' };

export function isLanguage(name: unknown): name is Language {
  return typeof name === 'string' && (LANGUAGES as readonly string[]).includes(name);
}

/** The first of the languages that a browser says it prefers. */
export function preferredLanguage(acceptLanguage: string | undefined): Language | undefined {
  return (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', weight = 'q=1'] = part.trim().split(/\s*;\s*/);
      return { language: tag.slice(0, 2).toLowerCase(), weight: Number(weight.replace('q=', '')) };
    })
    .sort((one, other) => other.weight - one.weight)
    .map(({ language }) => language)
    .find(isLanguage);
}
