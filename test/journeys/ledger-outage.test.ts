// The store of an owner's ledger fails for real: DOMAIN C.1, test 12. No answer without its entry, the right word for
// it, and nothing to restart afterwards. What a full disk does is shown by ledger-full-disk.test.ts.
import { readdirSync, readFileSync } from 'node:fs';

import { Client } from 'pg';

import { familyOf } from '../../bench/measure/process-figures';
import { type Answer, ask, hub, truth } from '../hub/hub';
import { ofThisRun } from '../hub/one-of-two-runs';
import { readLedger } from '../hub/read-ledger';
import { UNKNOWN_ID } from '../acceptance/answers';

const QUESTIONS = {
  'knowsley-iom': ['merseyside-police.officer', 'IOM_CASE_MANAGEMENT', 'nominal', 'Nominal.givenName'],
  'safety-house': ['safety-house.process-manager', 'OWN_CASE_WORK', 'safetyHouseClient', 'Client.givenName'],
  eri: ['eri.staff', 'OWN_CASE_WORK', 'participant', 'Participant.givenName'],
} as const;
type Owner = keyof typeof QUESTIONS;
const OWNERS = Object.keys(QUESTIONS) as Owner[];
const JUSTIFIED = { 'x-justification': encodeURIComponent('The visit that was agreed on.') };

function subjectOf(owner: Owner): string {
  const [persona, purpose, , coordinate] = QUESTIONS[owner];
  const line = truth().find(
    (one) => one.coordinate === coordinate && one.value !== null && one.visibleTo.includes(`${persona}:${purpose}`),
  );
  return line?.id ?? '';
}

function askPerson(owner: Owner, id = subjectOf(owner)): Promise<Answer> {
  const [persona, purpose, view] = QUESTIONS[owner];
  return ask(persona, purpose, `query ($id: ID!) { person(id: $id) { ${view} { givenName } } }`, { id }, JUSTIFIED);
}

const codesOf = ({ errors }: Answer): readonly string[] => errors.map(({ extensions }) => extensions.code);

async function isAnswered(owner: Owner): Promise<void> {
  const answer = await askPerson(owner);
  expect(answer.errors).toEqual([]);
  expect(answer.data?.person[QUESTIONS[owner][2]]).toEqual({ givenName: expect.any(String) as string });
  const onRecord = (await readLedger(owner)).filter(
    ({ entry }) => entry.requestId === answer.headers.get('x-request-id'),
  );
  expect(onRecord.map(({ entry }) => entry.outcome)).toEqual(['disclosed']);
}

/** Personal questions are answered with this code and nothing else; whatever needs no ledger of this owner is answered. */
async function failsClosed(owner: Owner, code: string): Promise<void> {
  const view = QUESTIONS[owner][2];
  // One after the other, and many at once: those that wait behind others are told the same.
  const answers = [
    await askPerson(owner),
    await askPerson(owner, UNKNOWN_ID),
    ...(await Promise.all(Array.from({ length: 20 }, () => askPerson(owner)))),
  ];
  for (const answer of answers) {
    expect([answer.status, answer.data, codesOf(answer)]).toEqual([200, { person: { [view]: null } }, [code]]);
    expect(answer.errors[0]?.extensions).toMatchObject({ owner });
  }
  for (const other of OWNERS.filter((one) => one !== owner)) await isAnswered(other);
  const schema = await ask(QUESTIONS[owner][0], undefined, '{ __schema { queryType { name } } }');
  expect(schema.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  expect((await fetch(`${hub.gatewayUrl}/livez`)).status).toBe(200);
}

/** Nothing that failed was told, and all of the ledger is as it was or longer: afterwards each answer has its entry. */
async function whileAtFault(
  owner: Owner,
  code: string,
  fault: () => Promise<() => Promise<unknown>>,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await isAnswered(owner);
  const mend = await fault();
  try {
    await failsClosed(owner, code);
    await meanwhile();
  } finally {
    await mend();
  }
  await isAnswered(owner);
}

const connected = async (owner: Owner): Promise<Client> => {
  const client = new Client({ connectionString: hub.databases[owner] });
  await client.connect();
  return client;
};
const isAlive = async (owner: Owner): Promise<void> => {
  for (const url of [hub.gatewayUrl, hub.ownerUrls[owner] ?? '']) {
    for (const path of ['livez', 'readyz']) expect((await fetch(`${url}/${path}`)).status).toBe(200);
  }
};

(process.env.CONCORDAT_TEST_DATABASE === 'postgres' ? describe : describe.skip).each(OWNERS)(
  'on PostgreSQL, %s',
  (owner) => {
    it('discloses nothing while it may not write its ledger', async () => {
      const role = new URL(hub.env[`${owner.toUpperCase().replace('-', '_')}_DATABASE_URL`] ?? '').username;
      const size = (await readLedger(owner)).length;
      await whileAtFault(
        owner,
        'LEDGER_UNAVAILABLE',
        async () => {
          const client = await connected(owner);
          await client.query(`revoke insert on disclosure_entry from ${role}`);
          return async () => {
            await client.query(`grant insert on disclosure_entry to ${role}`);
            await client.end();
          };
        },
        async () => {
          await isAlive(owner);
          expect(await readLedger(owner)).toHaveLength(size + 1);
        },
      );
    }, 60_000);

    it('discloses nothing while another session holds its ledger, and says so before it is given up', async () => {
      await whileAtFault(
        owner,
        'LEDGER_UNAVAILABLE',
        async () => {
          const client = await connected(owner);
          await client.query('begin');
          await client.query('lock table disclosure_entry in access exclusive mode');
          return async () => {
            await client.query('rollback');
            await client.end();
          };
        },
        () => isAlive(owner),
      );
    }, 60_000);
  },
);

describe.each(ofThisRun(OWNERS))('%s, when its process is paused', (owner) => {
  it('is an outage, and no refusal, and answers once it goes on', async () => {
    const [pid] = familyOf(hub.supervisorPid).filter((one) =>
      readFileSync(`/proc/${String(one)}/cmdline`, 'utf8').includes(`subgraphs/${owner}/main`),
    );
    if (pid === undefined) throw new Error(`${owner} has no process.`);
    // All of its threads stand still, and with them the embedded database.
    expect(readdirSync(`/proc/${String(pid)}/task`).length).toBeGreaterThan(0);
    await whileAtFault(owner, 'SOURCE_UNAVAILABLE', () => {
      process.kill(pid, 'SIGSTOP');
      return Promise.resolve(() => {
        process.kill(pid, 'SIGCONT');
        return Promise.resolve();
      });
    });
  }, 90_000);
});
