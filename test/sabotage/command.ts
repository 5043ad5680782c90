// `npm run sabotage [-- name …]`: puts small faults into a copy of the tree, one at a time, and runs the test that is
// named to notice each. Fails when a test stays green, or was not green without the fault. A run of all faults leaves
// its result in bench/results/.
import pc from 'picocolors';

import { projectRoot } from '../../service/project-root';
import { writeResult } from '../long/result-file';
import { FAULTS, type NamedTest, type SabotageFault } from './faults';
import { SabotagedCopy, type TestOutcome } from './sabotaged-copy';

interface Sabotage {
  readonly fault: string;
  readonly test: string;
  readonly outcome: TestOutcome | 'red without the fault' | 'out of date';
  readonly seconds: number;
}

async function sabotage(names: readonly string[]): Promise<readonly Sabotage[]> {
  const unknown = names.filter((name) => !FAULTS.some((fault) => fault.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no fault ${unknown.join(', ')}. There are:\n${FAULTS.map(({ name }) => name).join('\n')}`,
    );
  }
  const named = FAULTS.filter(({ name }) => names.length === 0 || names.includes(name));
  // The quick ones first.
  const chosen = ['unit', 'journeys'].flatMap((tier) => named.filter(({ noticedBy }) => noticedBy.tier === tier));
  const copy = new SabotagedCopy(projectRoot);
  try {
    const controls = new Map<string, TestOutcome>();
    const found: Sabotage[] = [];
    for (const fault of chosen) {
      const started = Date.now();
      const outcome = await tryFault(copy, fault, controls);
      const seconds = Math.round((Date.now() - started) / 1000);
      found.push({ fault: fault.name, test: describeTest(fault.noticedBy), outcome, seconds });
      const mark = outcome === 'red' ? pc.green('noticed') : pc.red(outcome);
      console.log(`${fault.name.padEnd(44)}${mark}  ${String(seconds)} s  ${describeTest(fault.noticedBy)}`);
    }
    return found;
  } finally {
    copy.remove();
  }
}

async function tryFault(
  copy: SabotagedCopy,
  fault: SabotageFault,
  controls: Map<string, TestOutcome>,
): Promise<Sabotage['outcome']> {
  // A test that is red anyhow notices nothing.
  const control = describeTest(fault.noticedBy);
  const without = controls.get(control) ?? (await copy.run(fault.noticedBy));
  controls.set(control, without);
  if (without !== 'green') return without === 'red' ? 'red without the fault' : 'not run';
  try {
    return await copy.runWith(fault);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 'out of date';
  }
}

function describeTest({ file, title }: NamedTest): string {
  return title === undefined ? file : `${file} (${title})`;
}

const names = process.argv.slice(2);
sabotage(names).then(
  (found) => {
    const unnoticed = found.filter(({ outcome }) => outcome !== 'red');
    if (names.length === 0) {
      console.log(
        `Written to ${writeResult('sabotage', { faults: found.length, noticed: found.length - unnoticed.length, table: found })}`,
      );
    }
    console.log(
      unnoticed.length === 0
        ? `All ${String(found.length)} faults are noticed.`
        : `${String(unnoticed.length)} of ${String(found.length)} faults are not noticed.`,
    );
    process.exitCode = unnoticed.length === 0 ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
