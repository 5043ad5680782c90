// Asks the hub of CONCORDAT_TEST_HUBS so many times (first argument) for each reason to say nothing, idle or while this
// share of what it can do (third argument) is asked beside, and prints as JSON how the answers compare. For the long form
// of silence.test.ts; on PostgreSQL, where a test can forget what was counted.
import 'reflect-metadata';

import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { Client } from 'pg';

import { quantile } from '../../bench/measure/spread';
import { hub } from '../hub/hub';
import { ROOT } from '../hub/launch-hub';
import type { LoadSent } from './load-hub';
import type { TimedAnswer } from './officers';
import {
  answeredLater,
  askSilences,
  differentBytes,
  likelihoods,
  silencesAtEri,
  silencesAtKnowsley,
  silencesAtTheSafetyHouse,
  silencesOfAftercare,
  silencesWithoutAdequacy,
} from './silences';
import { consentingTo, ordinaryClient, ordinaryNominal, untilTold } from './told-people';

/** What a run found. */
export interface ComparedSilences {
  /** The different answers that there were, each with status, body and headers: one. */
  readonly answers: readonly string[];
  /** What the hub was asked beside; undefined where nothing was. */
  readonly load: (LoadSent & { readonly capacity: number }) | undefined;
  /** By owner: between which milliseconds half of the answers about nobody came. */
  readonly milliseconds: Readonly<Record<string, readonly [number, number]>>;
  /** By reason: how likely the times are to differ so by chance, and how likely with the milliseconds that were planted. */
  readonly reasons: Readonly<Record<string, { readonly p: number; readonly pPlanted: number }>>;
}

/** An organisation has 200 questions a day. */
const FORGET_EVERY = 100;
const TELL_EVERY_MS = 60_000;

async function compareSilences(times: number, plantedMs: number, loadShare: number): Promise<ComparedSilences> {
  const owners = [
    silencesAtEri(),
    silencesAtTheSafetyHouse(),
    silencesOfAftercare(),
    silencesAtKnowsley(),
    silencesWithoutAdequacy(),
  ];
  await untilTold(hub, 'uepe.officer', 'SAFETY_HOUSE', ordinaryClient());
  await untilTold(hub, 'reclassering.probation-officer', 'ERI', consentingTo('reclassering'));
  await untilTold(hub, 'reclassering.probation-officer', 'KNOWSLEY', ordinaryNominal());
  const bytes = new Set<string>();
  const reasons: Record<string, { p: number; pPlanted: number }> = {};
  const milliseconds: Record<string, readonly [number, number]> = {};
  const load = loadShare > 0 ? await startLoad(loadShare) : undefined;
  let asked = 0;
  const all = owners.reduce((sum, { silences }) => sum + silences.length * times, 0);
  const telling = setInterval(() => {
    console.error(`${String(asked)} of ${String(all)} questions`);
  }, TELL_EVERY_MS);
  // All reasons of one owner in turn, one owner beside the other: what disturbs one reason disturbs the others alike.
  const answered = await Promise.all(
    owners.map((owner) =>
      askSilences(hub, owner, times, async (before) => {
        asked += 1;
        if (before % FORGET_EVERY === 0) await forgetWhatWasCounted();
      }),
    ),
  );
  clearInterval(telling);
  const sent = await load?.end();
  owners.forEach(({ name }, index) => {
    const answers = answered[index] ?? new Map<string, readonly TimedAnswer[]>();
    for (const each of differentBytes(answers)) bytes.add(each);
    const planted = likelihoods(answeredLater(answers, plantedMs));
    for (const [reason, p] of likelihoods(answers)) {
      reasons[`${name}: ${reason}`] = { p, pPlanted: planted.get(reason) ?? 1 };
    }
    const [nobody = []] = [...answers.values()].map((each) => each.map((answer) => answer.milliseconds));
    milliseconds[name] = [quantile(nobody, 0.25), quantile(nobody, 0.75)];
  });
  return { answers: [...bytes], load: sent, milliseconds, reasons };
}

/** Begins to ask ordinary queries from another process; resolves when the hub is as busy as it is to be. */
async function startLoad(share: number): Promise<{ end(): Promise<LoadSent & { readonly capacity: number }> }> {
  const child = spawn(process.execPath, [path.join(ROOT, 'dist/test/lookups/load-hub.js'), String(share)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async <Told>(): Promise<Told> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('What asks ordinary queries has ended.');
    return JSON.parse(value) as Told;
  };
  const { capacity } = await next<{ capacity: number }>();
  console.error(`the hub answers ${capacity.toFixed(1)} ordinary queries a second`);
  return {
    end: async () => {
      child.stdin.end();
      return { capacity, ...(await next<LoadSent>()) };
    },
  };
}

/** Rows stay, lest one goes that a question just read. */
async function forgetWhatWasCounted(): Promise<void> {
  for (const owner of ['knowsley-iom', 'safety-house', 'eri']) {
    const admin = new Client({ connectionString: hub.databases[owner] });
    await admin.connect();
    await admin.query(
      `update lookup_asked set asked = '{"counted":[],"paidAt":0,"sought":[]}' where kind like '%ORGANISATION'`,
    );
    await admin.end();
  }
}

compareSilences(Number(process.argv[2]), Number(process.argv[3]), Number(process.argv[4] ?? '0')).then(
  (found) => {
    console.log(JSON.stringify(found));
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
