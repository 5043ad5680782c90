import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes `run/<service>.pid`; returns what removes it again, unless another process has taken it over meanwhile. */
export function writePidFile(folder: string, service: string): () => void {
  const file = pidFileOf(folder, service);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${process.pid}\n`);
  return () => {
    if (readPid(file) === process.pid) rmSync(file, { force: true });
  };
}

/** The living process that a service's pid file names, if any. */
export function findRunning(folder: string, service: string): number | undefined {
  const pid = readPid(pidFileOf(folder, service));
  return pid !== undefined && isAlive(pid) ? pid : undefined;
}

function pidFileOf(folder: string, service: string): string {
  return path.join(folder, 'run', `${service}.pid`);
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8').trim());
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
