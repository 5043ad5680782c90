import type { Words } from '../../words/words';

/** A purpose that an agreement names, in words. */
export function purposeText(words: Words, name: string): string {
  return words.knows(`purposes.${name}`) ? words.say(`purposes.${name}`) : name;
}
