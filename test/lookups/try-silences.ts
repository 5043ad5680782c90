// Asks the hub of CONCORDAT_TEST_HUBS so many times (first argument) for each reason to say nothing, and prints as JSON
// how the answers compare. For the long form of silence.test.ts; on PostgreSQL, where a test can forget what was counted.
import 'reflect-metadata';

import { Client } from 'pg';

import { hub } from '../hub/hub';
import {
  answeredLater,
  askSilences,
  differentBytes,
  likelihoods,
  silencesAtEri,
  silencesAtTheSafetyHouse,
  silencesWithoutAdequacy,
} from './silences';

/** What a run found. */
export interface ComparedSilences {
  /** How many different answers there were, by status, body and headers: one. */
  readonly answers: number;
  /** By reason: how likely the times are to differ so by chance, and how likely with the milliseconds that were planted. */
  readonly reasons: Readonly<Record<string, { readonly p: number; readonly pPlanted: number }>>;
}

/** An organisation has 200 questions a day. */
const FORGET_EVERY = 150;

async function compareSilences(times: number, plantedMs: number): Promise<ComparedSilences> {
  const bytes = new Set<string>();
  const reasons: Record<string, { p: number; pPlanted: number }> = {};
  for (const owner of [silencesAtEri(), silencesAtTheSafetyHouse(), silencesWithoutAdequacy()]) {
    const answers = await askSilences(hub, owner, times, async (asked) => {
      if (asked % FORGET_EVERY === 0) await forgetWhatWasCounted();
    });
    for (const each of differentBytes(answers)) bytes.add(each);
    const planted = likelihoods(answeredLater(answers, plantedMs));
    for (const [reason, p] of likelihoods(answers)) {
      reasons[`${owner.name}: ${reason}`] = { p, pPlanted: planted.get(reason) ?? 1 };
    }
  }
  return { answers: bytes.size, reasons };
}

async function forgetWhatWasCounted(): Promise<void> {
  for (const owner of ['knowsley-iom', 'safety-house', 'eri']) {
    const admin = new Client({ connectionString: hub.databases[owner] });
    await admin.connect();
    await admin.query('delete from lookup_asked');
    await admin.end();
  }
}

compareSilences(Number(process.argv[2]), Number(process.argv[3])).then(
  (found) => {
    console.log(JSON.stringify(found));
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
