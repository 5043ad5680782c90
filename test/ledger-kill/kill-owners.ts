import type { OwnerName } from '../../schema/owners';
import { createOwnPostgres, type OwnPostgres } from '../hub/own-postgres';
import { runProgram } from '../hub/run-program';
import { chance, pause } from './chance';
import { HubClient } from './hub-client';
import { type Joined, joinWithLedger, type RecordedAnswer } from './join-with-ledger';
import { valuesByPerson } from './received-values';
import { type SeparateHub, startSeparateHub } from './separate-hub';

export type KilledStore = 'embedded' | 'postgres';

export interface KillResult extends Joined {
  readonly kills: Readonly<Record<string, number>>;
  /** Answers that arrived, how many of them told something of somebody, and how many owners were missing in. */
  readonly answers: number;
  readonly telling: number;
  readonly interrupted: number;
  /** Requests to which no answer arrived. */
  readonly unanswered: number;
}

const LOAD = [
  [
    'merseyside-police.officer',
    'IOM_CASE_MANAGEMENT',
    '{ nominals(first: 7) { edges { node { __typename id name aliases offences(first: 5) { __typename id offenceClass offenceDate } } } } }',
  ],
  [
    'merseyside-police.officer',
    'IOM_CASE_MANAGEMENT',
    '{ nominals(first: 1) { edges { node { __typename id givenName cohortMemberships { __typename id status } } } } }',
  ],
  ['mals.mentor', 'MENTORING_SUPPORT', '{ nominals(first: 5) { edges { node { __typename id givenName } } } }'],
  [
    'safety-house.process-manager',
    'OWN_CASE_WORK',
    '{ clients(first: 5) { edges { node { __typename id name givenName } } } }',
  ],
  ['eri.staff', 'OWN_CASE_WORK', '{ participants(first: 5) { edges { node { __typename id name legalStatus } } } }'],
] as const;
/** So many clients ask each of these questions, one after the other. */
const CLIENTS_A_QUESTION = 2;
const VICTIMS: readonly OwnerName[] = ['knowsley-iom', 'knowsley-iom', 'safety-house', 'eri'];

/** Kills owners, and on PostgreSQL its processes, at moments that follow from the seed, while clients ask. */
export async function killOwners(
  store: KilledStore,
  kills: number,
  seed: string,
  say: (text: string) => void = () => undefined,
): Promise<KillResult> {
  const postgres = store === 'postgres' ? await createOwnPostgres() : undefined;
  try {
    const hub = await startSeparateHub(postgres?.url);
    try {
      return await killWhileAsked(hub, postgres, kills, seed, say);
    } finally {
      await hub.stop();
    }
  } finally {
    await postgres?.remove();
  }
}

async function killWhileAsked(
  hub: SeparateHub,
  postgres: OwnPostgres | undefined,
  kills: number,
  seed: string,
  say: (text: string) => void,
): Promise<KillResult> {
  const answers: RecordedAnswer[] = [];
  const counts = { unanswered: 0, interrupted: 0 };
  const killed: Record<string, number> = {};
  let over = false;
  let telling = 0;
  const clients = LOAD.flatMap(([persona, purpose, query]) =>
    Array.from({ length: CLIENTS_A_QUESTION }, async () => {
      const client = new HubClient(hub, persona, purpose);
      while (!over) {
        try {
          const { requestId, data, codes } = await client.ask(query);
          const whole = codes.every((code) => code === 'WITHHELD_BY_PROTOCOL');
          if (!whole) counts.interrupted += 1;
          const values = valuesByPerson(data);
          answers.push({ requestId, whole, values });
          if (values.size > 0) telling += 1;
          // An owner that is away answers at once: the others are to have their turn.
          if (!whole) await pause(20);
        } catch {
          counts.unanswered += 1;
          await pause(20);
        }
      }
    }),
  );
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      await untilMore(() => telling, 10);
      await pause(chance(seed, kill, 'when') * 400);
      const owner = VICTIMS[Math.floor(chance(seed, kill, 'whom') * VICTIMS.length)] ?? 'knowsley-iom';
      // The database dies in every second kill, so that both kinds of death are met as often.
      const victim = postgres !== undefined && kill % 2 === 0 ? 'database' : owner;
      say(`kill ${String(kill)} of ${String(kills)}: ${victim} after ${String(answers.length)} answers`);
      killed[victim] = (killed[victim] ?? 0) + 1;
      if (victim === 'database') {
        await postgres?.kill();
        await postgres?.start();
      } else {
        await hub.kill(owner);
        await hub.restart(owner);
      }
    }
    await untilMore(() => telling, 10);
  } finally {
    over = true;
    await Promise.all(clients);
  }
  const exported = await runProgram('ledger/command', hub.env, ['export', '--owner', 'all'], 120_000);
  if (exported.exitCode !== 0) throw new Error(`The ledgers could not be exported: ${exported.errors}`);
  return {
    kills: killed,
    answers: answers.length,
    telling,
    ...counts,
    ...joinWithLedger(answers, exported.output),
  };
}

/** Between kills the hub answers again, or what is killed next is not at work. */
async function untilMore(count: () => number, more: number): Promise<void> {
  const wanted = count() + more;
  const deadline = Date.now() + 60_000;
  while (count() < wanted) {
    if (Date.now() > deadline) throw new Error('The hub does not answer again.');
    await pause(10);
  }
}
