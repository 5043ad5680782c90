import { skeletonOf } from '../names/sound-key';
import { jaroWinkler } from './jaro-winkler';

export type PlaceLevel = 'EQUAL' | 'SAME_SOUND' | 'SIMILAR' | 'DIFFERENT' | 'NOT_KNOWN';

const SIMILAR = 0.88;

/** Compares two places by their plain names (`normalisePlace`). */
export function comparePlaces(sought: string | undefined, found: string | undefined): PlaceLevel {
  if (sought === undefined || found === undefined) return 'NOT_KNOWN';
  const [one, other] = [sought.replaceAll(' ', ''), found.replaceAll(' ', '')];
  if (one === other) return 'EQUAL';
  if (skeletonOf(one) === skeletonOf(other)) return 'SAME_SOUND';
  return jaroWinkler(one, other) >= SIMILAR ? 'SIMILAR' : 'DIFFERENT';
}
