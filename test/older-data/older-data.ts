import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

import { OWNER_NAMES } from '../../schema/owners';
import { ROOT } from '../hub/launch-hub';

/** What stood in one owner's database: the steps that had been applied, each with its text's hash, and every row. */
const recordedDatabase = z.object({
  steps: z.array(z.object({ name: z.string(), hash: z.string() })),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});
/** The databases of all owners as a former version of the hub left them, with its invented people. */
const olderData = z.object({
  population: z.object({ seed: z.int(), anchor: z.iso.date() }),
  databases: z.record(z.enum(OWNER_NAMES), recordedDatabase),
});
export type OlderData = z.infer<typeof olderData>;

const FOLDER = path.join(ROOT, 'test/older-data/recorded');

/** The former versions of which the data are kept, the oldest first. */
export function olderVersions(): readonly string[] {
  return readdirSync(FOLDER)
    .map((file) => path.basename(file, '.json.gz'))
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}

export function readOlderData(version: string): OlderData {
  return olderData.parse(
    JSON.parse(gunzipSync(readFileSync(path.join(FOLDER, `${version}.json.gz`))).toString('utf8')),
  );
}

export const hashOf = (sql: string): string => createHash('sha256').update(sql).digest('hex');
