import { isIdentity, isPoint, type Point, POINT_BYTES } from './group';

/** Points in every question, whoever is sought: what is not a key is padding. */
export const POINTS_IN_A_QUESTION = 12;

/** The other side sent something that cannot be used: the message names what, and nothing of a person. */
export class UnusablePoints extends Error {
  override readonly name = 'UnusablePoints';
}

export const writePoint = (point: Point): string => Buffer.from(point).toString('base64');

/** Reads the points of a question or of an answer; throws UnusablePoints, which names the first that is wrong. */
export function readPoints(texts: readonly string[]): readonly Point[] {
  if (texts.length !== POINTS_IN_A_QUESTION) {
    throw new UnusablePoints(
      `There must be ${POINTS_IN_A_QUESTION} points, whatever is asked, and there are ${texts.length}.`,
    );
  }
  return texts.map((text, index) => {
    const named = `Point ${index + 1} of ${texts.length}`;
    const bytes = Buffer.from(text, 'base64');
    if (bytes.length !== POINT_BYTES || bytes.toString('base64') !== text) {
      throw new UnusablePoints(`${named} is not base64 of ${POINT_BYTES} bytes.`);
    }
    const point = new Uint8Array(bytes);
    if (!isPoint(point)) throw new UnusablePoints(`${named} is not a point of ristretto255.`);
    if (isIdentity(point)) throw new UnusablePoints(`${named} is the identity, which no key can be blinded to.`);
    return point;
  });
}
