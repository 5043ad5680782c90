import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { projectRoot } from '../../service/project-root';

/** Writes the result of a long run where results are committed, with what it was found on. */
export function writeResult(name: string, figures: Readonly<Record<string, unknown>>): string {
  const git = (...words: readonly string[]): string =>
    execFileSync('git', [...words], { cwd: projectRoot, encoding: 'utf8' }).trim();
  const result = {
    name,
    commit: git('rev-parse', 'HEAD'),
    changedSince: git('status', '--porcelain', '--untracked-files=no') !== '',
    machine: {
      cpu: os.cpus()[0]?.model ?? 'unknown',
      cores: os.cpus().length,
      memoryGigabytes: Math.round(os.totalmem() / 2 ** 30),
      node: process.version,
      platform: `${os.platform()} ${os.arch()}`,
    },
    ...figures,
  };
  const folder = path.join(projectRoot, 'bench/results');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.json`);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  return file;
}
