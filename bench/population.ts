// A hundred thousand people at Knowsley, on real PostgreSQL: how long it takes to load them, and how long the whole hub
// then takes for a case file of one of them and for pages of fifty. CONCORDAT_BENCH_PEOPLE sets another number.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client } from 'pg';

import { JUSTIFIED } from '../test/hub/justified';
import { agreementsOf } from '../development/agreements-of';
import { developmentIssuerKey } from '../development/issuer-key';
import { mintToken } from '../development/mint-token';
import { findPersona } from '../development/personas';
import { OWNER_NAMES, OWNERS } from '../schema/owners';
import { LEAST_PEOPLE } from '../subgraphs/common/loading/people-wanted';
import { askedOfHub, HOT_PATHS } from '../test/population/hot-paths';
import { atMost, type Bench } from './bench';
import { peakOfMemory } from './measure/process-figures';
import { sendRequests } from './measure/send-requests';
import { spreadOf } from './measure/spread';
import { freePorts, startProcess, type StartedProcess } from './measure/start-process';

const SERVER = process.env.CONCORDAT_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const DATABASE = `concordat_bench_${String(process.pid)}`;
const ROUNDS = 5;
const REQUESTS_A_ROUND = 100;
const PEOPLE_ASKED_ABOUT = 100;

export const benchPopulation: Bench = async ({ rounds = ROUNDS, say }) => {
  const people = Number(process.env.CONCORDAT_BENCH_PEOPLE ?? '100000');
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-bench-'));
  const started: StartedProcess[] = [];
  await onServer(SERVER, async (client) => {
    await client.query(`create role ${DATABASE} login password '${DATABASE}'`);
    await client.query(`create database ${DATABASE}`);
  });
  const url = new URL(SERVER);
  url.pathname = `/${DATABASE}`;
  const databaseUrl = url.toString();
  try {
    const names = ['GATEWAY', ...OWNER_NAMES.map((owner) => OWNERS[owner].variable)];
    const ports = await freePorts(2 * names.length);
    const env: Record<string, string> = {
      CONCORDAT_DATA_DIR: folder,
      CONCORDAT_SEED: '1',
      CONCORDAT_PEOPLE: `knowsley-iom=${String(people)},safety-house=${String(LEAST_PEOPLE['safety-house'])},eri=${String(LEAST_PEOPLE.eri)}`,
      GATEWAY_REQUESTS_PER_MINUTE: '10000000',
      GATEWAY_OWNER_TIMEOUT_MS: '30000',
      KNOWSLEY_IOM_DATABASE_URL: Object.assign(new URL(url), { username: DATABASE, password: DATABASE }).toString(),
      KNOWSLEY_IOM_ADMIN_DATABASE_URL: databaseUrl,
    };
    names.forEach((name, index) => {
      env[`${name}_PORT`] = String(ports[2 * index] ?? 0);
      env[`${name}_METRICS_PORT`] = String(ports[2 * index + 1] ?? 0);
      env[`${name}_URL`] = `http://127.0.0.1:${env[`${name}_PORT`] ?? ''}`;
    });
    env['GATEWAY_JWKS_URL'] = `http://127.0.0.1:${env['GATEWAY_PORT'] ?? ''}/.well-known/jwks.json`;
    const key = await developmentIssuerKey(folder);
    say(`loading ${people.toLocaleString('en-GB')} people at Knowsley`);
    const begun = performance.now();
    const knowsley = await startProcess('subgraphs/knowsley-iom/main', env);
    started.push(knowsley);
    const secondsToLoad = (performance.now() - begun) / 1000;
    const peakMegabytes = peakOfMemory(knowsley.pid);
    const stored = await onServer(databaseUrl, async (client) => {
      const { rows } = await client.query<{ rows: string; megabytes: string }>(
        `select (select sum(reltuples)::bigint from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace) as rows,
           pg_database_size(current_database()) / 1048576 as megabytes`,
      );
      return { rows: Number(rows[0]?.rows), megabytes: Number(rows[0]?.megabytes) };
    });
    say('starting the other owners and the gateway');
    const others = OWNER_NAMES.filter((owner) => owner !== 'knowsley-iom');
    started.push(...(await Promise.all(others.map((owner) => startProcess(`subgraphs/${owner}/main`, env)))));
    started.push(await startProcess('gateway/main', env));

    const hub = `http://127.0.0.1:${env['GATEWAY_PORT'] ?? ''}`;
    const figures: Record<string, unknown> = {
      seed: 1,
      people,
      loading: { seconds: Math.round(secondsToLoad), ...stored, peakMegabytesOfTheOwner: Math.round(peakMegabytes) },
      requestsARound: REQUESTS_A_ROUND,
      atATime: 1,
    };
    const p99s: { 'case file': number[]; page: number[] } = { 'case file': [], page: [] };
    for (const asked of HOT_PATHS) {
      const persona = findPersona(asked.persona);
      if (persona === undefined) throw new Error(`There is no persona ${asked.persona}.`);
      const { token } = await mintToken(persona, key, agreementsOf({}), new Date());
      const headers = { authorization: `Bearer ${token}`, 'x-purpose': asked.purpose, ...JUSTIFIED };
      const list = `{ nominals(first: ${String(PEOPLE_ASKED_ABOUT)}) { edges { node { id } } } }`;
      const { answer } = await sendRequests({ url: hub, headers, query: list }, 1, 1);
      const ids = [...answer.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);
      if (ids.length === 0) throw new Error(`${asked.persona} sees nobody: ${answer}`);
      const question = {
        url: hub,
        headers,
        query: askedOfHub(asked),
        ...(asked.kind === 'page' ? {} : { variables: (request: number) => ({ id: ids[request % ids.length] }) }),
      };
      say(`${asked.name}: warming up`);
      const warm = await sendRequests(question, 20, 1);
      if (!warm.answer.includes('"data":{')) throw new Error(`${asked.name}: ${warm.answer.slice(0, 300)}`);
      const p50: number[] = [];
      const p99: number[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        say(`${asked.name}: round ${String(round)} of ${String(rounds)}`);
        const measured = await sendRequests(question, REQUESTS_A_ROUND, 1);
        p50.push(measured.p50);
        p99.push(measured.p99);
      }
      figures[asked.name] = { persona: asked.persona, p50Milliseconds: spreadOf(p50), p99Milliseconds: spreadOf(p99) };
      p99s[asked.kind].push(spreadOf(p99).median);
    }
    return {
      rounds,
      figures,
      goals: [
        atMost('milliseconds of the slowest case file at p99', Math.max(...p99s['case file']), 500),
        atMost('milliseconds of the slowest page of fifty at p99', Math.max(...p99s.page), 1500),
        atMost('megabytes of the owner that loads, however many', Math.round(peakMegabytes), 600),
      ],
    };
  } finally {
    await Promise.all(started.map((each) => each.stop()));
    await onServer(SERVER, async (client) => {
      await client.query(`drop database if exists ${DATABASE} with (force)`);
      await client.query(`drop role if exists ${DATABASE}`);
    });
    rmSync(folder, { recursive: true, force: true });
  }
};

async function onServer<Result>(server: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
