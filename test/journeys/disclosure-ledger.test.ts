// What the ledgers of the owners say of what was asked: all of it, nothing else, and in a chain that verifies.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { LedgerVerifier } from '../../ledger/verify-ledger';
import type { LedgerEntry } from '../../ledger/entry';
import { commitmentsIn } from '../../ledger/ledger-lines';
import { LEDGER_NAMES } from '../../ledger/ledger-names';
import { type Answer, ask, hub } from '../hub/hub';
import { readLedger } from '../hub/read-ledger';
import { runProgram } from '../hub/run-program';
import { recordsOf } from '../policy/seeded';

interface Told {
  readonly entry: LedgerEntry;
  readonly person: string;
  readonly justification: string;
  /** Coordinates by person. */
  readonly disclosed: Readonly<Record<string, readonly string[]>>;
  readonly withheld: Readonly<Record<string, readonly string[]>>;
}

/** What Knowsley's ledger says of one answer. */
async function toldOf(answer: Answer): Promise<readonly Told[]> {
  const lines = await readLedger('knowsley-iom');
  return lines
    .filter(({ entry }) => entry.requestId === answer.headers.get('x-request-id'))
    .map(({ entry, texts }) => {
      const textOf = (commitment: string | null) => texts.find((text) => text.commitment === commitment)?.text ?? '';
      const by = (kind: 'disclosed' | 'withheld') =>
        Object.fromEntries(
          entry.subjects.flatMap((subject) =>
            subject[kind].length === 0 ? [] : [[textOf(subject.subject), subject[kind]]],
          ),
        );
      return {
        entry,
        person: textOf(entry.person),
        justification: textOf(entry.justification),
        disclosed: by('disclosed'),
        withheld: by('withheld'),
      };
    });
}

const OFFICER = 'merseyside-police.officer';
const inCohort = () => {
  const [membership] = recordsOf('CohortMembership').filter(({ shownTo }) =>
    shownTo.status?.includes(`${OFFICER}:IOM_CASE_MANAGEMENT`),
  );
  return membership?.subject ?? '';
};

describe('the disclosure ledger of an owner', () => {
  it('says who was given which values of whom, for what and by which clause', async () => {
    const id = inCohort();
    const answer = await ask(
      OFFICER,
      'IOM_CASE_MANAGEMENT',
      `{ nominal(id: "${id}") { name aliases cohortMemberships { status } } }`,
      undefined,
      { 'x-case-reference': 'KN-1', 'x-justification': encodeURIComponent('Prépare la visite de demain.') },
    );
    expect(answer.errors).toEqual([]);
    const [told, ...more] = await toldOf(answer);
    expect(more).toEqual([]);
    expect(told?.person).toBe(OFFICER);
    expect(told?.entry).toMatchObject({
      organisation: 'merseyside-police',
      role: 'officer',
      purpose: 'IOM_CASE_MANAGEMENT',
      caseReference: 'KN-1',
      protocols: ['KIOM-CORE@1.0.0'],
      outcome: 'disclosed',
    });
    expect(told?.entry.clauses.every((clause) => clause.startsWith('KIOM-CORE/'))).toBe(true);
    expect(Object.keys(told?.disclosed ?? {})).toEqual([id]);
    expect(told?.disclosed[id]).toEqual(expect.arrayContaining(['CohortMembership.status', 'Nominal.name']));
    expect(told?.justification).toBe('Prépare la visite de demain.');
  });

  it('names no value that was null, and nobody who was hidden', async () => {
    const answer = await ask(OFFICER, 'IOM_CASE_MANAGEMENT', '{ nominals(first: 5) { edges { node { id name } } } }');
    const shown = (answer.data?.nominals.edges as { node: { id: string; name: string } }[]).map(({ node }) => node.id);
    const [told] = await toldOf(answer);
    expect(Object.keys(told?.disclosed ?? {}).sort()).toEqual([...shown].sort());
    expect(told?.entry.rowCount).toBe(5);
    expect(told?.withheld).toEqual({});
  });

  it('has the lookup of somebody who is hidden as one of an unknown id', async () => {
    const hidden = recordsOf('Nominal').find(({ shownTo }) =>
      shownTo.givenName?.every((by) => !by.startsWith('mals.mentor:')),
    );
    for (const id of [hidden?.id ?? '', 'kn-nobody']) {
      const answer = await ask('mals.mentor', 'MENTORING_SUPPORT', `{ nominal(id: "${id}") { givenName } }`);
      expect(answer.data).toEqual({ nominal: null });
      const [told] = await toldOf(answer);
      expect(told?.entry).toMatchObject({ outcome: 'withheld', rowCount: 0 });
      expect(told?.disclosed).toEqual({});
      expect(told?.withheld).toEqual({ [id]: ['Query.nominal'] });
    }
  });

  it('has what is told without any field of a record: that it is there, a comparison, an explanation', async () => {
    const id = inCohort();
    const scores = recordsOf('CorvusScore').filter(({ subject }) => subject === id);
    const [one, other] = [scores[0]?.id ?? '', scores[1]?.id ?? ''];
    const asked = [
      await ask(OFFICER, 'IOM_CASE_MANAGEMENT', `{ nominal(id: "${id}") { __typename } }`),
      await ask(OFFICER, 'IOM_CASE_MANAGEMENT', `{ person(id: "${id}") { nominal { __typename } } }`),
      await ask(OFFICER, 'IOM_CASE_MANAGEMENT', `{ compareScores(id: "${one}", otherId: "${other}") { __typename } }`),
      await ask(
        'knowsley.dpo',
        'OVERSIGHT',
        `{ explainAccess(persona: "nps.probation-officer", purpose: "OWN_CASE_WORK", subject: "${id}") { knowsley { asAt } } }`,
      ),
    ];
    for (const answer of asked) {
      const [told] = await toldOf(answer);
      expect(Object.keys(told?.disclosed ?? {})).toEqual([id]);
    }
  });

  it('has no entry for what concerns nobody', async () => {
    const before = (await readLedger('exchange')).length;
    await ask('pcc.commissioner', 'PERFORMANCE_MONITORING', '{ targets(first: 5) { edges { node { indicator } } } }');
    expect(await readLedger('exchange')).toHaveLength(before);
  });

  it('verifies from the first entry to the last after many parallel requests', async () => {
    await Promise.all(
      Array.from({ length: 80 }, (_, index) =>
        ask(
          OFFICER,
          'IOM_CASE_MANAGEMENT',
          `{ nominals(first: ${String((index % 7) + 1)}) { edges { node { name } } } }`,
        ),
      ),
    );
    const lines = await readLedger('knowsley-iom');
    const verifier = new LedgerVerifier();
    for (const { entry, texts } of lines) verifier.accept(entry, texts);
    expect(verifier.finish()).toEqual({ size: lines.length, hash: lines.at(-1)?.entry.hash });
    expect(lines.length).toBeGreaterThan(80);
    // Every commitment of these can be opened, for nothing of them was erased yet.
    expect(lines.slice(-80).every(({ entry, texts }) => texts.length === commitmentsIn(entry).length)).toBe(true);
  });

  it('is verified by a command, and an export of it without the hub; what was altered in it is named', async () => {
    const verified = await runProgram('ledger/command', hub.env, ['verify', '--json']);
    expect(verified).toMatchObject({ exitCode: 0 });
    const told = JSON.parse(verified.output) as { owner: string; size: number }[];
    expect(told.map(({ owner }) => owner)).toEqual(LEDGER_NAMES);

    const exported = await runProgram('ledger/command', hub.env, ['export', '--owner', 'knowsley-iom']);
    const file = path.join(hub.dataFolder, 'export.jsonl');
    writeFileSync(file, exported.output);
    expect(await runProgram('ledger/command', {}, ['verify', '--file', file])).toMatchObject({ exitCode: 0 });

    const lines = exported.output.split('\n');
    const third = lines.findIndex((line) => line.startsWith('{"entry":{"sequence":3,'));
    lines[third] = lines[third]?.replace(/"rowCount":\d+/, '"rowCount":77') ?? '';
    writeFileSync(file, lines.join('\n'));
    const altered = await runProgram('ledger/command', {}, ['verify', '--json', '--file', file]);
    expect(altered.exitCode).toBe(1);
    expect(JSON.parse(altered.output)).toEqual([{ owner: 'knowsley-iom', sequence: 3, kind: 'ALTERED' }]);
  });

  it.each([
    [
      ['verify', '--owner', 'turin'],
      'There is no owner turin: name knowsley-iom, safety-house, eri, exchange, gateway or all',
    ],
    [['verify', '--file', 'no-such-file'], 'There is no file no-such-file'],
  ])('tells what is wrong with %j', async (given, message) => {
    const ended = await runProgram('ledger/command', hub.env, given);
    expect(ended).toEqual({ exitCode: 1, output: '', errors: `${message}\n` });
  });
});
