import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { type HubAddress, launchHub, ROOT, runHubCommand } from '../hub/launch-hub';
import { SERVER } from '../hub/test-databases';
import { printTruth } from '../hub/truth-file';
import type { ComparedSilences } from '../lookups/try-silences';
import { WITHOUT_ADEQUACY } from '../lookups/without-adequacy';
import { writeResult } from './result-file';

const ALPHA = 0.01;
const PLANTED_MS = 5;
/** Which part of what the hub can do it is asked for beside the questions. */
const CONDITIONS = { idle: 0, 'at 80 % load': 0.8 } as const;
type Condition = keyof typeof CONDITIONS;

/**
 * Asks 500 times for each reason to say nothing, idle and at 80 % load, and compares the answers byte for byte and in
 * time; whether 5 ms would have been noticed is tried, too. Returns whether they are alike, and it would.
 * CONCORDAT_SILENCE_TIMES sets another number.
 */
export async function runLookupSilence(seed: string): Promise<boolean> {
  const times = Number(process.env.CONCORDAT_SILENCE_TIMES ?? '500');
  const started = Date.now();
  const launched = await launchHub({ CONCORDAT_SEED: seed, ...WITHOUT_ADEQUACY }, undefined, SERVER);
  try {
    const { address } = launched;
    const truth = printTruth(await runHubCommand(address, 'development/truth'));
    writeFileSync(path.join(address.dataFolder, 'truth.json'), truth);
    const found: Partial<Record<Condition, ComparedSilences>> = {};
    let isSilent = true;
    for (const [condition, share] of Object.entries(CONDITIONS) as [Condition, number][]) {
      const compared = await compareSilences(address, times, share);
      const reasons = Object.entries(compared.reasons);
      for (const [reason, { p, pPlanted }] of reasons) {
        console.log(
          `${condition}: ${reason}: p = ${p.toFixed(4)}; ${String(PLANTED_MS)} ms later p = ${pPlanted.toFixed(4)}`,
        );
      }
      found[condition] = compared;
      const file = writeResult('lookup-silence', {
        seed,
        seconds: Math.round((Date.now() - started) / 1000),
        questionsForEachReason: times,
        plantedMilliseconds: PLANTED_MS,
        ...found,
      });
      console.log(`Written to ${file}`);
      const limit = ALPHA / reasons.length;
      isSilent &&=
        compared.answers.length === 1 && reasons.every(([, { p, pPlanted }]) => p >= limit && pPlanted < limit);
    }
    return isSilent;
  } finally {
    await launched.stop();
  }
}

/** In a process of its own, whose hub is the one of the tests; what it says of its progress is shown. */
function compareSilences(address: HubAddress, times: number, share: number): Promise<ComparedSilences> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [path.join(ROOT, 'dist/test/lookups/try-silences.js'), String(times), String(PLANTED_MS), String(share)],
      {
        cwd: ROOT,
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          ...address.env,
          CONCORDAT_TEST_HUBS: JSON.stringify([address]),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output) as ComparedSilences);
      else reject(new Error('The silences could not be compared.'));
    });
  });
}
