import { randomBytes } from 'node:crypto';

import fc from 'fast-check';
import sodium from 'libsodium-wrappers-sumo';

import { LookupKey } from './lookup-key';
import { type Identity, openIdentity, sealIdentity, SealNotOpened } from './seal-identity';

const FOR = { handle: 'ab'.repeat(32), asker: 'safety-house', target: 'knowsley-iom' };
const PERSON = { birthDate: '1980-02-29', familyName: 'Bakker', givenName: 'Janine' };
const aKey = (): Promise<LookupKey> => LookupKey.ofSecret(randomBytes(32));

async function sealedText(key: LookupKey, text: string): Promise<string> {
  await sodium.ready;
  const publicKey = new Uint8Array(Buffer.from(key.sealingKey.publicKey, 'base64'));
  const sealed = sodium.crypto_box_seal(sodium.pad(new TextEncoder().encode(text), 2048), publicKey);
  return `${key.id}.${Buffer.from(sealed).toString('base64')}`;
}

describe('a sealed identity', () => {
  it('is what its owner opens, and always as long', async () => {
    const key = await aKey();
    const { length } = await sealIdentity(PERSON, FOR, key.sealingKey);
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(text, fc.oneof(text, fc.array(text, { maxLength: 3 })), { maxKeys: 5 }),
        async (identity) => {
          const sealed = await sealIdentity(identity, FOR, key.sealingKey);
          expect(sealed).toHaveLength(length);
          expect(await openIdentity(sealed, FOR, [key])).toEqual(identity);
        },
      ),
    );
  });

  it('is another text each time, so that two of the same person are not known as such', async () => {
    const key = await aKey();
    const sealed = await Promise.all([1, 2].map(() => sealIdentity(PERSON, FOR, key.sealingKey)));
    expect(sealed[0]).not.toBe(sealed[1]);
  });

  it('has room for fewer than 2,048 bytes, and says so', async () => {
    const key = await aKey();
    const roomLeft = 2047 - Buffer.byteLength(`{"identity":{"name":""},"sealedFor":${JSON.stringify(inOrder(FOR))}}`);
    const longest: Identity = { name: 'a'.repeat(roomLeft) };
    expect(await openIdentity(await sealIdentity(longest, FOR, key.sealingKey), FOR, [key])).toEqual(longest);
    const tooLong = sealIdentity({ name: 'a'.repeat(roomLeft + 1) }, FOR, key.sealingKey);
    await expect(tooLong).rejects.toThrow('has 2048 bytes in canonical form: fewer than 2048 can be sealed');
  });

  it('is opened by the key it names, also while a newer one lies beside it', async () => {
    const [old, next] = [await aKey(), await aKey()];
    const sealed = await sealIdentity(PERSON, FOR, old.sealingKey);
    expect(await openIdentity(sealed, FOR, [old, next])).toEqual(PERSON);
    await expect(openIdentity(sealed, FOR, [next])).rejects.toThrow('a key that is not in use here');
  });

  it.each(['handle', 'asker', 'target'] as const)('is refused for another %s', async (part) => {
    const key = await aKey();
    const sealed = await sealIdentity(PERSON, FOR, key.sealingKey);
    await expect(openIdentity(sealed, { ...FOR, [part]: 'eri' }, [key])).rejects.toThrow(
      'for another handle, asker or owner',
    );
  });

  it('is refused when it was altered, or when nobody sealed it', async () => {
    const [key, other] = [await aKey(), await aKey()];
    const sealed = await sealIdentity(PERSON, FOR, key.sealingKey);
    const bytes = Buffer.from(sealed.split('.')[1] as string, 'base64');
    bytes[100] = (bytes[100] as number) ^ 1;
    const foreign = await sealIdentity(PERSON, FOR, { ...other.sealingKey, id: key.id });
    for (const wrong of [`${key.id}.${bytes.toString('base64')}`, `${key.id}.`, `${key.id}.AAAA`, foreign]) {
      await expect(openIdentity(wrong, FOR, [key])).rejects.toThrow('is not sealed as it must be, or was altered');
    }
  });

  it.each([
    ['no JSON', 'Bakker'],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['no identity', `{"identity":null,"sealedFor":{}}`],
    ['another order', `{"sealedFor":${JSON.stringify(inOrder(FOR))},"identity":{}}`],
    ['a fraction', `{"identity":{"a":0.5},"sealedFor":{}}`],
  ])('is refused where it holds %s', async (_what, text) => {
    const key = await aKey();
    const refusal = openIdentity(await sealedText(key, text), FOR, [key]);
    await expect(refusal).rejects.toThrow(SealNotOpened);
    await expect(refusal).rejects.toThrow('not in its canonical form');
  });
});

function inOrder(value: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(value).sort());
}
