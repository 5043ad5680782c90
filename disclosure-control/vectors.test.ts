// The vectors of RFC 7748 and of docs/aggregates.md: whoever checks the mechanism with other software begins with these.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { digestOfRows } from './digest-of-rows';
import { drawDiscreteGaussian } from './discrete-gaussian';
import vectors from './fixture/vectors.json';
import { decodeShares, encodeShares, maskContext, maskKeys, maskedShares, sharedSecret, sumShares } from './masks';

const { rows, noise, masks, rfc7748 } = vectors;
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const page = readFileSync(path.join(__dirname, '../docs/aggregates.md'), 'utf8');

it('has the keys and the secret of RFC 7748', () => {
  const [one, other] = [maskKeys(bytes(rfc7748.secretOne)), maskKeys(bytes(rfc7748.secretOther))];
  expect(one.publicKey.toString('hex')).toBe(rfc7748.publicOne);
  expect(other.publicKey.toString('hex')).toBe(rfc7748.publicOther);
  expect(sharedSecret(one, other.publicKey).toString('hex')).toBe(rfc7748.shared);
});

it('has the digest of rows', () => {
  expect(digestOfRows(bytes(rows.key), rows.rows)).toBe(rows.digest);
  for (const text of [rows.key, ...rows.rows.map((row) => JSON.stringify(row)), rows.digest]) {
    expect(page).toContain(`\`${text}\``);
  }
});

it.each(noise.draws)('has the noise of $context', ({ context, twiceSigmaSquared, value }) => {
  expect(drawDiscreteGaussian(bytes(noise.key), context, Math.sqrt(twiceSigmaSquared / 2))).toBe(value);
  expect(page.split('\n')).toContain(`${context} ${twiceSigmaSquared} ${value}`);
});

describe('masked shares', () => {
  const { owners, secrets, tableId, snapshots, context, totals } = masks;

  it('have the context of their table and snapshots', () => {
    expect(maskContext(tableId, snapshots)).toBe(context);
    expect(page).toContain(`\`${context}\``);
  });

  it.each(owners)('of $name follow from its seed, its values and the public keys of the others', (owner) => {
    const own = maskKeys(bytes(owner.seed));
    expect(own.publicKey.toString('hex')).toBe(owner.publicKey);
    const peers = owners
      .filter(({ name }) => name !== owner.name)
      .map(({ name, publicKey }) => ({ name, secret: sharedSecret(own, bytes(publicKey)) }));
    for (const { name, secret } of peers) {
      const [one, other] = [owner.name, name].sort();
      expect(secrets).toContainEqual({ one, other, secret: secret.toString('hex') });
    }
    const shares = maskedShares({ values: Int32Array.from(owner.values), own: owner.name, peers, context });
    expect(encodeShares(shares)).toBe(owner.shares);
    const shown = [owner.seed, owner.publicKey, owner.shares, ...peers.map(({ secret }) => secret.toString('hex'))];
    for (const text of [...shown, owner.values.join(', ')]) expect(page).toContain(`\`${text}\``);
  });

  it('come to the sums', () => {
    expect([...sumShares(owners.map(({ shares }) => decodeShares(shares)))]).toEqual(totals);
    expect(page).toContain(`\`${totals.join(', ')}\``);
  });
});
