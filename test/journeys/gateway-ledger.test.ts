// What the gateway's own ledger says of what reached no owner (DOMAIN.md C.1, tests 1, 2 and 5).
import type { LedgerLine } from '../../ledger/ledger-lines';
import { gatewaysLedger } from '../../ledger/ledger-sources';
import { LedgerVerifier } from '../../ledger/verify-ledger';
import { comparable, UNKNOWN_ID } from '../acceptance/answers';
import { type Answer, ask, hub } from '../hub/hub';
import { readLedger } from '../hub/read-ledger';
import { recordsOf } from '../policy/seeded';

async function gatewayLines(): Promise<readonly LedgerLine[]> {
  const lines: LedgerLine[] = [];
  for await (const line of gatewaysLedger(hub.env).lines()) lines.push(line);
  return lines;
}

/** What these lines say of an answer, with the id that it was about called ID, and without what no two entries share. */
function toldOf(lines: readonly LedgerLine[], answer: Answer, id: string): readonly unknown[] {
  return lines
    .filter(({ entry }) => entry.requestId === answer.headers.get('x-request-id'))
    .map(({ entry, texts }) => {
      const {
        sequence: _place,
        time: _time,
        requestId: _request,
        previousHash: _previous,
        hash: _hash,
        ...said
      } = entry;
      const textOf = (commitment: string | null) => {
        const text = texts.find((kept) => kept.commitment === commitment)?.text;
        return text === id ? 'ID' : text;
      };
      return {
        ...said,
        person: textOf(entry.person),
        justification: textOf(entry.justification),
        subjects: entry.subjects.map((subject) => ({ ...subject, subject: textOf(subject.subject) })),
      };
    });
}

const mentees = () =>
  recordsOf('Nominal').filter(({ shownTo }) => shownTo.givenName?.includes('mals.mentor:MENTORING_SUPPORT'));
const MENTEE =
  'query ($id: ID!) { nominal(id: $id) { givenName corvusScores { band } intelligenceReports { text } offences { code } } costOfCrime(id: $id) { id } }';

describe('the ledger of the gateway', () => {
  it('has one refusal per category that a mentor asks of an own mentee in vain (C.1 test 1)', async () => {
    const id = mentees()[0]?.id ?? '';
    const answer = await ask('mals.mentor', 'MENTORING_SUPPORT', MENTEE, { id });
    expect(answer.data?.nominal.givenName).toEqual(expect.any(String));
    expect(answer.errors.map(({ extensions }) => extensions['category']).sort()).toEqual(
      [...new Set(answer.errors.map(({ extensions }) => extensions['category']))].sort(),
    );
    const coordinates = answer.errors.map(({ extensions }) => String(extensions['coordinate'])).sort();
    expect(coordinates.length).toBeGreaterThanOrEqual(3);
    expect(toldOf(await gatewayLines(), answer, id)).toMatchObject([
      {
        person: 'mals.mentor',
        outcome: 'withheld',
        subjects: [{ subject: 'ID', disclosed: [], withheld: coordinates }],
      },
    ]);
    const fetches = await answer.fetches();
    expect(fetches.length).toBeGreaterThan(0);
    for (const { body } of fetches) {
      expect(body).not.toMatch(/corvusScores|costOfCrime|intelligenceReports|offences/);
    }
  });

  it("has a mentor's question for the mentee of another as one for an unknown id, and so has the owner's (C.1 test 2)", async () => {
    const own = new Set(mentees().map(({ id }) => id));
    const other = recordsOf('Nominal').find(
      ({ id, values }) => !own.has(id) && typeof values.givenName === 'string' && values.givenName !== '',
    );
    expect(own.size).toBeGreaterThan(0);
    const ids = [other?.id ?? '', UNKNOWN_ID] as const;
    const [hidden, unknown] = [
      await ask('mals.mentor', 'MENTORING_SUPPORT', MENTEE, { id: ids[0] }),
      await ask('mals.mentor', 'MENTORING_SUPPORT', MENTEE, { id: ids[1] }),
    ];
    expect(comparable(hidden)).toEqual(comparable(unknown));
    for (const lines of [await gatewayLines(), await readLedger('knowsley-iom')]) {
      const told = toldOf(lines, hidden, ids[0]);
      expect(told).toMatchObject([{ outcome: 'withheld', subjects: [{ subject: 'ID', disclosed: [] }] }]);
      expect(toldOf(lines, unknown, ids[1])).toEqual(told);
    }
  });

  it.each([
    ['researcher', 'ljmu.researcher', 'PERFORMANCE_MONITORING'],
    ['aftercare provider', 'aftercare.case-worker', 'AFTERCARE_RESETTLEMENT'],
    ['police without approval', 'politie-haaglanden.officer', 'EXTREMISM_PREVENTION'],
  ])('tells of an extremism case to a %s nothing but of an unknown id (C.1 test 5)', async (_who, persona, purpose) => {
    const proposed = recordsOf('ExtremismCase').find(
      ({ values, shownTo }) =>
        values.state === 'PROPOSED' && !shownTo.summary?.some((by) => by === `${persona}:${purpose}`),
    );
    expect(proposed?.values.subjectName).toEqual(expect.any(String));
    const query = 'query ($id: ID!) { extremismCase(id: $id) { subjectName state summary } }';
    const ids = [proposed?.id ?? '', UNKNOWN_ID] as const;
    const hidden = await ask(persona, purpose, query, { id: ids[0] });
    const unknown = await ask(persona, purpose, query, { id: ids[1] });
    expect(comparable(hidden)).toEqual(comparable(unknown));
    const ledgers = [await gatewayLines(), await readLedger('safety-house')];
    const told = ledgers.map((lines) => toldOf(lines, hidden, ids[0]));
    expect(told.flat().length).toBeGreaterThan(0);
    expect(ledgers.map((lines) => toldOf(lines, unknown, ids[1]))).toEqual(told);
  });

  it('is a chain that verifies', async () => {
    const verifier = new LedgerVerifier();
    const lines = await gatewayLines();
    for (const { entry, texts } of lines) verifier.accept(entry, texts);
    expect(lines.length).toBeGreaterThan(0);
    expect(verifier.finish()).toMatchObject({ size: lines.length });
  });
});
