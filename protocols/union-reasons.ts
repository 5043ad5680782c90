import { readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';
import { z } from 'zod';

import type { Undone } from './find-undone';

const reasons = z.array(
  z.strictObject({
    gives: z.string(),
    denies: z.string(),
    /** Categories. */
    what: z.array(z.string()).nonempty(),
    why: z.string().min(20),
  }),
);
export type UnionReason = z.infer<typeof reasons>[number];

/** The reasons that stand beside the agreements' engine, in union-reasons.yaml. */
export function readUnionReasons(file = path.join('protocols', 'union-reasons.yaml')): readonly UnionReason[] {
  return reasons.parse(parse(readFileSync(file, 'utf8')));
}

const categoryOf = ({ what }: Undone): string => what.split('/')[0] ?? what;

/** The reason for a difference between two purposes, if one is stated. */
export function reasonFor(undone: Undone, stated: readonly UnionReason[]): UnionReason | undefined {
  return stated.find(
    ({ gives, denies, what }) =>
      gives === undone.gives && denies === undone.denies && what.includes(categoryOf(undone)),
  );
}

/** What is amiss between differences and reasons, in words: none of it may be. */
export function faultsOfReasons(undone: readonly Undone[], stated: readonly UnionReason[]): readonly string[] {
  const unexplained = undone
    .filter((difference) => reasonFor(difference, stated) === undefined)
    .map(
      ({ recipient, gives, denies, what }) =>
        `${gives} gives ${recipient} ${what}, which ${denies} denies: say why in protocols/union-reasons.yaml, or mend it`,
    );
  const idle = stated.flatMap((reason) =>
    reason.what
      .filter((category) => !undone.some((difference) => reasonFor(difference, [{ ...reason, what: [category] }])))
      .map((category) => `${reason.gives} over ${reason.denies}, ${category}: explains nothing, take it out`),
  );
  return [...unexplained, ...idle];
}
