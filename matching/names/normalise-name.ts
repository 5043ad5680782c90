import anyAscii from 'any-ascii';

import { EMPTY_WORDS, GLUED_AFTER, GLUED_BEFORE, LEAST_REST, PARTICLE_WORDS } from './name-tables';

/** A name without its writing: what of it names somebody, and what is put around that. */
export interface NormalName {
  /** In written order, plain letters; two tokens of a name have no order for whoever compares them. */
  readonly tokens: readonly string[];
  /** The same words with what is glued to them: `alexander` where a token is `exander`. Not for keys. */
  readonly whole: string;
  /** Weak evidence: `van`, `der`, `el`, `oglu`. */
  readonly particles: readonly string[];
}

/** Letters that stand for vowels inside an Arabic word and for consonants at its beginning; the article, written on. */
const ARABIC: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})ال(?=\p{L}{2})/gu, 'al '],
  [/(?<=\p{Script=Arabic})و(?!\p{Script=Arabic}?ا)/gu, 'u'],
  [/(?<=\p{Script=Arabic})[يى](?!ا)/gu, 'i'],
  [/ة/gu, 'a'],
];

/** Transliterated to plain lower-case words, by spaces. */
export function plainWords(text: string): string[] {
  const latin = ARABIC.reduce((rest, [from, to]) => rest.replace(from, to), text.normalize('NFKC'));
  return (
    anyAscii(latin)
      .toLowerCase()
      // O’Brien, D’Angelo, Dell’Acqua, ’t Hart and e/v are two words; M’hamed and Sa’id are one.
      .replace(/\b(o|d|l|dell|dall|sant)['`](?=[a-z])/g, '$1 ')
      .replace(/(?<![a-z])['`]([ts])\b/g, ' $1 ')
      .replace(/\be\/v\b/g, 'ev')
      .replace(/['`]/g, '')
      .split(/[^a-z]+/)
      .filter((word) => word !== '')
  );
}

/** Splits a given name, a family name or an alias into what names somebody and its particles. */
export function normaliseName(text: string | null): NormalName {
  const tokens: string[] = [];
  const particles: string[] = [];
  const words = plainWords(text ?? '').filter((word) => !EMPTY_WORDS.has(word));
  let whole = '';
  for (const word of words) {
    if (!PARTICLE_WORDS.has(word)) whole += word;
    let rest = word;
    for (let part = findGlued(rest); part !== undefined; part = findGlued(rest)) {
      particles.push(part.particle);
      rest = part.rest;
    }
    (PARTICLE_WORDS.has(rest) ? particles : tokens).push(rest);
  }
  // Somebody may be called by a word that is a particle elsewhere: Ben, Haji.
  if (tokens.length === 0) return { tokens: words, whole: words.join(''), particles: [] };
  return { tokens, whole, particles: [...new Set(particles)].sort() };
}

function findGlued(word: string): { readonly particle: string; readonly rest: string } | undefined {
  const before = GLUED_BEFORE.find((particle) => word.startsWith(particle));
  if (before !== undefined && word.length - before.length >= LEAST_REST) {
    return { particle: before, rest: word.slice(before.length) };
  }
  const after = GLUED_AFTER.find((particle) => word.endsWith(particle));
  if (after === undefined || word.length - after.length < LEAST_REST) return undefined;
  return { particle: after, rest: word.slice(0, -after.length) };
}
