import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { developmentIssuerKey } from '../../development/issuer-key';
import type { LedgerLine } from '../../ledger/ledger-lines';
import { gatewaysLedger } from '../../ledger/ledger-sources';
import { ownPorts } from '../hub/own-ports';
import { started } from './separate-hub';

/** A gateway whose owners do not run: what it refuses reaches none of them. */
export interface LoneGateway {
  readonly gatewayUrl: string;
  readonly dataFolder: string;
  readonly ledgerFolder: string;
  pid(): number;
  /** Ends it with SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again, on the port and the folder that it had. */
  restart(): Promise<void>;
  readLedger(): Promise<readonly LedgerLine[]>;
  stop(): Promise<void>;
}

/** What the gateway refuses a mentor by itself, whole: no owner is asked. */
export const REFUSED_WHOLE = '{ costOfCrime(id: "kn-0001") { id } }';

export async function startLoneGateway(): Promise<LoneGateway> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'concordat-gateway-'));
  const ledgerFolder = path.join(dataFolder, 'ledger');
  const ports = await ownPorts();
  const env: Record<string, string> = {
    CONCORDAT_DATA_DIR: dataFolder,
    GATEWAY_LEDGER_DIR: ledgerFolder,
    GATEWAY_REQUESTS_PER_MINUTE: '10000000',
    LOG_LEVEL: 'error',
    ...ports,
  };
  await developmentIssuerKey(dataFolder);
  let gateway: ChildProcess = await started('gateway/main', env);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (gateway.exitCode !== null || gateway.signalCode !== null) return;
    const gone = new Promise((resolve) => gateway.once('exit', resolve));
    gateway.kill(signal);
    await gone;
  };
  return {
    gatewayUrl: `http://127.0.0.1:${ports['GATEWAY_PORT'] ?? ''}`,
    dataFolder,
    ledgerFolder,
    pid: () => gateway.pid ?? 0,
    kill: () => end('SIGKILL'),
    async restart() {
      gateway = await started('gateway/main', env);
    },
    async readLedger() {
      const lines: LedgerLine[] = [];
      for await (const line of gatewaysLedger(env).lines()) lines.push(line);
      return lines;
    },
    async stop() {
      await end('SIGTERM');
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
