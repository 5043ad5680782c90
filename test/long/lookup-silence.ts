import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { launchHub, runHubCommand } from '../hub/launch-hub';
import { SERVER } from '../hub/test-databases';
import { printTruth } from '../hub/truth-file';
import type { ComparedSilences } from '../lookups/try-silences';
import { WITHOUT_ADEQUACY } from '../lookups/without-adequacy';
import { writeResult } from './result-file';

const TIMES = 500;
const ALPHA = 0.01;
const PLANTED_MS = 5;

/**
 * Asks 500 times for each reason to say nothing, and compares the answers byte for byte and in time; whether 5 ms would
 * have been noticed is tried, too. Returns whether they are alike, and it would.
 */
export async function runLookupSilence(seed: string): Promise<boolean> {
  const started = Date.now();
  const launched = await launchHub({ CONCORDAT_SEED: seed, ...WITHOUT_ADEQUACY }, undefined, SERVER);
  try {
    const { address } = launched;
    const truth = printTruth(await runHubCommand(address, 'development/truth'));
    writeFileSync(path.join(address.dataFolder, 'truth.json'), truth);
    const env = { ...address.env, CONCORDAT_TEST_HUBS: JSON.stringify([address]) };
    const found = JSON.parse(
      await runHubCommand({ ...address, env }, 'test/lookups/try-silences', String(TIMES), String(PLANTED_MS)),
    ) as ComparedSilences;
    const reasons = Object.entries(found.reasons);
    for (const [reason, { p, pPlanted }] of reasons)
      console.log(`${reason}: p = ${p.toFixed(4)}; ${String(PLANTED_MS)} ms later p = ${pPlanted.toFixed(4)}`);
    const file = writeResult('lookup-silence', {
      seed,
      seconds: Math.round((Date.now() - started) / 1000),
      questionsForEachReason: TIMES,
      plantedMilliseconds: PLANTED_MS,
      ...found,
    });
    console.log(`Written to ${file}`);
    const limit = ALPHA / reasons.length;
    return found.answers === 1 && reasons.every(([, { p, pPlanted }]) => p >= limit && pPlanted < limit);
  } finally {
    await launched.stop();
  }
}
