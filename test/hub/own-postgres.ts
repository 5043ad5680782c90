import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client } from 'pg';

import { familyOf } from '../../bench/measure/process-figures';
import { freePorts } from '../../bench/measure/start-process';

/** A PostgreSQL server of a test's own, for what must not be done to one that others use: filling and killing it. */
export interface OwnPostgres {
  /** Of its superuser. */
  readonly url: string;
  /** A file system of so many megabytes that the server owns: a real one, so that it is really full one day. */
  mountSmallDisk(megabytes: number): string;
  /** Ends the server and every process of it with SIGKILL, as a crash does. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends it in order and removes its folder. */
  remove(): Promise<void>;
}

/** How long processes of a server that was killed may take to be gone. */
const PATIENCE_MS = 10_000;

export async function createOwnPostgres(settings: readonly string[] = []): Promise<OwnPostgres> {
  const programs = folderOfPrograms();
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-postgres-'));
  const account = accountOfServer();
  own(folder);
  const data = path.join(folder, 'data');
  const [port = 0] = await freePorts(1);
  execFileSync(path.join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-N'], {
    ...account,
    cwd: folder,
    stdio: 'ignore',
  });
  const url = `postgres://postgres@127.0.0.1:${String(port)}/postgres`;
  let server: ChildProcess | undefined;
  const disks: string[] = [];

  function own(target: string): void {
    if (account.uid !== undefined) chownSync(target, account.uid, account.gid ?? account.uid);
  }

  const ended = async (signal: (pid: number) => void): Promise<void> => {
    const child = server;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) =>
      child.once('exit', () => {
        resolve();
      }),
    );
    signal(child.pid);
    await gone;
  };

  const start = async (): Promise<void> => {
    const words = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
    const deadline = Date.now() + PATIENCE_MS;
    const begin = (): ChildProcess =>
      spawn(path.join(programs, 'postgres'), [...words, ...settings.flatMap((one) => ['-c', one])], {
        ...account,
        cwd: folder,
        stdio: 'ignore',
      });
    server = begin();
    for (;;) {
      if (server.exitCode !== null) {
        if (Date.now() > deadline)
          throw new Error(`PostgreSQL ended with ${String(server.exitCode)} while it started.`);
        // A process of the one that was killed is still ending.
        server = begin();
      }
      if (await answers(url)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await start();
  return {
    url,
    start,
    mountSmallDisk: (megabytes) => {
      const target = path.join(folder, 'small-disk');
      mkdirSync(target);
      const { uid = process.getuid?.(), gid = process.getgid?.() } = account;
      const options = `size=${String(megabytes)}m,mode=0700,uid=${String(uid)},gid=${String(gid)}`;
      asRoot('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', target);
      disks.push(target);
      return target;
    },
    kill: () =>
      ended((pid) => {
        // The postmaster stands still while the others are counted, or one that it starts meanwhile would live on, and
        // no server starts on a folder that a process of the former one still has open.
        process.kill(pid, 'SIGSTOP');
        for (const one of familyOf(pid)) killQuietly(one);
      }),
    remove: async () => {
      await ended((pid) => process.kill(pid, 'SIGINT'));
      for (const disk of disks) asRoot('umount', disk);
      rmSync(folder, { recursive: true, force: true });
    },
  };

  function killQuietly(pid: number): void {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  // A server that is still recovering closes the connection again.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The server refuses to run as root: then it runs as the account that Debian's package made for it. */
function accountOfServer(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (kind: string): number => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function folderOfPrograms(): string {
  const debian = '/usr/lib/postgresql';
  const [newest] = readdirSync(debian).sort((one, other) => Number(other) - Number(one));
  if (newest === undefined) throw new Error(`No PostgreSQL server is installed in ${debian}.`);
  return path.join(debian, newest, 'bin');
}

/** Whether this machine lets a test mount a file system; a container often does not. */
export function mayMount(): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-mount-'));
  try {
    asRoot('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder);
    asRoot('umount', folder);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function asRoot(program: string, ...words: readonly string[]): void {
  const isRoot = process.getuid?.() === 0;
  execFileSync(isRoot ? program : 'sudo', [...(isRoot ? [] : ['-n', program]), ...words]);
}
