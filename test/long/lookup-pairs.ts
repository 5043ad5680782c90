import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { type HubAddress, launchHub, ROOT, runHubCommand } from '../hub/launch-hub';
import { SERVER } from '../hub/test-databases';
import { printTruth } from '../hub/truth-file';
import type { ComparedPair } from '../lookups/measured-pairs';
import { writeResult } from './result-file';

const PAIRS = 200;
const OTHERS = 300;
/** Lands of split A; the figures of split B are not looked at (matching/fixture/splits.ts). */
const FIRST_LAND = 310;

/** Asks a hub of its own, on PostgreSQL, about 200 pairs, and compares its verdicts with the measured ones. */
export async function runLookupPairs(seed: string): Promise<boolean> {
  const started = Date.now();
  const land = FIRST_LAND + Number(seed);
  const launched = await launchHub({ CONCORDAT_SEED: seed }, undefined, SERVER);
  try {
    const { address } = launched;
    const truth = printTruth(await runHubCommand(address, 'development/truth'));
    writeFileSync(path.join(address.dataFolder, 'truth.json'), truth);
    const pairs = await comparePairs(address, land);
    const isSame = ({ measured, hub }: ComparedPair): boolean => JSON.stringify(measured) === JSON.stringify(hub);
    const different = pairs.filter((pair) => !isSame(pair));
    for (const pair of different) console.log(JSON.stringify(pair));
    const file = writeResult('lookup-pairs', {
      seed,
      land: `A ${String(land)}`,
      seconds: Math.round((Date.now() - started) / 1000),
      recordedBesides: OTHERS,
      pairs: pairs.length,
      sameVerdict: pairs.length - different.length,
      ...Object.fromEntries(
        [true, false].map((isOne) => [
          isOne ? 'onePerson' : 'twoPeople',
          countVerdicts(pairs.filter(({ isOnePerson }) => isOnePerson === isOne)),
        ]),
      ),
      different,
    });
    console.log(`${String(different.length)} of ${String(pairs.length)} pairs differ. Written to ${file}`);
    return pairs.length === PAIRS && different.length === 0;
  } finally {
    await launched.stop();
  }
}

/** How many pairs came to which end at the hub: of a hit that was released, the best band that was put before somebody. */
function countVerdicts(pairs: readonly ComparedPair[]): Readonly<Record<string, number>> {
  const counts = { noHit: 0, NOT_THE_SAME: 0, POSSIBLE: 0, PROBABLE: 0, STRONG: 0 };
  for (const { hub } of pairs) {
    const best = (['STRONG', 'PROBABLE', 'POSSIBLE'] as const).find((band) =>
      hub.reviewed?.some((each) => each.endsWith(` ${band}`)),
    );
    counts[hub.hit ? (best ?? 'NOT_THE_SAME') : 'noHit'] += 1;
  }
  return counts;
}

/** In a process of its own, whose hub is the one of the tests; what it says of its progress is shown. */
function comparePairs(address: HubAddress, land: number): Promise<readonly ComparedPair[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [path.join(ROOT, 'dist/test/lookups/try-pairs.js'), ...[land, PAIRS, OTHERS].map(String)],
      {
        cwd: ROOT,
        env: { ...process.env, NODE_OPTIONS: '', ...address.env, CONCORDAT_TEST_HUBS: JSON.stringify([address]) },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output) as readonly ComparedPair[]);
      else reject(new Error('The pairs could not be compared.'));
    });
  });
}
