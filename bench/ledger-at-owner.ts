// What the ledger adds to the CPU time of an owner that answers: the same requests to an owner on PostgreSQL and to one
// that notes and records nothing, in rounds that take turns.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createTransactionSigner } from '../gateway/sign-transaction';
import type { Requester } from '../schema/requester';
import { TRANSACTION_TOKEN_HEADER } from '../schema/transaction-token';
import { createTestDatabases } from '../test/hub/test-databases';
import { cpuMilliseconds } from './measure/process-figures';
import { sendRequests } from './measure/send-requests';
import { type Spread, spreadOf } from './measure/spread';
import { freePorts, startProcess, type StartedProcess } from './measure/start-process';

const PROGRAMS = { recording: 'subgraphs/knowsley-iom/main', without: 'bench/owner-without-ledger' } as const;
type Variant = keyof typeof PROGRAMS;
const VARIANTS = Object.keys(PROGRAMS) as Variant[];
const REQUESTS_A_ROUND = 320;
/** Rounds before the first that counts: the owners' code is compiled by then as it is in a long life. */
const WARM_UP = 3;

const QUERY = `{ nominals(first: 1) { edges { node { id givenName name dateOfBirth homeBorough
  offences(first: 5) { id code month offenceDate } } } } }`;

interface AddedCpu {
  readonly requestsARound: number;
  readonly recordingMilliseconds: Spread;
  readonly withoutMilliseconds: Spread;
  readonly addedMilliseconds: Spread;
}

/** CPU time of the owner's process for one request, with its ledger and without, by how many ask at a time. */
export async function cpuAddedARequest(
  requester: Requester,
  callers: readonly number[],
  rounds: number,
  say: (text: string) => void,
): Promise<Readonly<Record<string, AddedCpu>>> {
  const signer = createTransactionSigner();
  const keys = createServer((_request, reply) => {
    reply.setHeader('content-type', 'application/json').end(JSON.stringify(signer.publicKeys()));
  });
  const stops: (() => unknown)[] = [() => keys.close()];
  try {
    const ports = await freePorts(5);
    const keysPort = ports[4] ?? 0;
    await new Promise<void>((resolve) => keys.listen(keysPort, '127.0.0.1', resolve));
    const start = async (variant: Variant, port = 0, metricsPort = 0) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'concordat-bench-'));
      stops.unshift(() => {
        rmSync(folder, { recursive: true, force: true });
      });
      const databases = await createTestDatabases();
      stops.unshift(() => databases.drop());
      const owner: StartedProcess = await startProcess(PROGRAMS[variant], {
        CONCORDAT_DATA_DIR: folder,
        CONCORDAT_SEED: '1',
        CONCORDAT_PEOPLE: 'named',
        GATEWAY_JWKS_URL: `http://127.0.0.1:${String(keysPort)}/`,
        KNOWSLEY_IOM_PORT: String(port),
        KNOWSLEY_IOM_METRICS_PORT: String(metricsPort),
        ...databases.env,
      });
      stops.unshift(() => owner.stop());
      return { pid: owner.pid, url: `http://127.0.0.1:${String(port)}` };
    };
    const owners = {
      recording: await start('recording', ports[0], ports[1]),
      without: await start('without', ports[2], ports[3]),
    };
    const cpuOfRound = async (variant: Variant, atATime: number): Promise<number> => {
      const { pid, url } = owners[variant];
      const headersOf = (body: string) => ({
        [TRANSACTION_TOKEN_HEADER]: signer.sign('knowsley-iom', { ...requester, requestId: randomUUID() }, body),
      });
      const before = cpuMilliseconds(pid);
      const { answer } = await sendRequests({ url, headers: headersOf, query: QUERY }, REQUESTS_A_ROUND, atATime);
      if (!answer.includes('"givenName":"')) throw new Error(`The owner does not disclose: ${answer.slice(0, 300)}`);
      return (cpuMilliseconds(pid) - before) / REQUESTS_A_ROUND;
    };
    const found: Record<string, AddedCpu> = {};
    for (const atATime of callers) {
      const cpu: Record<Variant, number[]> = { recording: [], without: [] };
      for (let round = 1 - WARM_UP; round <= rounds; round += 1) {
        say(`at an owner, ${String(atATime)} at a time: round ${String(round)} of ${String(rounds)}`);
        // Who begins changes, so that neither always follows the other.
        for (const variant of round % 2 === 0 ? VARIANTS : [...VARIANTS].reverse()) {
          const took = await cpuOfRound(variant, atATime);
          if (round > 0) cpu[variant].push(took);
        }
      }
      found[`${String(atATime)} at a time`] = {
        requestsARound: REQUESTS_A_ROUND,
        recordingMilliseconds: spreadOf(cpu.recording),
        withoutMilliseconds: spreadOf(cpu.without),
        addedMilliseconds: spreadOf(cpu.recording.map((value, round) => value - (cpu.without[round] ?? Number.NaN))),
      };
    }
    return found;
  } finally {
    for (const stop of stops) await stop();
  }
}
