// The asker's side. The owner that is asked sees twelve random points; the exchange sees twelve tags, in an order that
// says nothing of what each was made from.
import { randomInt } from 'node:crypto';

import { groupReady, hashToGroup, invert, multiply, type Point, randomPoint, randomScalar, type Scalar } from './group';
import { inTurns } from './in-turns';
import { POINTS_IN_A_QUESTION, readPoints, UnusablePoints, writePoint } from './points';
import { tagOf } from './tag';

/** A tag to ask the exchange for, and the key that it stands for; undefined for padding. */
export interface AskedTag {
  readonly tag: string;
  readonly key: string | undefined;
}

interface Blinded {
  readonly key: string | undefined;
  readonly scalar: Scalar;
  readonly point: Point;
}

export class BlindedQuestion {
  /** What the owner is sent, in base64. */
  readonly points: readonly string[];
  readonly #blinded: readonly Blinded[];

  private constructor(blinded: readonly Blinded[]) {
    this.#blinded = blinded;
    this.points = blinded.map(({ point }) => writePoint(point));
  }

  /** Blinds a person's match keys. Padding costs the same work, so that time does not tell how many keys there are. */
  static async ask(keys: readonly string[]): Promise<BlindedQuestion> {
    await groupReady();
    const different = [...new Set(keys)];
    if (different.length > POINTS_IN_A_QUESTION) {
      throw new RangeError(`A question has room for ${POINTS_IN_A_QUESTION} match keys, not ${different.length}.`);
    }
    // An empty key would be everybody's.
    if (different.includes('')) throw new RangeError('A match key is empty.');
    const padding = Array.from({ length: POINTS_IN_A_QUESTION - different.length }, () => undefined);
    return new BlindedQuestion(await inTurns(inRandomOrder([...different, ...padding]), blind));
  }

  /** The tags of what the owner evaluated; throws UnusablePoints where it did not answer with as many points. */
  async unblind(evaluated: readonly string[]): Promise<readonly AskedTag[]> {
    const points = readPoints(evaluated);
    return inTurns(this.#blinded, ({ key, scalar }, index) => {
      const point = points[index];
      if (point === undefined) throw new UnusablePoints(`Point ${index + 1} is missing.`);
      return { tag: tagOf(multiply(invert(scalar), point)), key };
    });
  }
}

function blind(key: string | undefined): Blinded {
  const scalar = randomScalar();
  return { key, scalar, point: multiply(scalar, key === undefined ? randomPoint() : hashToGroup(key)) };
}

function inRandomOrder<Item>(items: readonly Item[]): Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(randomInt(left.length), 1));
}
