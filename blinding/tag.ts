import { createHash } from 'node:crypto';

import type { Point } from './group';

/**
 * 64 bits. A question compares 12 tags with those of one owner, some 2^20 (100,000 people by ten keys): one false hit
 * in 10^12 questions, and a tag is a bigint of the index. More bits would find nothing better; so few that a tag would
 * hide whose it is (24 and less) would give every question a false hit.
 */
export const TAG_BYTES = 8;

/** What the exchange keeps and compares: nothing follows from it without the owner's number. 16 hexadecimal digits. */
export function tagOf(evaluated: Point): string {
  const hash = createHash('sha256').update('concordat lookup tag v1\n').update(evaluated).digest();
  return hash.subarray(0, TAG_BYTES).toString('hex');
}
