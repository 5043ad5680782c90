import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';

/**
 * Gives each side of a measurement a core of its own: what is measured runs on the last core, everything else on the
 * first ones. So neither is measured by what the other leaves in its cache. False where that cannot be had (one core,
 * no `taskset`): the figures are then wider spread, not wrong.
 */
export function pinApart(measured: readonly number[], others: readonly number[]): boolean {
  const cores = cpus().length;
  if (cores < 2) return false;
  const pin = (pid: number, list: string): void => {
    execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', list, String(pid)], { stdio: 'ignore' });
  };
  try {
    for (const pid of measured) pin(pid, String(cores - 1));
    for (const pid of others) pin(pid, `0-${String(cores - 2)}`);
    return true;
  } catch {
    return false;
  }
}
