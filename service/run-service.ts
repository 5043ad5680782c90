// The life of a process: pid file, signals, reload, a clear line for a wrong configuration. Every process of the hub
// starts by it, alone (a container, a unit) or under the supervisor of `npm start`.
import { prepareDataFolder } from './data-folder';
import { ConfigurationError } from './environment';
import { createLog, type Log } from './log';
import { writePidFile } from './pid-file';

export interface RunningService {
  close(): Promise<void>;
  /** Reads again what may change while running (the protocols), on SIGHUP. */
  reload?(): Promise<void>;
}

const CLOSE_WITHIN_MS = 4500;

/** What a service tells its supervisor while it prepares and when it answers. */
export type ServiceMessage = { readonly ready: true } | { readonly progress: string };

/** Tells the supervisor, if there is one, what is being prepared. */
export function reportProgress(text: string): void {
  tellSupervisor({ progress: text });
}

/** Starts a service and ends the process with 0 after SIGINT or SIGTERM, with 1 when it cannot start. */
export async function runService(name: string, start: () => Promise<RunningService>): Promise<void> {
  let removePidFile = (): void => undefined;
  let log: Log | undefined;
  let service: RunningService | undefined;
  const stopped = new AbortController();

  const stop = async (): Promise<void> => {
    if (stopped.signal.aborted) return;
    stopped.abort();
    const overdue = setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref();
    await service?.close().catch((error: unknown) => log?.error({ err: error }, 'closing failed'));
    clearTimeout(overdue);
    removePidFile();
    process.exit(0);
  };
  const fail = (error: unknown): never => {
    removePidFile();
    process.stderr.write(`${describeFailure(name, error)}\n`);
    process.exit(1);
  };

  try {
    log = createLog(name);
    removePidFile = writePidFile(prepareDataFolder(), name);
    process.on('SIGINT', () => void stop());
    process.on('SIGTERM', () => void stop());
    // The supervisor was killed: do not outlive it.
    process.on('disconnect', () => void stop());
    process.on('uncaughtException', (error) => {
      log?.fatal({ err: error }, 'an error nobody caught');
      fail(error);
    });
    service = await start();
    process.on('SIGHUP', reloadOneAtATime(service, log));
    // A service that was told to stop while it started is closed by the process's end.
    tellSupervisor({ ready: true });
  } catch (error) {
    if (!stopped.signal.aborted) fail(error);
  }
}

function reloadOneAtATime(service: RunningService, log: Log): () => void {
  let last = Promise.resolve();
  return () => {
    last = last
      .then(() => service.reload?.())
      .catch((error: unknown) => {
        log.error({ err: error }, 'reloading failed: what was in force stays in force');
      });
  };
}

/** A configuration's or a protocol's faults are lines for the operator; anything else is ours, with its stack. */
function describeFailure(name: string, error: unknown): string {
  if (!(error instanceof Error)) return `${name}: ${String(error)}`;
  const text =
    error instanceof ConfigurationError || 'faults' in error ? error.message : (error.stack ?? error.message);
  return text
    .split('\n')
    .map((line) => `${name}: ${line}`)
    .join('\n');
}

function tellSupervisor(message: ServiceMessage): void {
  if (process.connected) process.send?.(message);
}
