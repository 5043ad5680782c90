import { type ChildProcess, fork } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
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

/** So many TCP ports of the loopback that nobody listens on. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => {
            resolve(server);
          });
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
