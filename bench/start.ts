// How long a newcomer waits from `npm start` to the first answer, and how much memory all processes then share: at the
// first start on an empty folder, and at later ones.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { JUSTIFIED } from '../test/hub/justified';
import { agreementsOf } from '../development/agreements-of';
import { developmentIssuerKey } from '../development/issuer-key';
import { mintToken } from '../development/mint-token';
import { findPersona } from '../development/personas';
import { OWNER_NAMES, OWNERS } from '../schema/owners';
import { projectRoot } from '../service/project-root';
import { atMost, type Bench } from './bench';
import { familyOf, shareOfMemory } from './measure/process-figures';
import { quantile, spreadOf } from './measure/spread';
import { freePorts, stopProcess } from './measure/start-process';

const ROUNDS = 3;
const ASK_EVERY_MS = 50;
const GIVE_UP_AFTER_MS = 300_000;

interface Start {
  readonly seconds: number;
  /** The most that all processes together shared from the start until a while after the first answer. */
  readonly megabytes: number;
}

/** Each round is a first start on an empty folder and then two later ones on the same. */
export const benchStart: Bench = async ({ rounds = ROUNDS, say }) => {
  const first: Start[] = [];
  const later: Start[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const folder = mkdtempSync(path.join(tmpdir(), 'concordat-bench-'));
    try {
      say(`first start, round ${String(round)} of ${String(rounds)}`);
      first.push(await startOnce(path.join(folder, 'data')));
      for (let again = 1; again <= 2; again += 1) {
        say(`later start ${String(again)}, round ${String(round)} of ${String(rounds)}`);
        later.push(await startOnce(path.join(folder, 'data')));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const seconds = (starts: readonly Start[]) => starts.map((start) => start.seconds);
  const megabytes = (starts: readonly Start[]) => starts.map((start) => start.megabytes);
  return {
    rounds,
    figures: {
      seed: 1,
      firstStart: { seconds: spreadOf(seconds(first)), megabytes: spreadOf(megabytes(first)) },
      laterStart: { seconds: spreadOf(seconds(later)), megabytes: spreadOf(megabytes(later)) },
    },
    goals: [
      atMost('seconds from first start to first answer', quantile(seconds(first), 0.5), 60),
      atMost('seconds from later start to first answer', quantile(seconds(later), 0.5), 15),
      atMost('megabytes of all processes at a first start', quantile(megabytes(first), 1), 3 * 1024),
      atMost('megabytes of all processes later', quantile(megabytes(later), 1), 2 * 1024),
    ],
  };
};

async function startOnce(dataFolder: string): Promise<Start> {
  const prefixes = ['GATEWAY', ...OWNER_NAMES.map((owner) => OWNERS[owner].variable), 'DASHBOARD'];
  const names = [
    ...prefixes.flatMap((prefix) => [`${prefix}_PORT`, `${prefix}_METRICS_PORT`]),
    'IDENTITY_PROVIDER_PORT',
  ];
  const ports = await freePorts(names.length);
  const env: Record<string, string> = {
    CONCORDAT_DATA_DIR: dataFolder,
    CONCORDAT_SEED: '1',
    ...Object.fromEntries(names.map((name, index) => [name, String(ports[index] ?? 0)])),
  };
  const begun = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: projectRoot,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  let megabytes = 0;
  const weigh = (): void => {
    const now = familyOf(child.pid ?? 0).reduce((sum, pid) => sum + shareOfMemory(pid), 0);
    megabytes = Math.max(megabytes, now);
  };
  const scales = setInterval(weigh, 500);
  try {
    let seconds: number | undefined;
    while (seconds === undefined) {
      if (child.exitCode !== null || performance.now() - begun > GIVE_UP_AFTER_MS) {
        throw new Error(`npm start gave no answer: ${errors}`);
      }
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
      if (await isAnswered(env)) seconds = (performance.now() - begun) / 1000;
    }
    weigh();
    return { seconds, megabytes };
  } finally {
    clearInterval(scales);
    await stopProcess(child);
  }
}

const QUESTION = `{
  nominals(first: 1) { edges { node { name } } }
  clients(first: 1) { totalCount }
  participants(first: 1) { totalCount }
}`;

/** A question that every owner of people has a part in: it is an answer once none of them is missing. */
async function isAnswered(env: Readonly<Record<string, string>>): Promise<boolean> {
  const ready = await fetch(`http://127.0.0.1:${env.GATEWAY_PORT ?? ''}/readyz`).then(
    (reply) => reply.status,
    () => 0,
  );
  if (ready !== 200) return false;
  const persona = findPersona('merseyside-police.officer');
  if (persona === undefined) throw new Error('There is no persona to ask as.');
  const key = await developmentIssuerKey(env.CONCORDAT_DATA_DIR ?? '');
  const { token } = await mintToken(persona, key, agreementsOf({}), new Date());
  const reply = await fetch(`http://127.0.0.1:${env.GATEWAY_PORT ?? ''}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-purpose': 'IOM_CASE_MANAGEMENT',
      ...JUSTIFIED,
    },
    body: JSON.stringify({ query: QUESTION }),
  });
  return /"name":"/.test(await reply.text());
}
