import { createHmac } from 'node:crypto';

/**
 * The id of a snapshot, or the version of its cohorts: keyed, since rows are few enough to be tried out against a bare
 * hash. In whatever order the rows come, the digest is the same.
 */
export function digestOfRows(key: Buffer, rows: Iterable<readonly (string | number | null)[]>): string {
  const digest = createHmac('sha256', key).update('concordat research rows v1\n');
  for (const line of [...rows].map((row) => JSON.stringify(row)).sort()) digest.update(`${line}\n`);
  return digest.digest('hex');
}
