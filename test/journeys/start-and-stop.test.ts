// What `npm start` promises a newcomer: progress, then addresses, people and a command to try; Ctrl-C ends all of it;
// and whatever is wrong is said in a line.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { PERSONAS } from '../../development/personas';
import { OWNER_NAMES } from '../../schema/owners';
import { ROOT } from '../hub/launch-hub';
import { withMarkedDatabase } from '../hub/marked-database';
import { ownPorts } from '../hub/own-ports';
import { runProgram, withoutHubVariables } from '../hub/run-program';
import { createTestDatabases } from '../hub/test-databases';

const SERVICES = ['gateway', ...OWNER_NAMES, 'dashboard', 'identity-provider'];
const LAST_LINE = 'Stop with Ctrl-C.';
const START_PATIENCE_MS = 280_000;
const STOP_WITHIN_MS = 5_000;

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<void>;
}

interface TriedAnswer {
  readonly data?: { readonly nominals: { readonly totalCount: number; readonly edges: readonly unknown[] } };
  readonly errors?: readonly unknown[];
}

/** `npm start` as a terminal starts it, in a group of processes of its own; resolves once it has said everything. */
async function npmStart(env: Readonly<Record<string, string>>): Promise<Started> {
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...withoutHubVariables(), ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  const deadline = Date.now() + START_PATIENCE_MS;
  while (!output.includes(LAST_LINE)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      if (child.exitCode === null) pressCtrlC(child);
      throw new Error(`npm start did not come so far:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { child, output: () => output, ended };
}

/** A terminal sends the interrupt to every process of the group. */
function pressCtrlC(child: ChildProcess): void {
  process.kill(-(child.pid ?? 0), 'SIGINT');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function pidsIn(dataFolder: string): ReadonlyMap<string, number> {
  return new Map(
    readdirSync(path.join(dataFolder, 'run')).map((file) => [
      path.basename(file, '.pid'),
      Number(readFileSync(path.join(dataFolder, 'run', file), 'utf8')),
    ]),
  );
}

describe('npm start', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-test-'));
  const dataFolder = path.join(folder, 'data');
  let databases: Awaited<ReturnType<typeof createTestDatabases>> | undefined;
  let env: Readonly<Record<string, string>>;
  const starts: Started[] = [];

  const start = async (): Promise<void> => {
    starts.push(await npmStart(env));
  };
  const hub = (): Started => {
    const latest = starts.at(-1);
    if (latest === undefined) throw new Error('nothing was started');
    return latest;
  };

  /** The command that the terminal shows, tried without a shell: its address, headers and body. */
  async function tryCommand(): Promise<TriedAnswer> {
    const command = hub().output().slice(hub().output().indexOf('Try, in another terminal:'));
    const persona = /npm run -s token -- ([\w.-]+)/.exec(command)?.[1] ?? '';
    const { output } = await runProgram('development/token', env, [persona]);
    const reply = await fetch(/curl -s (\S+)/.exec(command)?.[1] ?? '', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${output.trim()}`,
        'content-type': 'application/json',
        'x-purpose': /x-purpose: (\w+)/.exec(command)?.[1] ?? '',
        'x-justification': /x-justification: ([^']+)'/.exec(command)?.[1] ?? '',
      },
      body: /-d '([^']+)'/.exec(command)?.[1] ?? '',
    });
    return (await reply.json()) as TriedAnswer;
  }

  async function stopByCtrlC(): Promise<void> {
    const pids = [...pidsIn(dataFolder).values()];
    expect(pids).toHaveLength(SERVICES.length);
    const pressed = Date.now();
    pressCtrlC(hub().child);
    await hub().ended;
    expect(Date.now() - pressed).toBeLessThan(STOP_WITHIN_MS);
    expect(pids.filter(isAlive)).toEqual([]);
    expect(pidsIn(dataFolder)).toEqual(new Map());
    await expect(fetch(`http://127.0.0.1:${env.GATEWAY_PORT ?? ''}/livez`)).rejects.toThrow();
  }

  beforeAll(async () => {
    if (process.env.CONCORDAT_TEST_DATABASE === 'postgres') databases = await createTestDatabases();
    env = { ...(await ownPorts()), ...databases?.env, CONCORDAT_DATA_DIR: dataFolder };
    await start();
  }, START_PATIENCE_MS + 10_000);

  afterAll(async () => {
    for (const { child, ended } of starts) {
      if (child.exitCode !== null) continue;
      pressCtrlC(child);
      await ended;
    }
    await databases?.drop();
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  it('tells what it prepares, then the addresses on the chosen ports, whom one can ask as, and a command to try', () => {
    const output = hub().output();
    for (const service of SERVICES) expect(output).toMatch(new RegExp(`^${service} +ready$`, 'm'));
    expect(output).toMatch(/^knowsley-iom +loading synthetic people$/m);
    expect(output).toMatch(/^knowsley-iom +2,000 of 2,000 people$/m);
    expect(output).toContain(`http://127.0.0.1:${env.GATEWAY_PORT ?? ''}/graphql`);
    expect(output).toMatch(new RegExp(`The dashboard +http://127.0.0.1:${env.DASHBOARD_PORT ?? ''}$`, 'm'));
    for (const owner of ['KNOWSLEY_IOM', 'SAFETY_HOUSE', 'ERI', 'EXCHANGE']) {
      expect(output).toContain(`http://127.0.0.1:${env[`${owner}_PORT`] ?? ''}`);
    }
    for (const { persona } of PERSONAS) expect(output).toMatch(new RegExp(`^  ${persona} +[A-Z_]+`, 'm'));
    expect(output).toMatch(/Try, in another terminal:\n\s+curl/);
  });

  it('shows a command that is answered with people', async () => {
    const { data, errors } = await tryCommand();
    expect(errors).toBeUndefined();
    expect(data?.nominals.totalCount).toBeGreaterThan(14);
    expect(data?.nominals.edges).toHaveLength(3);
  });

  it('leaves the process id of every service in the data folder', () => {
    const pids = pidsIn(dataFolder);
    expect([...pids.keys()].sort()).toEqual([...SERVICES].sort());
    expect([...pids.values()].filter((pid) => !isAlive(pid))).toEqual([]);
  });

  it('answers whether it lives and is ready, and its metrics on ports of their own', async () => {
    const at = (port: string | undefined, page: string) => fetch(`http://127.0.0.1:${port ?? ''}/${page}`);
    expect((await at(env.IDENTITY_PROVIDER_PORT, 'livez')).status).toBe(200);
    for (const prefix of ['GATEWAY', 'KNOWSLEY_IOM', 'SAFETY_HOUSE', 'ERI', 'EXCHANGE', 'DASHBOARD']) {
      expect((await at(env[`${prefix}_PORT`], 'livez')).status).toBe(200);
      expect(await (await at(env[`${prefix}_PORT`], 'readyz')).json()).toMatchObject({ ready: true, missing: [] });
      expect((await at(env[`${prefix}_PORT`], 'metrics')).status).toBe(404);
      expect(await (await at(env[`${prefix}_METRICS_PORT`], 'metrics')).text()).toContain('process_cpu_seconds_total');
    }
  });

  it('is not removed by npm run reset while it runs', async () => {
    const { exitCode, errors } = await runProgram('development/reset', env);
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/Still running: .*gateway/);
    expect(existsSync(path.join(dataFolder, 'population.json'))).toBe(true);
  });

  it('ends wholly within five seconds of Ctrl-C, with no process left', stopByCtrlC, 20_000);

  it(
    'starts a second time with the same people and without loading them again',
    async () => {
      const people = readFileSync(path.join(dataFolder, 'population.json'), 'utf8');
      await start();
      expect(hub().output()).not.toContain('loading synthetic people');
      expect(readFileSync(path.join(dataFolder, 'population.json'), 'utf8')).toBe(people);
      expect((await tryCommand()).data?.nominals.totalCount).toBeGreaterThan(14);
      await stopByCtrlC();
    },
    START_PATIENCE_MS + 20_000,
  );

  it('is as on the first day after npm run reset', async () => {
    const { exitCode } = await runProgram('development/reset', env);
    expect(exitCode).toBe(0);
    expect(existsSync(dataFolder)).toBe(false);
  });
});

describe('npm start with something wrong', () => {
  let folder: string;
  let env: Record<string, string>;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'concordat-test-'));
    env = { ...(await ownPorts()), CONCORDAT_DATA_DIR: path.join(folder, 'data') };
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

  it('tells every wrong variable at once, each in one line with the value seen and an example', async () => {
    const wrong = {
      GATEWAY_PORT: 'four thousand',
      ERI_PORT: '99999',
      EXCHANGE_URL: 'nowhere',
      CONCORDAT_SEED: '-1',
      CONCORDAT_CLOCK_OFFSET: 'tomorrow',
      PROTOCOLS_DIR: path.join(folder, 'no-agreements'),
    };
    const { exitCode, errors } = await runProgram('start', { ...env, ...wrong });
    expect(exitCode).toBe(1);
    expect(lines(errors)).toHaveLength(Object.keys(wrong).length);
    for (const [name, value] of Object.entries(wrong)) {
      const told = lines(errors).filter((line) => line.includes(name) && line.includes(value));
      expect(told).toHaveLength(1);
      expect(told[0]).toContain('for example');
    }
  });

  it.each([
    [
      ['--people', 'many'],
      /CONCORDAT_PEOPLE "many" is not a whole number of people .*for example CONCORDAT_PEOPLE=5000/,
    ],
    [['--people=12'], /CONCORDAT_PEOPLE "12" is fewer than the 400 that knowsley-iom needs/],
    [['--people', '-3'], /CONCORDAT_PEOPLE "-3" is not a whole number/],
    [['--folk', '500'], /--folk 500: npm start takes --people and a number \(npm start -- --people 5000\)/],
  ])('says what is wrong with %j, before anything is made', async (given, said) => {
    const { exitCode, errors } = await runProgram('start', env, given);
    expect(exitCode).toBe(1);
    expect(lines(errors)).toEqual([expect.stringMatching(said)]);
    expect(existsSync(path.join(folder, 'data', 'population.json'))).toBe(false);
  });

  it('refuses another number of people than the data folder has, and changes nothing in it', async () => {
    const file = path.join(folder, 'data', 'population.json');
    const kept = '{"seed":1,"anchor":"2026-03-01","people":"named"}\n';
    mkdirSync(path.dirname(file));
    writeFileSync(file, kept);
    const { exitCode, errors } = await runProgram('start', env, ['--people', '5000']);
    expect(exitCode).toBe(1);
    expect(lines(errors)).toEqual([
      expect.stringMatching(/filled at its first start with the named people alone, not with 5,000 .*npm run reset/),
    ]);
    expect(readFileSync(file, 'utf8')).toBe(kept);
  });

  it('names the variable of a port that is in use', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const port = String((taken.address() as AddressInfo).port);
    try {
      const { exitCode, errors } = await runProgram('start', { ...env, SAFETY_HOUSE_PORT: port });
      expect(exitCode).toBe(1);
      expect(lines(errors)).toEqual([
        expect.stringMatching(new RegExp(`SAFETY_HOUSE_PORT.*${port}|${port}.*SAFETY_HOUSE_PORT`)),
      ]);
    } finally {
      await new Promise((resolve) => taken.close(resolve));
    }
  });

  it('names a data folder that cannot be written', async () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    const { exitCode, errors } = await runProgram('start', { ...env, CONCORDAT_DATA_DIR: path.join(file, 'data') });
    expect(exitCode).toBe(1);
    expect(lines(errors)).toEqual([expect.stringMatching(/CONCORDAT_DATA_DIR.*a-file.*cannot be written/)]);
  });

  it('says that a database is newer than the code, and ends all other processes', async () => {
    await withMarkedDatabase(
      'exchange',
      'real',
      async (database) => {
        const { exitCode, errors } = await runProgram('start', { ...env, ...database }, [], 200_000);
        expect(exitCode).toBe(1);
        expect(lines(errors)).toEqual([
          expect.stringMatching(/^exchange: .*newer than this code.*9999-from-the-future/),
        ]);
        expect([...pidsIn(database.CONCORDAT_DATA_DIR ?? '').values()].filter(isAlive)).toEqual([]);
      },
      '9999-from-the-future',
    );
  }, 240_000);
});
