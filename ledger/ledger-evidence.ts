// What is known of a ledger besides its entries: its checkpoints, and what each witness saw last. From the databases
// where the environment names them, else from the running processes, by the operator's token.
import { Client } from 'pg';

import { dataFolder } from '../service/data-folder';
import type { Environment } from '../service/environment';
import { operatorToken } from '../service/operator-token';
import type { KeptCheckpoint } from './checkpoint-store';
import type { WitnessLine } from './ledger-lines';
import { LEDGER_NAMES, type LedgerName, usualPortOf, variablePrefixOf } from './ledger-names';
import {
  CHECKPOINTS_AT_ONCE,
  CHECKPOINTS_PATH,
  type CheckpointsPart,
  WITNESSED_PATH,
  type WitnessTestimony,
} from './operator-routes';
import { keyInBase64, readFirstKeys } from './public-keys';
import { type Query, readRotations } from './storage/read-ledger-part';
import { sqlCheckpointStore } from './storage/sql-checkpoint-store';
import { sqlWitnessStore } from './storage/sql-witness-store';

/** The administrator's login to the database of a process, where the environment names one. */
const databaseOf = (ledger: LedgerName, env: Environment): string | undefined =>
  (ledger === 'gateway' ? undefined : env[`${variablePrefixOf(ledger)}_ADMIN_DATABASE_URL`]) || undefined;

/** Where a process of this machine answers its operator. */
export function operatorAddress(ledger: LedgerName, env: Environment): string {
  return `127.0.0.1:${env[`${variablePrefixOf(ledger)}_METRICS_PORT`] || String(usualPortOf(ledger) + 5_000)}`;
}

/** Asks a running process as its operator; why it could not be asked, where it does not answer so. */
export async function askAsOperator(
  ledger: LedgerName,
  env: Environment,
  target: string,
  method: 'GET' | 'POST' = 'GET',
): Promise<{ readonly answer: unknown } | { readonly why: string }> {
  const address = operatorAddress(ledger, env);
  const headers = { authorization: `Bearer ${operatorToken(dataFolder(env))}` };
  const reply = await fetch(`http://${address}${target}`, { method, headers }).catch(() => undefined);
  if (reply === undefined) return { why: `nothing answers at ${address}` };
  const answer: unknown = await reply.json().catch(() => undefined);
  if (!reply.ok) {
    const { message } = (answer as { errors?: [{ message?: string }] } | undefined)?.errors?.[0] ?? {};
    return { why: `${address} answered ${String(reply.status)}${message === undefined ? '' : `: ${message}`}` };
  }
  return { answer };
}

/** Runs statements in a process's database; undefined where none is named. */
async function inDatabase<T>(
  ledger: LedgerName,
  env: Environment,
  work: (query: Query) => Promise<T>,
): Promise<T | undefined> {
  const url = databaseOf(ledger, env);
  if (url === undefined) return undefined;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await work(
      async <Row>(sql: string, values: unknown[]) =>
        (await client.query<Row & Record<string, unknown>>(sql, values)).rows,
    );
  } finally {
    await client.end();
  }
}

/** A ledger's checkpoints after a size, in their order; those of the next part only. */
export async function readCheckpoints(
  ledger: LedgerName,
  after: number,
  env: Environment,
): Promise<readonly KeptCheckpoint[]> {
  const kept = await inDatabase(ledger, env, (query) =>
    sqlCheckpointStore(query).readAfter(after, CHECKPOINTS_AT_ONCE),
  );
  if (kept !== undefined) return kept;
  const asked = await askAsOperator(ledger, env, `${CHECKPOINTS_PATH}?after=${String(after)}`);
  if ('why' in asked) throw new Error(`The checkpoints of ${ledger} cannot be read: ${asked.why}.`);
  return (asked.answer as CheckpointsPart).checkpoints;
}

/** What every other process saw last of a ledger; one that cannot be asked is told as such and is no fault. */
export function askWitnesses(ledger: LedgerName, env: Environment): Promise<readonly WitnessLine[]> {
  const firstKeys = readFirstKeys(env);
  return Promise.all(
    LEDGER_NAMES.filter((name) => name !== ledger).map(async (witness): Promise<WitnessLine> => {
      const first = firstKeys(witness);
      const witnessKey = first === undefined ? null : keyInBase64(first);
      const asked = await testimonyOf(witness, ledger, env);
      return 'why' in asked
        ? { witness, witnessKey, rotations: [], head: null, unreachable: asked.why }
        : { witness, witnessKey, ...asked.answer, unreachable: null };
    }),
  );
}

async function testimonyOf(
  witness: LedgerName,
  ledger: LedgerName,
  env: Environment,
): Promise<{ readonly answer: WitnessTestimony } | { readonly why: string }> {
  try {
    const kept = await inDatabase(witness, env, async (query): Promise<WitnessTestimony> => ({
      head: (await sqlWitnessStore(query).read(ledger)) ?? null,
      rotations: (await readRotations(query)).flatMap(({ keyRotation }) => keyRotation ?? []),
    }));
    if (kept !== undefined) return { answer: kept };
  } catch (error) {
    return { why: error instanceof Error ? error.message : 'its database does not answer' };
  }
  const asked = await askAsOperator(witness, env, `${WITNESSED_PATH}?ledger=${ledger}`);
  return 'why' in asked ? asked : { answer: asked.answer as WitnessTestimony };
}
