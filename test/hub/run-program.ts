import { spawn } from 'node:child_process';
import path from 'node:path';

import { ROOT } from './launch-hub';

export interface EndedProgram {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

/**
 * Runs one compiled program of the hub (`start`, `gateway/main` …) until it ends by itself, with these variables and
 * no others of the hub; it is ended after `patienceMs`, and then its exit code is null.
 */
export function runProgram(
  program: string,
  env: Readonly<Record<string, string>>,
  programArguments: readonly string[] = [],
  patienceMs = 60_000,
): Promise<EndedProgram> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(ROOT, 'dist', `${program}.js`), ...programArguments], {
      cwd: ROOT,
      env: { ...withoutHubVariables(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const timer = setTimeout(() => child.kill('SIGTERM'), patienceMs);
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      resolve({ exitCode: Date.now() - started < patienceMs ? exitCode : null, output, errors });
    });
    const started = Date.now();
  });
}

/** The environment of the tests without what would configure a hub. */
export function withoutHubVariables(): Record<string, string> {
  const foreign =
    /^(CONCORDAT_|GATEWAY_|KNOWSLEY_IOM_|SAFETY_HOUSE_|ERI_|EXCHANGE_|DASHBOARD_|IDENTITY_PROVIDER_|LEDGER_|PROTOCOLS_DIR$|OIDC_ISSUERS$|NODE_OPTIONS$|NODE_ENV$|LOG_LEVEL$)/;
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || foreign.test(name) ? [] : [[name, value]],
    ),
  );
}
