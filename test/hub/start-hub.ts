// Before the first journey: a hub for each of Jest's workers, so that a journey that makes owners fail or changes the
// agreements disturbs no other, and the truth about their people, which are the same at all of them.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { prepareDataFolder } from '../../service/data-folder';
import { keepPopulation, type Population } from '../../subgraphs/common/loading/population';
import { type LaunchedHub, launchHub } from './launch-hub';
import { runProgram } from './run-program';
import { printTruth } from './truth-file';

declare global {
  var concordatTestHubs: readonly LaunchedHub[] | undefined;
}

/** What is read of Jest's configuration. */
interface JestRun {
  readonly maxWorkers: number;
  readonly runTestsByPath: boolean;
  readonly nonFlagArgs: readonly string[];
}

export default async function startHubs({ maxWorkers, runTestsByPath, nonFlagArgs }: JestRun): Promise<void> {
  // A single file is run in Jest's own process.
  const count = runTestsByPath ? Math.min(maxWorkers, nonFlagArgs.length) : maxWorkers;
  const people: Population = {
    seed: Number(process.env.CONCORDAT_SEED || '1'),
    anchor: new Date().toISOString().slice(0, 10),
    people: 'named',
  };
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-truth-'));
  try {
    const truth = writeTruth(folder, people);
    const launches = await Promise.allSettled(Array.from({ length: count }, () => launchHubOf(people)));
    const hubs = launches.flatMap((launch) => (launch.status === 'fulfilled' ? [launch.value] : []));
    globalThis.concordatTestHubs = hubs;
    try {
      for (const launch of launches) if (launch.status === 'rejected') throw launch.reason;
      const file = await truth;
      for (const { address } of hubs) copyFileSync(file, path.join(address.dataFolder, path.basename(file)));
    } catch (error) {
      await Promise.allSettled([truth, ...hubs.map((hub) => hub.stop())]);
      throw error;
    }
    process.env.CONCORDAT_TEST_HUBS = JSON.stringify(hubs.map(({ address }) => address));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function launchHubOf(people: Population): Promise<LaunchedHub> {
  return launchHub({}, (env) => {
    keepPopulation(prepareDataFolder(env), people);
    return Promise.resolve();
  });
}

/** Beside the hubs' start, from an empty folder of its own: whoever runs the command has its own copy of the people. */
async function writeTruth(folder: string, people: Population): Promise<string> {
  const env = { CONCORDAT_DATA_DIR: folder };
  keepPopulation(prepareDataFolder(env), people);
  const { exitCode, output, errors } = await runProgram('development/truth', env, [], 420_000);
  if (exitCode !== 0) throw new Error(`development/truth failed: ${errors}`);
  const file = path.join(folder, 'truth.json');
  writeFileSync(file, printTruth(output));
  return file;
}
