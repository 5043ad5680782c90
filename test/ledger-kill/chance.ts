import { createHash } from 'node:crypto';

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A number from 0 to 1 that follows from seed and place. */
export function chance(seed: string, place: number, what: string): number {
  return (
    createHash('sha256')
      .update(`${seed} ${String(place)} ${what}`)
      .digest()
      .readUInt32BE(0) /
    2 ** 32
  );
}
