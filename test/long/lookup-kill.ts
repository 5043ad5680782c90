import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { prepareDataFolder } from '../../service/data-folder';
import { keepPopulation } from '../../subgraphs/common/loading/population';
import { runProgram } from '../hub/run-program';
import { printTruth, readTruth, type TruthLine } from '../hub/truth-file';
import { KILLED_JOURNEYS, killLookups, type LookupKillResult } from '../lookup-kill/kill-lookups';
import { writeResult } from './result-file';

/** Kills whoever takes part in lookups, at every step, on both stores. */
export async function runLookupKill(seed: string): Promise<boolean> {
  const started = Date.now();
  // The people of a lookup are chosen by the records of this seed.
  if (seed !== '1') throw new Error('lookup-kill knows the people of seed 1.');
  const truth = await seededTruth(seed);
  const stores: Record<string, LookupKillResult> = {};
  for (const store of ['embedded', 'postgres'] as const) {
    stores[store] = await killLookups(store, [...KILLED_JOURNEYS.keys()], truth, (text) => {
      console.log(`${store}: ${text}`);
    });
  }
  const faults = Object.values(stores).flatMap((result) => result.faults);
  for (const fault of faults) console.log(fault);
  const file = writeResult('lookup-kill', { seed, seconds: Math.round((Date.now() - started) / 1000), stores });
  console.log(`Written to ${file}`);
  return faults.length === 0;
}

async function seededTruth(seed: string): Promise<readonly TruthLine[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-truth-'));
  try {
    const env = { CONCORDAT_DATA_DIR: folder };
    keepPopulation(prepareDataFolder(env), {
      seed: Number(seed),
      anchor: new Date().toISOString().slice(0, 10),
      people: 'named',
    });
    const { exitCode, output, errors } = await runProgram('development/truth', env, [], 420_000);
    if (exitCode !== 0) throw new Error(`development/truth failed: ${errors}`);
    return readTruth(printTruth(output));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
