// What the ledgers of the owners say of what was asked: all of it, nothing else, and in a chain that verifies.
import { generateKeyPairSync } from 'node:crypto';

import { LedgerVerifier } from '../../ledger/verify-ledger';
import type { LedgerEntry } from '../../ledger/entry';
import { type Answer, ask } from '../hub/hub';
import { readLedger } from '../hub/read-ledger';
import { recordsOf } from '../policy/seeded';

interface Told {
  readonly entry: LedgerEntry;
  readonly person: string | undefined;
  /** Coordinates by person. */
  readonly disclosed: Readonly<Record<string, readonly string[]>>;
  readonly withheld: Readonly<Record<string, readonly string[]>>;
}

/** What Knowsley's ledger says of one answer. */
async function toldOf(answer: Answer): Promise<readonly Told[]> {
  const { entries, texts } = await readLedger('knowsley-iom');
  return entries
    .filter(({ requestId }) => requestId === answer.headers.get('x-request-id'))
    .map((entry) => {
      const by = (kind: 'disclosed' | 'withheld') =>
        Object.fromEntries(
          entry.subjects.flatMap((subject) =>
            subject[kind].length === 0 ? [] : [[texts.get(subject.subject)?.text ?? '', subject[kind]]],
          ),
        );
      return { entry, person: texts.get(entry.person)?.text, disclosed: by('disclosed'), withheld: by('withheld') };
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
    const { texts } = await readLedger('knowsley-iom');
    expect(texts.get(told?.entry.justification ?? '')?.text).toBe('Prépare la visite de demain.');
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

  it('has no entry for what concerns nobody', async () => {
    const before = (await readLedger('exchange')).entries.length;
    await ask('pcc.commissioner', 'PERFORMANCE_MONITORING', '{ targets(first: 5) { edges { node { indicator } } } }');
    expect((await readLedger('exchange')).entries).toHaveLength(before);
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
    const { entries, texts } = await readLedger('knowsley-iom');
    const { publicKey } = generateKeyPairSync('ed25519');
    const verifier = new LedgerVerifier({ name: 'concordat/knowsley-iom', publicKey }, []);
    for (const entry of entries) {
      const committed = [entry.person, ...entry.subjects.map(({ subject }) => subject)];
      verifier.accept(
        entry,
        committed.map((commitment) => [commitment, texts.get(commitment) ?? { salt: '', text: '' }]),
      );
    }
    expect(verifier.finish()).toEqual({ size: entries.length, hash: entries.at(-1)?.hash });
    expect(entries.length).toBeGreaterThan(80);
  });
});
