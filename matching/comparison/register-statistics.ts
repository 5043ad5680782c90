// How often names and places are in a register: agreeing on a rare name tells more than on a common one. An owner counts
// them over the whole register and ahead of any lookup; nothing is ever estimated from one lookup.
import type { Identity } from '../identity';
import { normaliseName } from '../names/normalise-name';
import { normalisePlace } from '../names/normalise-place';
import { skeletonOf, soundOf } from '../names/sound-key';

type Counts = ReadonlyMap<string, number>;

/** In how many records a name stands, by its letters, its sound and its skeleton. */
export interface NameCounts {
  readonly tokens: Counts;
  readonly sounds: Counts;
  readonly skeletons: Counts;
}

export interface RegisterStatistics {
  readonly people: number;
  readonly familyNames: NameCounts;
  readonly givenNames: NameCounts;
  readonly places: Counts;
}

export function countRegister(identities: Iterable<Identity>): RegisterStatistics {
  const family = countNames();
  const given = countNames();
  const places = new Map<string, number>();
  let people = 0;
  for (const { familyName, givenName, birthPlace } of identities) {
    people += 1;
    family.add(familyName);
    given.add(givenName);
    const place = normalisePlace(birthPlace);
    if (place !== undefined) addTo(places, place);
  }
  return { people, familyNames: family.counts, givenNames: given.counts, places };
}

function countNames() {
  const [tokens, sounds, skeletons] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  return {
    counts: { tokens, sounds, skeletons },
    add: (name: string | null): void => {
      for (const token of normaliseName(name).tokens) {
        addTo(tokens, token);
        addTo(sounds, soundOf(token));
        addTo(skeletons, skeletonOf(token));
      }
    },
  };
}

function addTo(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}
