// The vectors of RFC 9497 and of docs/lookup.md: whoever blinds with other software begins with these.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import vectors from './fixture/vectors.json';
import { deriveScalar, groupReady, hashToGroup, invert, multiply } from './group';
import { LookupKey } from './lookup-key';
import { tagOf } from './tag';

const { rfc9497, concordat } = vectors;
const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
const hexOf = (value: Uint8Array): string => Buffer.from(value).toString('hex');

beforeAll(groupReady);

describe('RFC 9497', () => {
  it('has the number that we derive from a secret', () => {
    expect(hexOf(deriveScalar(bytes(rfc9497.secret), rfc9497.info))).toBe(rfc9497.scalar);
  });

  it.each(rfc9497.keys)('has what we blind and evaluate of $input', ({ input, blinded, evaluated }) => {
    const ours = multiply(bytes(rfc9497.blind), hashToGroup(Buffer.from(input, 'hex').toString('utf8')));
    expect(hexOf(ours)).toBe(blinded);
    expect(hexOf(multiply(bytes(rfc9497.scalar), ours))).toBe(evaluated);
  });
});

describe('docs/lookup.md', () => {
  const page = readFileSync(path.join(__dirname, '../docs/lookup.md'), 'utf8');

  it('has the key that follows from the secret', async () => {
    const key = await LookupKey.ofSecret(bytes(concordat.secret));
    expect(key.id).toBe(concordat.id);
    expect(key.sealingKey.publicKey).toBe(concordat.sealingKey);
    for (const value of [concordat.secret, concordat.id, concordat.scalar, concordat.sealingKey, concordat.blind]) {
      expect(page).toContain(`\`${value}\``);
    }
  });

  it.each(concordat.keys)(
    'has every step for the key $matchKey',
    async ({ matchKey, point, blinded, evaluated, tag }) => {
      const key = await LookupKey.ofSecret(bytes(concordat.secret));
      expect(hexOf(hashToGroup(matchKey))).toBe(point);
      expect(hexOf(multiply(bytes(concordat.blind), bytes(point)))).toBe(blinded);
      const [ours] = await key.evaluate(
        Array.from({ length: 12 }, () => Buffer.from(blinded, 'hex').toString('base64')),
      );
      expect(hexOf(new Uint8Array(Buffer.from(ours ?? '', 'base64')))).toBe(evaluated);
      expect(tagOf(multiply(invert(bytes(concordat.blind)), bytes(evaluated)))).toBe(tag);
      expect(await key.tagsOf([matchKey])).toEqual([tag]);
      for (const value of [matchKey, point, blinded, evaluated, tag]) expect(page).toContain(`\`${value}\``);
    },
  );
});
