// DOMAIN C.1, what stands over the single agreements: purposes, what loads at all, and what a recipient may pass on.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { OWNER_NAMES } from '../../schema/owners';
import { ask, askWith, hub, setFault } from '../hub/hub';
import { withMarkedDatabase } from '../hub/marked-database';
import { ownPorts } from '../hub/own-ports';
import { runProgram } from '../hub/run-program';
import { copyAgreements } from './copy-agreements';

describe('C.1 test 13: a person with two agreements', () => {
  it.each([
    [
      'kmbc.iom-coordinator',
      'OWN_CASE_WORK',
      'IOM_CASE_MANAGEMENT',
      '{ costsOfCrime(first: 1) { edges { node { band } } } }',
    ],
    [
      'nps.probation-officer',
      'OWN_CASE_WORK',
      'IOM_CASE_MANAGEMENT',
      '{ corvusScores(first: 1) { edges { node { score } } } }',
    ],
    [
      'cisap.social-worker',
      'OWN_CASE_WORK',
      'EMPLOYMENT_PLACEMENT',
      '{ placements(first: 1) { edges { node { skillArea } } } }',
    ],
    [
      'cisap.social-worker',
      'EMPLOYMENT_PLACEMENT',
      'OWN_CASE_WORK',
      '{ invitations(first: 1) { edges { node { legalStatus } } } }',
    ],
    [
      'politie-haaglanden.officer',
      'OWN_CASE_WORK',
      'CASE_CONFERENCE',
      '{ cases(first: 1) { edges { node { stage } } } }',
    ],
  ])('%s is told nothing for %s that only %s allows: %s', async (persona, without, allowing, query) => {
    const list = /\{ (\w+)/.exec(query)?.[1] ?? '';
    const allowed = await ask(persona, allowing, query);
    expect(allowed.errors).toEqual([]);
    const [first] = allowed.data?.[list].edges as { node: Record<string, unknown> }[];
    expect(Object.values(first?.node ?? {})).toEqual([expect.anything()]);

    const refused = await ask(persona, without, query);
    expect(refused.data).toEqual({ [list]: null });
    expect(refused.errors).toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'WITHHELD_BY_PROTOCOL' }) }),
    ]);
    expect(await refused.fetches()).toEqual([]);
  });
});

describe('C.1 test 14: a misspelt predicate', () => {
  it.each([['start'], ['gateway/main'], ['subgraphs/exchange/main']])(
    'ends %s with 1, naming the file, the clause and the predicate',
    async (program) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'concordat-test-'));
      try {
        const agreements = copyAgreements(folder);
        const file = path.join(agreements, 'kiom-core.yaml');
        const text = readFileSync(file, 'utf8');
        expect(text).toContain('subjectInCohort');
        writeFileSync(file, text.replace('subjectInCohort', 'subjectInCohrot'));
        const { exitCode, output, errors } = await runProgram(
          program,
          {
            ...(await ownPorts()),
            PROTOCOLS_DIR: agreements,
            CONCORDAT_DATA_DIR: path.join(folder, 'data'),
          },
          [],
          150_000,
        );
        expect(exitCode).toBe(1);
        const line = `${errors}\n${output}`.split('\n').find((candidate) => candidate.includes('subjectInCohrot'));
        expect(line).toMatch(/kiom-core\.yaml/);
        // What was meant is said as well.
        expect(line).toContain('subjectInCohort');
        expect(`${output}${errors}`).not.toMatch(/^\s+at .+:\d+:\d+/m);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    170_000,
  );
});

describe('C.1 test 15: recipients', () => {
  it('are refused when the agreements load, if one is a class, an organisation, a role that there is not or no signatory', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'concordat-test-'));
    try {
      const agreements = copyAgreements(folder);
      const file = path.join(agreements, 'kiom-core.yaml');
      const text = readFileSync(file, 'utf8');
      const wrong = ['POLICE', 'merseyside-police', 'merseyside-police.mentor', 'politie-haaglanden.officer'];
      const changed = text.replace('police: [merseyside-police.officer]', `police: [${wrong.join(', ')}]`);
      expect(changed).not.toBe(text);
      writeFileSync(file, changed);
      const { exitCode, output, errors } = await runProgram('gateway/main', {
        ...(await ownPorts()),
        PROTOCOLS_DIR: agreements,
        CONCORDAT_DATA_DIR: path.join(folder, 'data'),
      });
      expect(exitCode).toBe(1);
      const faults = `${errors}${output}`.split('\n').filter((line) => line.includes('kiom-core.yaml'));
      for (const recipient of wrong) {
        expect(faults).toContainEqual(expect.stringMatching(new RegExp(`(^|[\\s"'])${recipient}([\\s"',:;]|$)`)));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  const POLICE_OF_KNOWSLEY =
    '{ nominals(first: 1) { totalCount edges { node { name } } } offences(first: 1) { edges { node { code } } } }';
  const TRIANGLE = '{ extremismCases(first: 1) { totalCount edges { node { summary } } } }';

  it('gives Politie Haaglanden nothing by KIOM-CORE, and Merseyside Police what it has', async () => {
    const permitted = await ask('merseyside-police.officer', 'IOM_CASE_MANAGEMENT', POLICE_OF_KNOWSLEY);
    expect(permitted.data?.nominals.edges).toEqual([{ node: { name: expect.any(String) } }]);
    const otherPurpose = await ask('politie-haaglanden.officer', 'IOM_CASE_MANAGEMENT', POLICE_OF_KNOWSLEY);
    expect(otherPurpose.errors.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_NOT_ALLOWED']);
    expect(otherPurpose.data ?? null).toBeNull();
    const shared = await ask('politie-haaglanden.officer', 'CROSS_BORDER_CASE', POLICE_OF_KNOWSLEY);
    // XJ-LOOKUP shows a person whom a grant covers, and there is none.
    expect(shared.data).toEqual({ nominals: { totalCount: 0, edges: [] }, offences: { edges: [] } });
  });

  it('gives Merseyside Police nothing by SHH-EXTREMISM, and Politie Haaglanden what it has', async () => {
    const permitted = await ask('politie-haaglanden.officer', 'EXTREMISM_PREVENTION', TRIANGLE);
    expect(permitted.data?.extremismCases.edges).toEqual([{ node: { summary: expect.any(String) } }]);
    const otherPurpose = await ask('merseyside-police.officer', 'EXTREMISM_PREVENTION', TRIANGLE);
    expect(otherPurpose.errors.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_NOT_ALLOWED']);
    const shared = await ask('merseyside-police.officer', 'CROSS_BORDER_CASE', TRIANGLE);
    expect(shared.data).toEqual({ extremismCases: null });
    expect(await shared.fetches()).toEqual([]);
  });
});

describe('C.1 test 21: what an owner received', () => {
  it('is refused by the gateway and by every other owner, and answered by the owner it was for', async () => {
    const query = '{ participants(first: 1) { edges { node { name } } } }';
    await setFault('eri', 'down');
    const unanswered = await ask('eri.staff', 'OWN_CASE_WORK', query);
    await setFault('eri', 'none');
    const received = (await unanswered.fetches()).find(({ owner }) => owner === 'eri');
    if (received?.token === undefined) throw new Error('ERI was sent nothing');
    const { token, body } = received;

    const atGateway = await askWith({ authorization: `Bearer ${token}`, 'x-purpose': 'OWN_CASE_WORK' }, query);
    expect(atGateway.status).toBe(401);
    expect(atGateway.errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    const asHeader = await askWith({ 'txn-token': token, 'x-purpose': 'OWN_CASE_WORK' }, query);
    expect(asHeader.errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);

    const post = (owner: string): Promise<Response> =>
      fetch(`${hub.ownerUrls[owner] ?? ''}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'txn-token': token },
        body,
      });
    for (const owner of OWNER_NAMES.filter((name) => name !== 'eri')) expect((await post(owner)).status).toBe(401);
    expect((await post('eri')).status).toBe(200);
  });
});

describe('C.1 test 23: a proposed agreement', () => {
  it('stops the start on a database of real people, in one line that says so', async () => {
    await withMarkedDatabase('eri', 'real', async (env) => {
      const { exitCode, output, errors } = await runProgram(
        'subgraphs/eri/main',
        { ...(await ownPorts()), ...env },
        [],
        100_000,
      );
      expect(exitCode).toBe(1);
      expect(`${errors}${output}`).toMatch(/eri-placement\.yaml.*proposed.*not marked synthetic/);
      expect(`${errors}${output}`).not.toMatch(/^\s+at .+:\d+:\d+/m);
    });
  }, 120_000);

  it('stops the start on a database that holds people and carries no mark', async () => {
    await withMarkedDatabase('eri', 'unmarked', async (env) => {
      const { exitCode, output, errors } = await runProgram(
        'subgraphs/eri/main',
        { ...(await ownPorts()), ...env },
        [],
        100_000,
      );
      expect(exitCode).toBe(1);
      expect(`${errors}${output}`).toMatch(/not marked/);
    });
  }, 120_000);
});
