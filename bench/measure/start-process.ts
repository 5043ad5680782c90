import { type ChildProcess, fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import path from 'node:path';

import { projectRoot } from '../../service/project-root';

export interface StartedProcess {
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a compiled program that tells over the channel when it is ready, as every service does. */
export async function startProcess(program: string, env: Readonly<Record<string, string>>): Promise<StartedProcess> {
  const child = fork(path.join(projectRoot, 'dist', `${program}.js`), [], {
    env: { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: 'info', ...env },
    silent: true,
  });
  // Read, or a full pipe would stop it; its log is part of its work.
  child.stdout?.resume();
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message: { readonly ready?: boolean }) => {
      if (message.ready === true) resolve();
    });
    child.once('exit', () => {
      reject(new Error(`${program} ended while it started: ${errors}`));
    });
  });
  return { pid: child.pid ?? 0, stop: () => stopProcess(child) };
}

export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** Below the range from which the system takes the ports of connections, so that none of them takes one meanwhile. */
const [FIRST_PORT, LAST_PORT] = [10_000, 32_000];
/** Programs that choose ports at the same time take them from classes of their own: Jest numbers its workers. */
const CLASSES = 8;
const given = new Set<number>();

/** So many TCP ports of the loopback that nobody listens on, and that this program was not given before. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const ownClass = Number(process.env.JEST_WORKER_ID ?? 0) % CLASSES;
  const ports: number[] = [];
  while (ports.length < count) {
    const port = randomInt(FIRST_PORT / CLASSES, LAST_PORT / CLASSES) * CLASSES + ownClass;
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    ports.push(port);
  }
  return ports;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => {
        resolve(false);
      })
      .listen(port, '127.0.0.1', () => {
        server.close(() => {
          resolve(true);
        });
      });
  });
}
