import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

import { Client } from 'pg';

import { type OwnerName, OWNERS } from '../schema/owners';
import { dataFolder } from '../service/data-folder';
import { ConfigurationError, type Environment } from '../service/environment';
import { operatorToken } from '../service/operator-token';
import { joinTexts, type LedgerLine, readLine } from './ledger-lines';
import { type LedgerPart, readLedgerPart } from './storage/read-ledger-part';

/** A ledger that can be read from its first entry on. */
export interface LedgerSource {
  readonly owner: string;
  lines(): AsyncIterable<LedgerLine>;
}

const ENTRIES_AT_ONCE = 2_000;

/**
 * The ledger of an owner: in its PostgreSQL database where the environment names one, else through the running owner,
 * since the embedded database opens in one process alone.
 */
export function ownersLedger(owner: OwnerName, env: Environment = process.env): LedgerSource {
  const url = env[`${OWNERS[owner].variable}_ADMIN_DATABASE_URL`];
  return { owner, lines: () => (url ? fromDatabase(url) : fromRunningOwner(owner, env)) };
}

async function* fromDatabase(url: string): AsyncIterable<LedgerLine> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const query = async <Row>(sql: string, values: unknown[]): Promise<Row[]> =>
      (await client.query<Row & Record<string, unknown>>(sql, values)).rows;
    yield* inParts((after) => readLedgerPart(query, after, ENTRIES_AT_ONCE));
  } finally {
    await client.end();
  }
}

async function* fromRunningOwner(owner: OwnerName, env: Environment): AsyncIterable<LedgerLine> {
  const { variable, port: usual, title } = OWNERS[owner];
  const port = env[`${variable}_METRICS_PORT`] || String(usual + 5_000);
  const token = operatorToken(dataFolder(env));
  yield* inParts(async (after) => {
    const reply = await fetch(`http://127.0.0.1:${port}/ledger?after=${String(after)}`, {
      headers: { authorization: `Bearer ${token}` },
    }).catch(() => undefined);
    if (reply?.ok !== true) {
      const why = reply === undefined ? 'nothing answers there' : `it answered ${String(reply.status)}`;
      throw new ConfigurationError(
        `The ledger of ${title} cannot be read at 127.0.0.1:${port}: ${why}. Start the hub, or verify an export: npm run -s ledger -- verify --file <export>`,
      );
    }
    return (await reply.json()) as LedgerPart;
  });
}

async function* inParts(read: (after: number) => Promise<LedgerPart>): AsyncIterable<LedgerLine> {
  for (let after = 0; ;) {
    const { entries, texts } = await read(after);
    const last = entries.at(-1);
    if (last === undefined) return;
    yield* joinTexts(entries, texts);
    after = last.sequence;
  }
}

/** The ledgers in a file that `export` wrote, each to be read once and in turn. */
export async function exportedLedgers(file: string): Promise<readonly LedgerSource[]> {
  const ledgers = new Map<string, LedgerLine[]>();
  let current: LedgerLine[] | undefined;
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    const line = readLine(text);
    if (line !== undefined && 'format' in line) {
      current = [];
      ledgers.set(line.owner, current);
    } else if (line !== undefined && current !== undefined) current.push(line);
    else {
      throw new ConfigurationError(
        `${file}, line ${String(number)} is no line of a ledger: give a file that npm run -s ledger -- export wrote`,
      );
    }
  }
  return [...ledgers].map(([owner, lines]) => ({ owner, lines: () => oneByOne(lines) }));
}

async function* oneByOne(lines: readonly LedgerLine[]): AsyncIterable<LedgerLine> {
  await Promise.resolve();
  yield* lines;
}
