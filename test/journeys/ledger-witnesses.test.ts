// An owner cannot alter its ledger unnoticed, not even with its own key: what others countersigned stays with them.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { findPersona } from '../../development/personas';
import { mintToken } from '../../development/mint-token';
import type { KeptCheckpoint } from '../../ledger/checkpoint-store';
import { readCheckpoints } from '../../ledger/ledger-evidence';
import { shippedProtocols } from '../hub/hub';
import { type LaunchedHub, launchHub } from '../hub/launch-hub';
import type { Fault } from '../hub/recording-proxy';
import { runProgram } from '../hub/run-program';

const PATIENCE_MS = 300_000;
const OWNER = 'knowsley-iom';
const WITNESSES = ['eri', 'exchange', 'gateway', 'safety-house'];

let launched: LaunchedHub | undefined;
const hub = (): LaunchedHub => {
  if (launched === undefined) throw new Error('The hub is not running.');
  return launched;
};

beforeAll(async () => {
  launched = await launchHub({ LEDGER_CHECKPOINT_MS: '100' });
}, PATIENCE_MS);
afterAll(async () => {
  await launched?.stop();
}, PATIENCE_MS);

/** One question about people at Knowsley, and so one entry in its ledger. */
async function ask(): Promise<void> {
  const { address } = hub();
  const key = JSON.parse(
    readFileSync(path.join(address.dataFolder, 'keys/development-issuer.jwk.json'), 'utf8'),
  ) as Parameters<typeof mintToken>[1];
  const persona = findPersona('merseyside-police.officer');
  if (persona === undefined) throw new Error('The persona is gone.');
  const { token } = await mintToken(persona, key, shippedProtocols(), new Date());
  const reply = await fetch(`${address.gatewayUrl}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-purpose': 'IOM_CASE_MANAGEMENT',
      'x-justification': encodeURIComponent('Prepares the visit of tomorrow.'),
    },
    body: JSON.stringify({ query: '{ nominals(first: 2) { edges { node { name } } } }' }),
  });
  const { data, errors } = (await reply.json()) as { data?: { nominals: { edges: unknown[] } }; errors?: unknown };
  expect(errors).toBeUndefined();
  expect(data?.nominals.edges).toHaveLength(2);
}

/** What Knowsley says that each witness made of its last checkpoint. */
async function witnesses(): Promise<Readonly<Record<string, string>>> {
  const reply = await fetch(`${hub().address.ownerUrls[OWNER] ?? ''}/readyz`);
  return ((await reply.json()) as { witnesses: Readonly<Record<string, string>> }).witnesses;
}

async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (const deadline = Date.now() + 60_000; ;) {
    const value = await read();
    if (holds(value) || Date.now() > deadline) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const all = (state: string) => Object.fromEntries(WITNESSES.map((name) => [name, state]));
const untilAll = (state: string) => until(witnesses, (states) => WITNESSES.every((name) => states[name] === state));

async function checkpoints(): Promise<readonly KeptCheckpoint[]> {
  return readCheckpoints(OWNER, 0, hub().address.env);
}

/** The last checkpoint, once it is of so many entries and every witness has countersigned it. */
const untilCountersigned = async (size: number): Promise<KeptCheckpoint | undefined> =>
  (
    await until(checkpoints, (kept) => {
      const last = kept.at(-1);
      return last?.size === size && Object.keys(last.countersigned).length === WITNESSES.length;
    })
  ).at(-1);

interface Verified {
  readonly owner: string;
  readonly size?: number;
  readonly checkpoints?: number;
  readonly witnesses?: Readonly<Record<string, { state: string; size?: number; alarm?: { why: string } }>>;
}

async function verify(env: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const { exitCode, output, errors } = await runProgram('ledger/command', env, ['verify', '--json', ...options]);
  return { exitCode, errors, told: JSON.parse(output === '' ? '[]' : output) as Verified[] };
}
const verifyOwner = () => verify(hub().address.env, '--owner', OWNER);

const tamperWith = (tampering: string) =>
  hub().restart(async () => {
    const { env } = hub().address;
    const ended = await runProgram('test/hub/tamper-with-ledger', env, [OWNER, tampering], PATIENCE_MS);
    expect(ended).toEqual({ exitCode: 0, output: '', errors: '' });
  });

const setFault = async (owner: string, fault: Fault): Promise<void> => {
  await fetch(`${hub().address.controlUrl}/fault?owner=${owner}&fault=${fault}`);
};

/** Entries in Knowsley's ledger so far: each test adds its own to those before. */
let size = 0;

// Continuous integration has it in its run on PostgreSQL: one store a run, since it takes a minute.
const inThisRun = process.env.CONCORDAT_TEST_DATABASE === 'postgres' || process.env.CONCORDAT_TEST_ALL !== undefined;

(inThisRun ? describe : describe.skip)('the ledger of an owner among its witnesses', () => {
  it('has a checkpoint of what it grew by, countersigned by the other owners and the gateway', async () => {
    for (; size < 3; size += 1) await ask();
    const last = await untilCountersigned(size);
    expect(last?.size).toBe(size);
    expect(last?.note.startsWith(`concordat/${OWNER}\n${String(size)}\n`)).toBe(true);
    expect(Object.keys(last?.countersigned ?? {}).sort()).toEqual(WITNESSES);

    const { exitCode, told } = await verifyOwner();
    expect(told).toMatchObject([{ owner: OWNER, size, keyKnown: true }]);
    expect(told[0]?.witnesses).toEqual(Object.fromEntries(WITNESSES.map((name) => [name, { state: 'saw', size }])));
    expect(exitCode).toBe(0);
  });

  it('verifies offline from an export; an altered checkpoint in it is found, and a key that is not the known one', async () => {
    const { output } = await runProgram('ledger/command', hub().address.env, ['export', '--owner', OWNER]);
    const file = path.join(hub().address.dataFolder, 'export.jsonl');
    writeFileSync(file, output);
    const key = readFileSync(path.join(hub().address.dataFolder, `keys/ledger-${OWNER}.pub`), 'utf8').trim();
    const offline = await verify({ LEDGER_PUBLIC_KEYS: JSON.stringify({ [OWNER]: key }) }, '--file', file);
    expect(offline).toMatchObject({ exitCode: 0, told: [{ owner: OWNER, size, keyKnown: true }] });
    expect(offline.told[0]?.checkpoints).toBeGreaterThan(0);

    const another = readFileSync(path.join(hub().address.dataFolder, 'keys/ledger-eri.pub'), 'utf8').trim();
    const foreign = await verify({ LEDGER_PUBLIC_KEYS: JSON.stringify({ [OWNER]: another }) }, '--file', file);
    expect(foreign).toMatchObject({ exitCode: 1, told: [{ owner: OWNER, kind: 'KEY' }] });

    writeFileSync(file, output.replace(/(concordat\/knowsley-iom\\n\d+\\n[^"]*?time )\d{4}/, '$11999'));
    const altered = await verify({}, '--file', file);
    expect(altered).toMatchObject({ exitCode: 1, told: [{ owner: OWNER, kind: 'UNSIGNED' }] });
  });

  it('goes on while a witness does not answer, says so, and shows it later what it missed', async () => {
    await setFault('eri', 'down');
    await ask();
    size += 1;
    expect(await until(witnesses, ({ eri }) => eri === 'no answer')).toMatchObject({
      eri: 'no answer',
      gateway: 'countersigned',
    });
    await ask();
    size += 1;
    await setFault('eri', 'none');
    expect(await untilAll('countersigned')).toEqual(all('countersigned'));
    const { exitCode, told } = await verifyOwner();
    expect(told[0]?.witnesses?.['eri']).toEqual({ state: 'saw', size });
    expect(exitCode).toBe(0);
  });

  it('follows a key that a command replaced, at every witness', async () => {
    const rotated = await runProgram('ledger/command', hub().address.env, ['rotate-key', '--owner', OWNER]);
    size += 1;
    expect(rotated).toMatchObject({ exitCode: 0, errors: '' });
    expect(rotated.output).toMatch(new RegExp(`^${OWNER}: entry ${String(size)} replaces the key by `));
    for (const before = size; size < before + 3; size += 1) await ask();
    expect(Object.keys((await untilCountersigned(size))?.countersigned ?? {}).sort()).toEqual(WITNESSES);
    expect(await verifyOwner()).toMatchObject({ exitCode: 0, told: [{ owner: OWNER, size, keyKnown: true }] });
  });

  it(
    'is found cut off by what its witnesses saw, though its own checkpoints are gone too',
    async () => {
      await tamperWith('truncate');
      expect(await untilAll('ROLLED_BACK')).toEqual(all('ROLLED_BACK'));
      expect(await verifyOwner()).toMatchObject({
        exitCode: 1,
        told: [{ owner: OWNER, sequence: size - 1, kind: 'TRUNCATED' }],
      });
    },
    PATIENCE_MS,
  );

  it(
    'is found rewritten by what its witnesses saw, though all of it is hashed and signed anew by its own key',
    async () => {
      await tamperWith('rewrite');
      expect(await untilAll('FORKED')).toEqual(all('FORKED'));
      const { exitCode, told } = await verifyOwner();
      expect({ exitCode, told }).toMatchObject({ exitCode: 1, told: [{ owner: OWNER, kind: 'FORKED' }] });
    },
    PATIENCE_MS,
  );

  it(
    'is named with its first bad entry, where one was altered in the database',
    async () => {
      await tamperWith('alter');
      const verified = await verifyOwner();
      expect(verified).toMatchObject({ exitCode: 1, told: [{ owner: OWNER, sequence: 2, kind: 'ALTERED' }] });
    },
    PATIENCE_MS,
  );
});
