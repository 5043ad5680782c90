// Keeps the hub of CONCORDAT_TEST_HUBS busy with ordinary queries, from a process of its own: how many it can answer is
// measured first, and then this share of them (argument) is sent, each at its own random moment whether or not others
// were answered, until the standard input ends. Prints `capacity` as a line of JSON, and in the end what was sent.
import 'reflect-metadata';

import { Pool } from 'undici';

import { mintToken } from '../../development/mint-token';
import { developmentIssuerKey } from '../../development/issuer-key';
import { findPersona } from '../../development/personas';
import { hub, shippedProtocols } from '../hub/hub';
import { JUSTIFIED } from '../hub/justified';

/** What is asked of every owner all day long. */
const QUERIES = [
  [
    'merseyside-police.officer',
    'IOM_CASE_MANAGEMENT',
    '{ nominals(first: 20) { edges { node { givenName name homeBorough cohortMemberships { status } } } } }',
  ],
  ['safety-house.process-manager', 'OWN_CASE_WORK', '{ clients(first: 20) { edges { node { name givenName } } } }'],
  ['eri.staff', 'OWN_CASE_WORK', '{ participants(first: 20) { edges { node { name legalStatus } } } }'],
] as const;

/** While it is measured so many are under way; while it is kept busy never more than this, lest they pile up. */
const AT_A_TIME = 8;
const MOST_AT_A_TIME = 64;
const WARM_UP_MS = 5_000;
const MEASURE_MS = 20_000;
const TOKEN_MS = 60_000;

export interface LoadSent {
  readonly queriesASecond: number;
  /** Of those that were due, because so many others were under way. */
  readonly leftOut: number;
  readonly failed: number;
}

async function loadHub(share: number): Promise<void> {
  const pool = new Pool(hub.gatewayUrl, { connections: MOST_AT_A_TIME });
  const key = await developmentIssuerKey(hub.dataFolder);
  const tokens = new Map<string, { readonly token: string; readonly at: number }>();
  const tokenOf = async (name: string): Promise<string> => {
    const known = tokens.get(name);
    if (known !== undefined && Date.now() - known.at < TOKEN_MS) return known.token;
    const persona = findPersona(name);
    if (persona === undefined) throw new Error(`There is no persona ${name}.`);
    const { token } = await mintToken(persona, key, shippedProtocols(), new Date());
    tokens.set(name, { token, at: Date.now() });
    return token;
  };
  let sent = 0;
  let failed = 0;
  const ask = async (): Promise<void> => {
    const [persona, purpose, query] = QUERIES[sent % QUERIES.length] ?? QUERIES[0];
    sent += 1;
    try {
      const reply = await pool.request({
        method: 'POST',
        path: '/graphql',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await tokenOf(persona)}`,
          'x-purpose': purpose,
          ...JUSTIFIED,
        },
        body: JSON.stringify({ query }),
      });
      const text = await reply.body.text();
      if (reply.statusCode !== 200 || !text.startsWith('{"data":{"')) failed += 1;
    } catch {
      failed += 1;
    }
  };

  /** As many as it answers in this time; a second. */
  const answeredIn = async (milliseconds: number): Promise<number> => {
    const [before, begun] = [sent, performance.now()];
    const asker = async (): Promise<void> => {
      while (performance.now() - begun < milliseconds) await ask();
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, asker));
    return ((sent - before) * 1_000) / (performance.now() - begun);
  };
  await answeredIn(WARM_UP_MS);
  const capacity = await answeredIn(MEASURE_MS);
  if (failed > 0) throw new Error(`The hub did not answer ${String(failed)} of ${String(sent)} ordinary queries.`);
  console.log(JSON.stringify({ capacity }));

  const rate = capacity * share;
  const over = new AbortController();
  process.stdin.resume().once('end', () => {
    over.abort();
  });
  const underWay = new Set<Promise<void>>();
  let leftOut = 0;
  const [before, begun] = [sent, performance.now()];
  for (let due = begun; !over.signal.aborted; due += (-Math.log(1 - Math.random()) * 1_000) / rate) {
    const left = due - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    if (underWay.size >= MOST_AT_A_TIME) {
      leftOut += 1;
      continue;
    }
    const asking: Promise<void> = ask().finally(() => underWay.delete(asking));
    underWay.add(asking);
  }
  const queriesASecond = ((sent - before) * 1_000) / (performance.now() - begun);
  await Promise.all(underWay);
  await pool.close();
  console.log(JSON.stringify({ queriesASecond, leftOut, failed } satisfies LoadSent));
}

loadHub(Number(process.argv[2])).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
