/**
 * Spellings of one sound, in the order they are looked for. Capital X stands for the sounds between h and sh, which
 * English, French, Dutch, German and the transliterations of Arabic write with the same letters in each other's place
 * (Achraf and Ashraf, Khalid and Chalid and Halid).
 */
const SOUND_SPELLINGS: readonly (readonly [from: RegExp, to: string])[] = [
  // Endings of the Balkan and of Turkey: -vić, -vich, -vitch, -wicz; a final consonant loses its voice.
  [/(?<=[vw])i(?:tsch|tch|tsj|tsh|ch|cz|tz|ts|c|sj|sh)$/, 'iX'],
  [/tsch|tsj|tch|sch|sh|sj|ch|kh/g, 'X'],
  [/dzh|dsch|dj|zh/g, 'j'],
  [/ph/g, 'f'],
  [/([gtd])h/g, '$1'],
  [/ck|q/g, 'k'],
  [/c/g, 'k'],
  [/z/g, 's'],
  // Oualid and Walid; Maya, Maia and Maja; Yusuf, Youssef and Jusuf; Meryem and Meriem; Hüseyin and Hussein; van Dijk and van Dyk, but not Khadija.
  [/^ou(?=[aei])/g, 'w'],
  [/ij(?![aeiou])/g, 'y'],
  [/eyi/g, 'ei'],
  [/(?<![bcdfghjklmnpqrstvwxzX])y(?=[aeiou])/g, 'j'],
  [/y/g, 'i'],
  [/(?<=[aeou])i(?=[aeou])/g, 'j'],
  [/[vw]/g, 'f'],
  [/(.)\1+/g, '$1'],
  [/h$/, ''],
  [/h/g, 'X'],
  [/d?[dt]$/, 't'],
  [/oe|ou|oo/g, 'u'],
  [/ie|ei|ee/g, 'i'],
  [/ae/g, 'a'],
  [/(.)\1+/g, '$1'],
];

/** How a token of a name sounds, whatever the spelling. */
export function soundOf(token: string): string {
  return SOUND_SPELLINGS.reduce((sound, [from, to]) => sound.replace(from, to), token);
}

/** A name of one consonant is too short to be told without its vowels. */
const LEAST_CONSONANTS = 2;

/** The sound without its vowels, which transliterations write in many ways; short names keep theirs. */
export function skeletonOf(token: string): string {
  const sound = soundOf(token);
  const skeleton = sound.replace(/[aeiou]/g, '');
  return skeleton.length < LEAST_CONSONANTS ? sound : skeleton;
}
