// How a new lookup key takes the place of the old one while lookups go on. The owner pushes tags of both until every
// person has tags of the new one; only then are questions evaluated with the new key; and the old tags stay for as long
// as a question, or an identity sealed to the old key, may still be on its way. A pure machine: the state is a row of
// the owner's database, and at any moment everybody who is indexed is found.

/** How long what was begun under the old key may still arrive: four lives of a handle. */
export const OLD_KEY_LINGERS_MS = 3_600_000;

export type KeyRotation =
  | { readonly phase: 'STEADY'; readonly key: string }
  /** Both keys' tags are pushed; not everybody has those of the new one. */
  | { readonly phase: 'RETAGGING'; readonly key: string; readonly next: string }
  /** Questions go by the new key; what was begun under the old one is still answered, until then (milliseconds). */
  | { readonly phase: 'LINGERING'; readonly key: string; readonly old: string; readonly until: number };

export class RotationRefused extends Error {
  override readonly name = 'RotationRefused';
}

/** The key that a question is evaluated with, and an identity sealed to. */
export const keyInForce = (rotation: KeyRotation): string => rotation.key;

/** The keys whose tags a person who is written must have at the exchange; the rest are taken away. */
export function keysPushed(rotation: KeyRotation): readonly string[] {
  switch (rotation.phase) {
    case 'STEADY':
      return [rotation.key];
    case 'RETAGGING':
      return [rotation.key, rotation.next];
    case 'LINGERING':
      return [rotation.old, rotation.key];
  }
}

/** Begins: the new key lies beside the old one already (LookupKeys.prepareNext). */
export function beginRotation(rotation: KeyRotation, next: string): KeyRotation {
  if (rotation.phase !== 'STEADY') {
    throw new RotationRefused(`The key is being replaced already (${rotation.phase}): let that end first.`);
  }
  if (rotation.key === next) throw new RotationRefused('The next key is the present one.');
  return { phase: 'RETAGGING', key: rotation.key, next };
}

/** Changes over to the new key once nobody lacks its tags. */
export function changeOver(rotation: KeyRotation, peopleWithoutNewTags: number, now: number): KeyRotation {
  if (rotation.phase !== 'RETAGGING')
    throw new RotationRefused(`There is nothing to change over to (${rotation.phase}).`);
  if (peopleWithoutNewTags > 0) {
    throw new RotationRefused(`${peopleWithoutNewTags} people have no tags of the new key: a lookup would miss them.`);
  }
  return { phase: 'LINGERING', key: rotation.next, old: rotation.key, until: now + OLD_KEY_LINGERS_MS };
}

/** Ends: the old tags are taken away, and then the old key is forgotten (LookupKeys.keepOnly). */
export function dropOldKey(rotation: KeyRotation, now: number): KeyRotation {
  if (rotation.phase !== 'LINGERING') throw new RotationRefused(`There is no old key to drop (${rotation.phase}).`);
  if (now < rotation.until) {
    throw new RotationRefused(
      'What was begun under the old key may still arrive: it is dropped an hour after the change.',
    );
  }
  return { phase: 'STEADY', key: rotation.key };
}
