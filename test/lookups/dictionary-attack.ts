// What somebody can find out who has all that the exchange keeps and carries, and a list of everybody who may be sought.
// One program, with or without an owner's lookup key: what it finds with the key shows that it looks.
import { createHash } from 'node:crypto';

import { groupReady, hashToGroup } from '../../blinding/group';
import { LookupKey } from '../../blinding/lookup-key';
import { writePoint } from '../../blinding/points';
import { tagOf } from '../../blinding/tag';
import type { Identity } from '../../matching/identity';
import { deriveQuestionKeys, deriveRecordKeys } from '../../matching/keys/derive-match-keys';

/** Everything that was captured, sorted by what it may be. */
export interface Captured {
  /** 16 hexadecimal digits each. */
  readonly tags: ReadonlySet<string>;
  /** Base64 of 32 bytes each. */
  readonly points: ReadonlySet<string>;
  /** `<key id>.<base64>`. */
  readonly sealed: readonly string[];
}

/** Somebody who may be sought. */
export interface ListedPerson {
  readonly id: string;
  readonly identity: Identity;
}

/** Whom the attacker found, and by what. */
export interface Found {
  readonly byTags: ReadonlySet<string>;
  readonly byPoints: ReadonlySet<string>;
  readonly bySealed: ReadonlySet<string>;
}

/** All texts of which a person's points and tags are made. */
export function matchTextsOf(identity: Identity): readonly string[] {
  const asked = deriveQuestionKeys(identity, () => '').filter(({ template }) => template !== 'FILLER');
  return [...new Set([...deriveRecordKeys(identity), ...asked].map(({ text }) => text))];
}

/** Tries everybody on everything: without a key, with keys that can be guessed, and with those that were stolen. */
export async function attack(
  { tags, points: seen, sealed }: Captured,
  people: readonly ListedPerson[],
  stolen: readonly LookupKey[] = [],
): Promise<Found> {
  await groupReady();
  const keys = [...(await guessableKeys()), ...stolen];
  const found = { byTags: new Set<string>(), byPoints: new Set<string>(), bySealed: new Set<string>() };
  const opened = sealed.flatMap((text) => contentsOf(text, keys));
  for (const { id, identity } of people) {
    const texts = matchTextsOf(identity);
    const hashed = texts.map(hashToGroup);
    const tried = [...texts.flatMap(digestsOf), ...hashed.map(tagOf)];
    for (const key of keys) tried.push(...(await key.tagsOf(texts)));
    if (tried.some((tag) => tags.has(tag))) found.byTags.add(id);
    const points = hashed.map(writePoint);
    for (const key of stolen) points.push(...(await evaluatedBy(key, hashed.map(writePoint))));
    if (points.some((point) => seen.has(point))) found.byPoints.add(id);
    const { givenName, familyName } = identity;
    if (givenName !== null && familyName !== null) {
      if (opened.some((content) => content.includes(givenName) && content.includes(familyName))) found.bySealed.add(id);
    }
  }
  return found;
}

/** What somebody could have taken for a tag who forgot the key: a hash of the text, or a part of it. */
function digestsOf(text: string): readonly string[] {
  const digest = (algorithm: string, prefix: string): string =>
    createHash(algorithm).update(prefix).update(text).digest('hex').slice(0, 16);
  const bytes = Buffer.from(text);
  return [
    bytes.subarray(0, 8).toString('hex'),
    bytes.subarray(-8).toString('hex'),
    ...['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) =>
      ['', 'concordat lookup tag v1\n'].map((prefix) => digest(algorithm, prefix)),
    ),
  ];
}

/** Secrets that somebody could have taken who made none. */
function guessableKeys(): Promise<readonly LookupKey[]> {
  const secrets = [Buffer.alloc(32), createHash('sha256').update('concordat').digest()];
  return Promise.all(secrets.map((secret) => LookupKey.ofSecret(secret)));
}

/** As many points as there are, by a key that takes twelve at a time. */
async function evaluatedBy(key: LookupKey, points: readonly string[]): Promise<readonly string[]> {
  const [first] = points;
  if (first === undefined) return [];
  const evaluated: string[] = [];
  for (let from = 0; from < points.length; from += 12) {
    const some = points.slice(from, from + 12);
    evaluated.push(...(await key.evaluate([...some, ...Array<string>(12 - some.length).fill(first)])));
  }
  return evaluated;
}

/** What a sealed text says as it is, and to whoever has one of these keys. */
function contentsOf(sealed: string, keys: readonly LookupKey[]): readonly string[] {
  const bytes = new Uint8Array(Buffer.from(sealed.split('.').at(-1) ?? '', 'base64'));
  return [bytes, ...keys.flatMap((key) => key.unseal(bytes) ?? [])].map((content) =>
    Buffer.from(content).toString('utf8'),
  );
}
