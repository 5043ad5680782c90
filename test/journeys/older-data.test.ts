// A partnership that updates the hub keeps its data: what a former version left is brought up to date and answers.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { JUSTIFIED } from '../hub/justified';
import { findPersona } from '../../development/personas';
import { mintToken } from '../../development/mint-token';
import { OWNER_DEFINITIONS } from '../../development/owner-definitions';
import type { Purpose } from '../../schema/purposes';
import { shippedProtocols } from '../hub/hub';
import { type LaunchedHub, launchHub } from '../hub/launch-hub';
import { runProgram } from '../hub/run-program';
import { hashOf, type OlderData, olderVersions, readOlderData } from '../older-data/older-data';

const PATIENCE_MS = 300_000;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever was asked for
async function ask({ address }: LaunchedHub, name: string, purpose: Purpose, query: string): Promise<any> {
  const key = JSON.parse(
    readFileSync(path.join(address.dataFolder, 'keys/development-issuer.jwk.json'), 'utf8'),
  ) as Parameters<typeof mintToken>[1];
  const persona = findPersona(name);
  if (persona === undefined) throw new Error(`There is no persona ${name}.`);
  const { token } = await mintToken(persona, key, shippedProtocols(), new Date());
  const reply = await fetch(`${address.gatewayUrl}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-purpose': purpose,
      ...JUSTIFIED,
    },
    body: JSON.stringify({ query }),
  });
  return reply.json();
}

// The version before this one on both databases; those before it on PostgreSQL, where they are restored sooner.
const versions = process.env.CONCORDAT_TEST_DATABASE === 'postgres' ? olderVersions() : olderVersions().slice(-1);

describe.each(versions)('the data of a former version, %s', (version) => {
  const data: OlderData = readOlderData(version);
  let hub: LaunchedHub | undefined;

  const running = (): LaunchedHub => {
    if (hub === undefined) throw new Error('The hub is not running.');
    return hub;
  };
  const rowsOf = (owner: keyof OlderData['databases'], table: string): Record<string, unknown>[] =>
    data.databases[owner].tables[table] ?? [];

  beforeAll(async () => {
    hub = await launchHub({}, async (env) => {
      const restored = await runProgram('test/older-data/restore', env, [version], PATIENCE_MS);
      expect(restored).toEqual({ exitCode: 0, output: '', errors: '' });
    });
  }, PATIENCE_MS);
  afterAll(async () => {
    await hub?.stop();
  }, PATIENCE_MS);

  it('was brought about by steps whose text never changed since', () => {
    for (const owner of OWNER_DEFINITIONS) {
      const known = new Map(owner.migrations.map(({ name, sql }) => [name, hashOf(sql)]));
      const { steps } = data.databases[owner.name];
      expect(steps.map(({ name }) => [name, known.get(name)])).toEqual(steps.map(({ name, hash }) => [name, hash]));
    }
  });

  it('holds the same people at every owner, and answers as they were recorded', async () => {
    const [nominal] = rowsOf('knowsley-iom', 'nominal').filter(({ id }) =>
      rowsOf('knowsley-iom', 'cohort_membership').some(
        (row) => row.subject_id === id && row.status === 'MEMBER' && row.member_until === null,
      ),
    );
    const police = await ask(
      running(),
      'merseyside-police.officer',
      'IOM_CASE_MANAGEMENT',
      `{ nominal(id: "${String(nominal?.id)}") { name birthPlace } nominals(first: 1) { totalCount } }`,
    );
    expect(police.errors).toBeUndefined();
    expect(police.data.nominal).toEqual({ name: nominal?.name, birthPlace: nominal?.birth_place });
    expect(police.data.nominals.totalCount).toBeGreaterThan(20);

    const [participant] = rowsOf('eri', 'participant');
    const staff = await ask(
      running(),
      'eri.staff',
      'OWN_CASE_WORK',
      `{ participant(id: "${String(participant?.id)}") { name } participants(first: 1) { totalCount } }`,
    );
    expect(staff).toEqual({
      data: {
        participant: { name: participant?.name },
        participants: { totalCount: rowsOf('eri', 'participant').length },
      },
    });

    const [ofHague] = rowsOf('safety-house', 'safety_case').filter(
      ({ process_manager: manager }) => manager === 'safety-house.process-manager',
    );
    const manager = await ask(
      running(),
      'safety-house.process-manager',
      'OWN_CASE_WORK',
      `{ case(id: "${String(ofHague?.id)}") { leadOrganisation municipality } }`,
    );
    expect(manager).toEqual({
      data: { case: { leadOrganisation: ofHague?.lead_organisation, municipality: ofHague?.municipality } },
    });
  });

  it('is asked for what the hub may not have kept then, and has no more of it than there was', async () => {
    const team = await ask(
      running(),
      'aftercare.case-worker',
      'AFTERCARE_RESETTLEMENT',
      '{ aftercareClients(first: 1) { totalCount } }',
    );
    const kept = rowsOf('safety-house', 'aftercare_client').length;
    expect(team.errors).toBeUndefined();
    // Of those that there were, the ones that the agreement lets this team see.
    expect(team.data.aftercareClients.totalCount).toBeGreaterThanOrEqual(Math.min(1, kept));
    expect(team.data.aftercareClients.totalCount).toBeLessThanOrEqual(kept);
  });

  it('is given the published figures that came since', async () => {
    const funder = await ask(
      running(),
      'pcc.commissioner',
      'PERFORMANCE_MONITORING',
      '{ referenceStatistics(first: 1) { totalCount } targets(first: 1) { totalCount } }',
    );
    expect(funder.errors).toBeUndefined();
    expect(funder.data.referenceStatistics.totalCount).toBeGreaterThan(0);
    expect(funder.data.targets.totalCount).toBeGreaterThan(0);
  });

  it('keeps its disclosure ledgers: what was recorded then and since is one chain', async () => {
    const { env } = running().address;
    const verified = await runProgram('ledger/command', env, ['verify', '--json'], PATIENCE_MS);
    expect(verified).toMatchObject({ exitCode: 0, errors: '' });
    const told = JSON.parse(verified.output) as { owner: string; size: number }[];
    const sizes = new Map(told.map(({ owner, size }) => [owner, size]));
    for (const { name } of OWNER_DEFINITIONS) {
      expect(sizes.get(name)).toBeGreaterThanOrEqual(rowsOf(name, 'disclosure_entry').length);
    }
    expect(sizes.get('eri')).toBeGreaterThan(rowsOf('eri', 'disclosure_entry').length);
  });
});
