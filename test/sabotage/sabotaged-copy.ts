import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { NamedTest, SabotageFault } from './faults';

/** How a named test ended. `not run`: it did not get as far as saying anything about the product. */
export type TestOutcome = 'red' | 'green' | 'not run';

const NOT_COPIED = new Set(['node_modules', '.git', 'dist', '.concordat']);
/** A hub that cannot start would otherwise be waited for. */
const LONGEST_TEST_MS = 600_000;

/** A copy of the whole tree in which faults are put one at a time; the tree itself is never touched. */
export class SabotagedCopy {
  private readonly folder: string;

  constructor(root: string) {
    this.folder = mkdtempSync(path.join(tmpdir(), 'concordat-sabotage-'));
    cpSync(root, this.folder, {
      recursive: true,
      filter: (source) => !NOT_COPIED.has(path.relative(root, source)),
    });
    symlinkSync(path.join(root, 'node_modules'), path.join(this.folder, 'node_modules'));
  }

  /** Runs the test with the fault in the copy, and takes it out again. */
  async runWith(fault: SabotageFault): Promise<TestOutcome> {
    const file = path.join(this.folder, fault.file);
    const text = readFileSync(file, 'utf8');
    if (text.split(fault.find).length !== 2) {
      throw new Error(
        `${fault.name}: "${String(fault.find)}" does not stand exactly once in ${fault.file}; bring the fault up to date.`,
      );
    }
    writeFileSync(
      file,
      text.replace(fault.find, () => fault.replace),
    );
    try {
      return await this.run(fault.noticedBy);
    } finally {
      writeFileSync(file, text);
    }
  }

  /** Runs a named test in the copy as it stands. */
  async run(test: NamedTest): Promise<TestOutcome> {
    if (!existsSync(path.join(this.folder, test.file))) throw new Error(`There is no test ${test.file}.`);
    if (test.tier === 'journeys' && !(await this.execute(['scripts/build.mjs']))) return 'not run';
    const results = path.join(this.folder, 'sabotage-results.json');
    rmSync(results, { force: true });
    await this.execute([
      'node_modules/jest/bin/jest.js',
      ...(test.tier === 'unit' ? ['--config', 'jest.unit.config.js'] : ['--selectProjects', 'journeys']),
      '--json',
      `--outputFile=${results}`,
      ...(test.title === undefined ? [] : ['--testNamePattern', test.title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')]),
      '--runTestsByPath',
      test.file,
    ]);
    if (!existsSync(results)) return 'not run';
    const summary = JSON.parse(readFileSync(results, 'utf8')) as JestSummary;
    if (summary.numFailedTests > 0) return 'red';
    return summary.numPassedTests > 0 ? 'green' : 'not run';
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private execute(command: readonly string[]): Promise<boolean> {
    const env = { ...process.env, NODE_OPTIONS: '' };
    return new Promise((resolve) => {
      const options = { cwd: this.folder, env, timeout: LONGEST_TEST_MS, maxBuffer: 256 * 1024 * 1024 };
      execFile(process.execPath, [...command], options, (error) => {
        resolve(error === null);
      });
    });
  }
}

interface JestSummary {
  readonly numFailedTests: number;
  readonly numPassedTests: number;
}
