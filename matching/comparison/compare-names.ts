import type { NormalName } from '../names/normalise-name';
import { skeletonOf, soundOf } from '../names/sound-key';
import { jaroWinkler } from './jaro-winkler';

export type NameLevel =
  | 'EQUAL'
  | 'SAME_SOUND'
  | 'SAME_CONSONANTS'
  | 'ONE_OF_SEVERAL'
  | 'BEGINNING'
  | 'SIMILAR'
  | 'SOMEWHAT_SIMILAR'
  | 'INITIAL'
  | 'PARTICLES_ONLY'
  | 'DIFFERENT'
  | 'NOT_KNOWN';

export interface ComparedNames {
  readonly level: NameLevel;
  /** The token, sound or skeleton that both have, where the level is that they have one. */
  readonly shared?: string;
  /** How much alike the sounds are, 0 to 1. */
  readonly likeness: number;
}

const SIMILAR = 0.9;
const SOMEWHAT_SIMILAR = 0.8;
const LEAST_BEGINNING = 4;

/** A name with the forms in which it is compared, made once. */
export interface NameForms extends NormalName {
  readonly joined: string;
  readonly sounds: readonly string[];
  readonly soundsJoined: string;
  readonly skeletons: readonly string[];
}

export function formsOf(name: NormalName): NameForms {
  const sounds = name.tokens.map(soundOf);
  return {
    ...name,
    joined: name.tokens.join(''),
    sounds,
    soundsJoined: sounds.join(''),
    skeletons: name.tokens.map(skeletonOf),
  };
}

/** Compares two given names or two family names, without order; `Jan Willem` is `Janwillem`. */
export function compareNames(sought: NameForms, found: NameForms): ComparedNames {
  if (sought.tokens.length === 0 || found.tokens.length === 0) return { level: 'NOT_KNOWN', likeness: 0 };
  if (sought.joined === found.joined || areSame(sought.tokens, found.tokens)) {
    return { level: 'EQUAL', shared: rarestOf(found.tokens), likeness: 1 };
  }
  if (sought.soundsJoined === found.soundsJoined || areSame(sought.sounds, found.sounds)) {
    return { level: 'SAME_SOUND', shared: rarestOf(found.sounds), likeness: 1 };
  }
  const likeness = Math.max(
    jaroWinkler(sought.soundsJoined, found.soundsJoined),
    jaroWinkler(sought.whole, found.whole),
  );
  if (sought.joined.length === 1 || found.joined.length === 1) {
    return { level: sought.joined.charAt(0) === found.joined.charAt(0) ? 'INITIAL' : 'DIFFERENT', likeness };
  }
  if (areSame(sought.skeletons, found.skeletons)) {
    return { level: 'SAME_CONSONANTS', shared: rarestOf(found.skeletons), likeness };
  }
  const shared = found.sounds.find((sound) => sound.length > 2 && sought.sounds.includes(sound));
  if (shared !== undefined) return { level: 'ONE_OF_SEVERAL', shared, likeness };
  if (isBeginning(sought.whole, found.whole) || isBeginning(found.whole, sought.whole)) {
    return { level: 'BEGINNING', likeness };
  }
  if (isShortFor(sought, found) || isShortFor(found, sought)) return { level: 'INITIAL', likeness };
  const ofSeveral = likenessOfSeveral(sought, found);
  if (Math.max(likeness, ofSeveral) >= SIMILAR) return { level: 'SIMILAR', likeness: Math.max(likeness, ofSeveral) };
  if (likeness >= SOMEWHAT_SIMILAR) return { level: 'SOMEWHAT_SIMILAR', likeness };
  const particles = found.particles.some((particle) => sought.particles.includes(particle));
  return { level: particles ? 'PARTICLES_ONLY' : 'DIFFERENT', likeness };
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && [...one].sort().join(' ') === [...other].sort().join(' ');
}

/** Alex of Alexander, Ferd of Ferdinand; not An of Antonio. */
function isBeginning(one: string, other: string): boolean {
  return one.length >= LEAST_BEGINNING && other.startsWith(one);
}

/** Yo of Youssef: too short to be told from an initial. */
function isShortFor({ joined }: NameForms, { tokens }: NameForms): boolean {
  return joined.length < LEAST_BEGINNING && tokens.some((token) => token.startsWith(joined));
}

/** Where one of them has several names: of the two tokens that are most alike. */
function likenessOfSeveral(sought: NameForms, found: NameForms): number {
  if (sought.tokens.length === 1 && found.tokens.length === 1) return 0;
  return Math.max(...sought.sounds.flatMap((one) => found.sounds.map((other) => jaroWinkler(one, other))));
}

/** Of several tokens the longest stands for all: it is most often the one that tells most. */
function rarestOf(tokens: readonly string[]): string {
  return tokens.reduce((longest, token) => (token.length > longest.length ? token : longest), '');
}
