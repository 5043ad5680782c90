/**
 * What a clause may have to wait for. Its words are settled and checked when it is loaded, as those of any other, but it
 * permits nothing while it says `awaits:`, because what would evaluate its conditions has not been built. With the word
 * taken out the loader refuses it (see expand-protocol.ts): nobody switches it on by mistake.
 */
export const AWAITED_MACHINERY = {
  STUDY_EXTRACT: 'Pseudonymised rows of an approved study with its end date',
} as const;

export type AwaitedMachinery = keyof typeof AWAITED_MACHINERY;

/** The words in which every list of agreements says so. */
export function awaitsInWords(machinery: AwaitedMachinery): string {
  return `permits nothing yet: awaits ${machinery}`;
}
