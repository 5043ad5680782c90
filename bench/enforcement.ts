// What enforcement costs the gateway: its CPU time for a thousand requests, and how long the answers take, against
// ApolloGateway without any of it over the same owners, in rounds that take turns.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { JUSTIFIED } from '../test/hub/justified';
import { agreementsOf } from '../development/agreements-of';
import { developmentIssuerKey } from '../development/issuer-key';
import { mintToken } from '../development/mint-token';
import { findPersona } from '../development/personas';
import { OWNER_NAMES, OWNERS } from '../schema/owners';
import { atMost, below, type Bench } from './bench';
import { pinApart } from './measure/pin-process';
import { cpuMilliseconds } from './measure/process-figures';
import { sendRequests } from './measure/send-requests';
import { type Spread, spreadOf } from './measure/spread';
import { freePorts, startProcess, type StartedProcess } from './measure/start-process';

const ROUNDS = 21;
const AT_A_TIME = 4;

const PERSON = `id givenName name dateOfBirth homeBorough
  offences(first: 5) { id code month offenceDate } corvusScores(first: 2) { id score band schemeArea }
  costsOfCrime(first: 2) { id amountGbp } supervisions(first: 1) { id regime riskOfHarm }
  pathwayStatuses(first: 3) { id pathway need } intelligenceReports(first: 2) { id text }`;
const ONE_PERSON = `query ($id: ID!) { nominal(id: $id) { ${PERSON} } }`;
const ONE_FILE = `query ($id: ID!) { person(id: $id) { nominal { ${PERSON} }
  safetyHouseClient { id name } participant { id name } } }`;
const PAGE = `{ nominals(first: 20) { totalCount edges { node { ${PERSON} } } } }`;

/** What is asked of both gateways, by the same person, and how often in a round. */
const CASES = [
  {
    name: 'one person, permitted',
    persona: 'merseyside-police.officer',
    purpose: 'IOM_CASE_MANAGEMENT',
    query: ONE_PERSON,
    requests: 300,
    denied: false,
  },
  {
    name: 'a page of twenty, permitted',
    persona: 'merseyside-police.officer',
    purpose: 'IOM_CASE_MANAGEMENT',
    query: PAGE,
    requests: 80,
    denied: false,
  },
  {
    name: 'one person, mostly denied',
    persona: 'mals.mentor',
    purpose: 'MENTORING_SUPPORT',
    query: ONE_PERSON,
    requests: 300,
    denied: true,
  },
  {
    name: 'one person at three owners, two of them denied',
    persona: 'mals.mentor',
    purpose: 'MENTORING_SUPPORT',
    query: ONE_FILE,
    requests: 200,
    denied: true,
  },
] as const;
/** Requests before the first round, in rounds: the gateways' code is compiled by then as it is in a long life. */
const WARM_UP = 3;

const VARIANTS = ['plain', 'enforced'] as const;
type Variant = (typeof VARIANTS)[number];

export const benchEnforcement: Bench = async ({ rounds = ROUNDS, say }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-bench-'));
  const started: StartedProcess[] = [];
  const [plainPort = 0, enforcedPort = 0, keysPort = 0, ...others] = await freePorts(4 + 2 * OWNER_NAMES.length);
  const portOf: Record<Variant, number> = { plain: plainPort, enforced: enforcedPort };
  const keys = serveKeysOf([plainPort, enforcedPort], keysPort);
  try {
    const env: Record<string, string> = {
      CONCORDAT_DATA_DIR: folder,
      CONCORDAT_SEED: '1',
      GATEWAY_JWKS_URL: `http://127.0.0.1:${String(keysPort)}/`,
      GATEWAY_REQUESTS_PER_MINUTE: '10000000',
      GATEWAY_OWNER_TIMEOUT_MS: '30000',
      GATEWAY_METRICS_PORT: String(others.at(-1) ?? 0),
    };
    OWNER_NAMES.forEach((owner, index) => {
      const { variable } = OWNERS[owner];
      env[`${variable}_PORT`] = String(others[2 * index] ?? 0);
      env[`${variable}_METRICS_PORT`] = String(others[2 * index + 1] ?? 0);
      env[`${variable}_URL`] = `http://127.0.0.1:${env[`${variable}_PORT`] ?? ''}`;
    });
    say('starting the owners');
    const key = await developmentIssuerKey(folder);
    started.push(...(await Promise.all(OWNER_NAMES.map((owner) => startProcess(`subgraphs/${owner}/main`, env)))));
    say('starting the two gateways');
    const gateways = {
      plain: await startProcess('bench/plain-gateway', { ...env, GATEWAY_PORT: String(plainPort) }),
      enforced: await startProcess('gateway/main', { ...env, GATEWAY_PORT: String(enforcedPort) }),
    };
    const pinned = pinApart(
      Object.values(gateways).map(({ pid }) => pid),
      [process.pid, ...started.map(({ pid }) => pid)],
    );
    started.push(...Object.values(gateways));

    const tokenOf = async (name: string): Promise<string> => {
      const persona = findPersona(name);
      if (persona === undefined) throw new Error(`There is no persona ${name}.`);
      return (await mintToken(persona, key, agreementsOf({}), new Date())).token;
    };
    const cases = await Promise.all(
      CASES.map(async (asked) => ({
        ...asked,
        headers: { authorization: `Bearer ${await tokenOf(asked.persona)}`, 'x-purpose': asked.purpose, ...JUSTIFIED },
      })),
    );
    const send = (variant: Variant, asked: (typeof cases)[number], count: number, id = '') =>
      sendRequests(
        {
          url: `http://127.0.0.1:${String(portOf[variant])}`,
          headers: asked.headers,
          query: asked.query,
          variables: { id },
        },
        count,
        AT_A_TIME,
      );

    const figures: Record<string, unknown> = { seed: 1, atATime: AT_A_TIME, pinned };
    const ratios: { permitted: number[][]; denied: number[][] } = { permitted: [], denied: [] };
    for (const asked of cases) {
      const mine = await sendRequests(
        {
          url: `http://127.0.0.1:${String(enforcedPort)}`,
          headers: asked.headers,
          query: '{ nominals(first: 1) { edges { node { id } } } }',
        },
        1,
        1,
      );
      const id = /"id":"([^"]+)"/.exec(mine.answer)?.[1];
      if (id === undefined) throw new Error(`${asked.persona} sees nobody: ${mine.answer}`);
      say(`${asked.name}: warming up`);
      const answers = { plain: '', enforced: '' };
      for (const variant of VARIANTS)
        answers[variant] = (await send(variant, asked, WARM_UP * asked.requests, id)).answer;
      if (!asked.denied && answers.plain !== answers.enforced) {
        throw new Error(`${asked.name}: the two gateways answer differently`);
      }
      const cpu: Record<Variant, number[]> = { plain: [], enforced: [] };
      const p50: Record<Variant, number[]> = { plain: [], enforced: [] };
      const p99: Record<Variant, number[]> = { plain: [], enforced: [] };
      for (let round = 1; round <= rounds; round += 1) {
        say(`${asked.name}: round ${String(round)} of ${String(rounds)}`);
        // Who begins changes, so that neither always follows the other.
        for (const variant of round % 2 === 0 ? VARIANTS : [...VARIANTS].reverse()) {
          const before = cpuMilliseconds(gateways[variant].pid);
          const answered = await send(variant, asked, asked.requests, id);
          cpu[variant].push(((cpuMilliseconds(gateways[variant].pid) - before) * 1000) / asked.requests);
          p50[variant].push(answered.p50);
          p99[variant].push(answered.p99);
        }
      }
      const ratio = cpu.enforced.map((value, index) => value / (cpu.plain[index] ?? Number.NaN));
      ratios[asked.denied ? 'denied' : 'permitted'].push(ratio);
      const ofBoth = (values: Record<Variant, number[]>): Record<Variant, Spread> => ({
        plain: spreadOf(values.plain),
        enforced: spreadOf(values.enforced),
      });
      figures[asked.name] = {
        requestsARound: asked.requests,
        answerBytes: { plain: Buffer.byteLength(answers.plain), enforced: Buffer.byteLength(answers.enforced) },
        cpuMillisecondsPer1000: ofBoth(cpu),
        p50Milliseconds: ofBoth(p50),
        p99Milliseconds: ofBoth(p99),
        cpuRatio: spreadOf(ratio),
      };
    }
    const worst = (lists: readonly number[][]): number => Math.max(...lists.map((list) => spreadOf(list).median));
    return {
      rounds,
      figures,
      goals: [
        atMost('gateway CPU, enforced to plain, all permitted', worst(ratios.permitted), 1.3),
        below('gateway CPU, enforced to plain, fields denied', worst(ratios.denied), 1),
      ],
    };
  } finally {
    await Promise.all(started.map((each) => each.stop()));
    keys.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** One key set for the owners, with the keys of both gateways: each signs with its own. */
function serveKeysOf(gatewayPorts: readonly number[], port: number): { close(): void } {
  const server = createServer((_request, reply) => {
    void Promise.all(
      gatewayPorts.map(async (gatewayPort) => {
        const answer = await fetch(`http://127.0.0.1:${String(gatewayPort)}/.well-known/jwks.json`);
        return ((await answer.json()) as { keys: unknown[] }).keys;
      }),
    ).then(
      (sets) => reply.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: sets.flat() })),
      () => reply.writeHead(503).end(),
    );
  }).listen(port, '127.0.0.1');
  return {
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
