import { randomBytes } from 'node:crypto';

import fc from 'fast-check';

import { BlindedQuestion } from './blinded-question';
import { hashToGroup, groupReady, randomPoint } from './group';
import { LookupKey } from './lookup-key';
import { POINTS_IN_A_QUESTION, UnusablePoints, writePoint } from './points';

const matchKey = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const secret = fc.uint8Array({ minLength: 32, maxLength: 32 });
/** Each run blinds, evaluates and unblinds twelve points: some ten milliseconds. */
const RUNS = { numRuns: 25 };
const INDEX = Array.from({ length: POINTS_IN_A_QUESTION }, (_, index) => index);

beforeAll(groupReady);

describe('a blinded question', () => {
  it('leads to the tags that the owner itself gives, whatever the keys and however blinded', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(matchKey, { maxLength: POINTS_IN_A_QUESTION }), secret, async (keys, bytes) => {
        const owner = await LookupKey.ofSecret(bytes);
        const question = await BlindedQuestion.ask(keys);
        const asked = await question.unblind(await owner.evaluate(question.points));
        const found = asked.filter(({ key }) => key !== undefined);
        expect(found.map(({ key }) => key).sort()).toEqual([...keys].sort());
        expect(found.map(({ tag }) => tag)).toEqual(await owner.tagsOf(found.map(({ key }) => key as string)));
        expect(asked).toHaveLength(POINTS_IN_A_QUESTION);
        expect(new Set(asked.map(({ tag }) => tag)).size).toBe(POINTS_IN_A_QUESTION);
      }),
      RUNS,
    );
  });

  it('says nothing of its keys: always twelve points, none of them the key’s own, and none twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(matchKey, { maxLength: POINTS_IN_A_QUESTION }), async (keys) => {
        const own = keys.map((key) => writePoint(hashToGroup(key)));
        const [once, again] = [await BlindedQuestion.ask(keys), await BlindedQuestion.ask(keys)];
        expect(once.points).toHaveLength(POINTS_IN_A_QUESTION);
        const all = [...own, ...once.points, ...again.points];
        expect(new Set(all).size).toBe(all.length);
      }),
      RUNS,
    );
  });

  it('blinds the same key to points that have nothing in common', async () => {
    // Of two independent points of 252 random bits, about half of the bits are equal: 126, and 8 are one deviation.
    const points = (await Promise.all(INDEX.map(() => BlindedQuestion.ask(['same key'])))).flatMap(
      ({ points }) => points,
    );
    const bits = points.map((point) => Buffer.from(point, 'base64'));
    const equalBits = bits.slice(1).map((point, index) => equalBitsOf(point, bits[index] as Buffer));
    const mean = equalBits.reduce((sum, value) => sum + value, 0) / equalBits.length;
    expect(mean).toBeGreaterThan(120);
    expect(mean).toBeLessThan(136);
    expect(Math.max(...equalBits)).toBeLessThan(190);
  });

  it('puts a key in any place', async () => {
    const places = new Set<number>();
    for (let round = 0; round < 300 && places.size < POINTS_IN_A_QUESTION; round += 1) {
      const question = await BlindedQuestion.ask(['key']);
      places.add((await question.unblind(question.points)).findIndex(({ key }) => key !== undefined));
    }
    expect([...places].sort((one, other) => one - other)).toEqual(INDEX);
  });

  it('asks for a key that is given twice once', async () => {
    const question = await BlindedQuestion.ask(['key', 'key']);
    const asked = await question.unblind(question.points);
    expect(asked.filter(({ key }) => key === 'key')).toHaveLength(1);
  });

  it.each([
    [Array.from({ length: 13 }, (_, index) => `key ${index}`), 'room for 12 match keys, not 13'],
    [[''], 'A match key is empty'],
  ])('is refused for %p', async (keys, message) => {
    await expect(BlindedQuestion.ask(keys)).rejects.toThrow(message);
  });
});

describe('the owners’ tags', () => {
  it('have nothing in common between two owners', async () => {
    const keys = Array.from({ length: 200 }, (_, index) => `key ${index}`);
    const [one, other] = [await LookupKey.ofSecret(randomBytes(32)), await LookupKey.ofSecret(randomBytes(32))];
    const tags = [...(await one.tagsOf(keys)), ...(await other.tagsOf(keys))];
    expect(new Set(tags).size).toBe(400);
    expect(one.id).not.toBe(other.id);
    // As between any two random texts of 64 bits, half of them are equal, and 4 are one deviation.
    const equal = keys.map((_, index) => equalBitsOf(bufferOf(tags[index]), bufferOf(tags[200 + index])));
    const mean = equal.reduce((sum, value) => sum + value, 0) / equal.length;
    expect(mean).toBeGreaterThan(30);
    expect(mean).toBeLessThan(34);
  });

  it('are not found by a question that another owner evaluated', async () => {
    const [one, other] = [await LookupKey.ofSecret(randomBytes(32)), await LookupKey.ofSecret(randomBytes(32))];
    const question = await BlindedQuestion.ask(['key']);
    const asked = await question.unblind(await other.evaluate(question.points));
    expect(asked.map(({ tag }) => tag)).not.toContain((await one.tagsOf(['key']))[0]);
  });

  it('are not given for an empty key, which would be everybody’s', async () => {
    await expect((await LookupKey.ofSecret(randomBytes(32))).tagsOf(['key', ''])).rejects.toThrow('is empty');
  });
});

describe('points from elsewhere', () => {
  const identity = Buffer.alloc(32).toString('base64');
  const noPoint = Buffer.alloc(32, 0xff).toString('base64');
  /** Not canonical: the number of a point, plus the prime of the field. */
  const notCanonical = Buffer.from('edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', 'hex').toString(
    'base64',
  );
  const good = (): string[] => INDEX.map(() => writePoint(randomPoint()));
  const withThird = (point: string): string[] => good().map((own, index) => (index === 2 ? point : own));

  it.each([
    ['eleven', () => good().slice(1), 'There must be 12 points, whatever is asked, and there are 11.'],
    [
      'thirteen',
      () => [...good(), writePoint(randomPoint())],
      'There must be 12 points, whatever is asked, and there are 13.',
    ],
    ['none', () => [], 'There must be 12 points, whatever is asked, and there are 0.'],
    ['the identity', () => withThird(identity), 'Point 3 of 12 is the identity, which no key can be blinded to.'],
    ['no point', () => withThird(noPoint), 'Point 3 of 12 is not a point of ristretto255.'],
    ['another writing of a point', () => withThird(notCanonical), 'Point 3 of 12 is not a point of ristretto255.'],
    ['31 bytes', () => withThird(identity.slice(0, 40)), 'Point 3 of 12 is not base64 of 32 bytes.'],
    ['a text', () => withThird('bakker'), 'Point 3 of 12 is not base64 of 32 bytes.'],
    ['another base64', () => withThird(`${identity} `), 'Point 3 of 12 is not base64 of 32 bytes.'],
  ])('are refused before anything is evaluated: %s', async (_what, points, message) => {
    const owner = await LookupKey.ofSecret(randomBytes(32));
    const refusal = new UnusablePoints(message);
    await expect(owner.evaluate(points())).rejects.toThrow(refusal);
    await expect((await BlindedQuestion.ask(['key'])).unblind(points())).rejects.toThrow(refusal);
  });
});

const bufferOf = (tag: string | undefined): Buffer => Buffer.from(tag ?? '', 'hex');

function equalBitsOf(one: Buffer, other: Buffer): number {
  return one.reduce((sum, byte, index) => sum + 8 - onesOf(byte ^ (other[index] as number)), 0);
}

const onesOf = (byte: number): number => byte.toString(2).replaceAll('0', '').length;
