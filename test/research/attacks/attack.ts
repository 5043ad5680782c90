import type { KnownPerson } from './attacked-people';
import type { Oracle } from './oracle';
import type { Guesses } from './solve-coins';

/** A way to guess the coins of canaries from tables, by somebody who knows everything else of everybody. */
export interface GuessingAttack {
  readonly name: string;
  readonly guess: (people: readonly KnownPerson[], oracle: Oracle) => Promise<Guesses>;
}
