import type { ProtocolSet } from '../../protocols/protocol';
import { sightOf } from '../../protocols/sees';
import { type Jurisdiction, ORGANISATIONS } from '../../schema/organisations';
import type { FieldDisclosure } from '../../schema/permission-map';
import type { Words } from '../../dashboard/words/words';
import { PERSONAS } from '../personas';

const JURISDICTIONS: readonly Jurisdiction[] = ['UK', 'NL', 'IT'];

/** Whom one can sign in as, each with a line of what the agreements show it and never show it. */
export function listPersonas(set: ProtocolSet, fields: readonly FieldDisclosure[], words: Words, now: Date) {
  const named = (categories: readonly string[]): string =>
    categories.map((category) => words.say(`categories.${category.split(' ')[0] ?? ''}`)).join(', ') ||
    words.say('developmentSignIn.nothing');
  return JURISDICTIONS.map((jurisdiction) => ({
    title: words.say(`jurisdictions.${jurisdiction}`),
    personas: PERSONAS.filter(({ organisation }) => ORGANISATIONS[organisation].jurisdiction === jurisdiction).map(
      ({ persona, organisation, role, area }) => {
        const { sees, never } = sightOf(set, fields, { organisation, role }, now);
        return {
          persona,
          name: [words.party(`${organisation}.${role}`), ...(area === undefined ? [] : [area])].join(', '),
          line: [
            words.say('developmentSignIn.sees', { sees: named(sees) }),
            ...(never.length === 0 ? [] : [words.say('developmentSignIn.never', { never: named(never) })]),
          ].join('; '),
        };
      },
    ),
  }));
}
