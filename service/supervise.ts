// Runs several processes as one: starts them together, passes on their progress, keeps their logs, and ends all when
// one of them ends. What a process tells is described in run-service.ts.
import { type ChildProcess, fork } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Environment } from './environment';
import type { ServiceMessage } from './run-service';

export interface SupervisedProcess {
  readonly name: string;
  /** The compiled module to run. */
  readonly script: string;
  readonly env: Environment;
}

export interface Supervision {
  /** Resolves when every process answers; never when one of them fails first. */
  readonly ready: Promise<void>;
  /** Resolves once all have ended: with nothing when they were stopped, else with what went wrong. */
  readonly ended: Promise<string | undefined>;
  /** Ends all: asked first, killed after four seconds. */
  stop(): void;
  /** Has all of them read again what may change while they run. */
  reload(): void;
}

const KILL_AFTER_MS = 4000;
/** A process that ends with 0 by itself may have had the same Ctrl-C a moment before us. */
const OWN_END_MS = 300;

/** Starts the processes; `say` gets one line at a time for the terminal. */
export function supervise(
  processes: readonly SupervisedProcess[],
  logFolder: string,
  say: (line: string) => void,
): Supervision {
  mkdirSync(logFolder, { recursive: true });
  const width = Math.max(...processes.map(({ name }) => name.length)) + 2;
  const running = new Map<string, ChildProcess>();
  const waitedFor = new Set(processes.map(({ name }) => name));
  let stopping = false;
  let failure: string | undefined;

  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    for (const child of running.values()) child.kill('SIGTERM');
    setTimeout(() => {
      for (const child of running.values()) child.kill('SIGKILL');
    }, KILL_AFTER_MS).unref();
  };

  let tellReady: () => void;
  let tellEnded: (failure: string | undefined) => void;
  const ready = new Promise<void>((resolve) => (tellReady = resolve));
  const ended = new Promise<string | undefined>((resolve) => (tellEnded = resolve));

  for (const { name, script, env } of processes) {
    const label = name.padEnd(width);
    const child = fork(script, [], { env, silent: true, execArgv: ['--enable-source-maps'] });
    running.set(name, child);
    const output = followOutput(child, path.join(logFolder, `${name}.log`), (line) => {
      say(`${label}${line}`);
    });
    child.on('message', (message: ServiceMessage) => {
      if ('progress' in message) say(`${label}${message.progress}`);
      else {
        say(`${label}ready`);
        waitedFor.delete(name);
        if (waitedFor.size === 0) tellReady();
      }
    });
    child.on('close', (code, signal) => {
      running.delete(name);
      setTimeout(
        () => {
          if (!stopping) {
            failure = output.describeEnd(name, code, signal);
            stop();
          }
          if (running.size === 0) tellEnded(failure);
        },
        code === 0 && !stopping ? OWN_END_MS : 0,
      );
    });
  }

  return {
    ready,
    ended,
    stop,
    reload: () => {
      // One that still starts has not read anything yet, and the signal would end it.
      for (const [name, child] of running) if (!waitedFor.has(name)) child.kill('SIGHUP');
    },
  };
}

/** Keeps a process's output in a file and shows its warnings and errors. */
function followOutput(child: ChildProcess, file: string, show: (line: string) => void) {
  const log = createWriteStream(file, { flags: 'a' });
  const toldOnError: string[] = [];
  let lastError: string | undefined;
  if (child.stdout !== null) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      log.write(`${line}\n`);
      const problem = readProblem(line);
      if (problem === undefined) return;
      lastError = problem;
      show(problem);
    });
  }
  if (child.stderr !== null) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      log.write(`${line}\n`);
      if (toldOnError.length < 20) toldOnError.push(line);
    });
  }
  return {
    describeEnd: (name: string, code: number | null, signal: NodeJS.Signals | null): string => {
      log.end();
      // The process has told, line by line, what the operator must mend: nothing to add.
      if (code === 1 && toldOnError.some((line) => line.startsWith(`${name}: `))) return toldOnError.join('\n');
      const last = lastError ?? toldOnError.at(-1);
      return `${name} ended unexpectedly (${signal ?? `exit ${code ?? 'unknown'}`})${last === undefined ? '' : `: ${last}`}. Its log: ${file}`;
    },
  };
}

/** The words of a warning or an error in a log line; undefined for what need not be shown. */
function readProblem(line: string): string | undefined {
  try {
    const entry = JSON.parse(line) as { level?: string; msg?: string; err?: { message?: string } };
    if (entry.level === undefined || !['warn', 'error', 'fatal'].includes(entry.level)) return undefined;
    return [entry.msg, entry.err?.message].filter((part) => part !== undefined).join(': ');
  } catch {
    return undefined;
  }
}
