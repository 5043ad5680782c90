import { Client } from 'pg';

import { type OwnerName, OWNERS } from '../schema/owners';
import { ConfigurationError, type Environment } from '../service/environment';
import { askAsOperator, askWitnesses, readCheckpoints } from './ledger-evidence';
import { type EvidenceLine, joinTexts, type LedgerLine, readLine } from './ledger-lines';
import { gatewayLedgerFolder } from './gateway-ledger-folder';
import { LEDGER_NAMES, type LedgerName } from './ledger-names';
import { keyInBase64, readFirstKeys } from './public-keys';
import { readLedgerFolder } from './storage/file-ledger-reader';
import { type LedgerPart, readLedgerPart } from './storage/read-ledger-part';
import { allLines } from './whole-lines';

/** A ledger that can be read from its first entry on. */
export interface LedgerSource {
  readonly owner: LedgerName;
  lines(): AsyncIterable<LedgerLine>;
  /** The same with the ledger's key before it, its checkpoints between, and what its witnesses saw. */
  everything(): AsyncIterable<LedgerLine | EvidenceLine>;
}

const ENTRIES_AT_ONCE = 2_000;

/**
 * The ledger of an owner: in its PostgreSQL database where the environment names one, else through the running owner,
 * since the embedded database opens in one process alone.
 */
export function ownersLedger(owner: OwnerName, env: Environment = process.env): LedgerSource {
  const url = env[`${OWNERS[owner].variable}_ADMIN_DATABASE_URL`];
  const lines = (after = 0) => (url ? fromDatabase(url, after) : fromRunningOwner(owner, env, after));
  return { owner, lines, everything: () => withEvidence(owner, lines, env) };
}

/** The gateway's ledger: files that it writes, and that anybody who may read its folder reads beside it. */
export function gatewaysLedger(env: Environment = process.env): LedgerSource {
  const lines = (after = 0) => readLedgerFolder(gatewayLedgerFolder(env), after);
  return { owner: 'gateway', lines, everything: () => withEvidence('gateway', lines, env) };
}

/**
 * A ledger that is being written, in an order in which nothing is missed: what witnesses saw is asked before the
 * checkpoints are read, and each checkpoint before the entries that it covers.
 * @param lines the entries after a place, read now
 */
export async function* withEvidence(
  ledger: LedgerName,
  lines: (after: number) => AsyncIterable<LedgerLine>,
  env: Environment,
): AsyncIterable<LedgerLine | EvidenceLine> {
  const key = readFirstKeys(env)(ledger);
  if (key !== undefined) yield { key: keyInBase64(key) };
  yield* await askWitnesses(ledger, env);
  let entries = lines(0)[Symbol.asyncIterator]();
  let reached = 0;
  for (let after = 0; ;) {
    const part = await readCheckpoints(ledger, after, env);
    for (const checkpoint of part) {
      yield { checkpoint };
      for (let again = false; reached < checkpoint.size;) {
        const next = await entries.next();
        if (next.done !== true) {
          reached = next.value.entry.sequence;
          yield next.value;
        } else if (again) break;
        else {
          // It had ended before this checkpoint was signed: what was written meanwhile is there now.
          again = true;
          entries = lines(reached)[Symbol.asyncIterator]();
        }
      }
      after = checkpoint.size;
    }
    if (part.length === 0) break;
  }
  for (let next = await entries.next(); next.done !== true; next = await entries.next()) yield next.value;
}

async function* fromDatabase(url: string, from: number): AsyncIterable<LedgerLine> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const query = async <Row>(sql: string, values: unknown[]): Promise<Row[]> =>
      (await client.query<Row & Record<string, unknown>>(sql, values)).rows;
    yield* inParts(from, (after) => readLedgerPart(query, after, ENTRIES_AT_ONCE));
  } finally {
    await client.end();
  }
}

async function* fromRunningOwner(owner: OwnerName, env: Environment, from: number): AsyncIterable<LedgerLine> {
  yield* inParts(from, async (after) => {
    const asked = await askAsOperator(owner, env, `/ledger?after=${String(after)}`);
    if ('answer' in asked) return asked.answer as LedgerPart;
    throw new ConfigurationError(
      `The ledger of ${OWNERS[owner].title} cannot be read: ${asked.why}. Start the hub, or verify an export: npm run -s ledger -- verify --file <export>`,
    );
  });
}

async function* inParts(from: number, read: (after: number) => Promise<LedgerPart>): AsyncIterable<LedgerLine> {
  for (let after = from; ;) {
    const { entries, texts } = await read(after);
    const last = entries.at(-1);
    if (last === undefined) return;
    yield* joinTexts(entries, texts);
    after = last.sequence;
  }
}

/**
 * The ledgers in a file that `export` wrote, one after the other as the file is read: each is read from its first line
 * to its last before the next is asked for, and nothing of it is kept.
 */
export async function* exportedLedgers(file: string): AsyncIterable<LedgerSource> {
  const reader = allLines(file)[Symbol.asyncIterator]();
  let number = 0;
  const fault = (): never => {
    throw new ConfigurationError(
      `${file}, line ${String(number)} is no line of a ledger: give a file that npm run -s ledger -- export wrote`,
    );
  };
  const nextLine = async (): Promise<ReturnType<typeof readLine>> => {
    const next = await reader.next();
    if (next.done === true) return undefined;
    number += 1;
    return readLine(next.value.text) ?? fault();
  };
  let heading: Awaited<ReturnType<typeof nextLine>> = await nextLine();
  while (heading !== undefined) {
    const name = 'format' in heading ? heading.owner : fault();
    const owner = LEDGER_NAMES.find((known) => known === name) ?? fault();
    let following: Awaited<ReturnType<typeof nextLine>>;
    const everything = async function* (): AsyncIterable<LedgerLine | EvidenceLine> {
      for (let line = await nextLine(); line !== undefined; line = await nextLine()) {
        if ('format' in line) {
          following = line;
          return;
        }
        yield line;
      }
    };
    const rest = everything()[Symbol.asyncIterator]();
    yield { owner, lines: () => entriesOf(rest), everything: () => iterated(rest) };
    while ((await rest.next()).done !== true);
    heading = following;
  }
}

async function* entriesOf(lines: AsyncIterator<LedgerLine | EvidenceLine>): AsyncIterable<LedgerLine> {
  for await (const line of iterated(lines)) if ('entry' in line) yield line;
}

const iterated = <T>(lines: AsyncIterator<T>): AsyncIterable<T> => ({ [Symbol.asyncIterator]: () => lines });
