// What the gateway's own ledger says of what reached no owner (DOMAIN.md C.1, tests 1 and 5).
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type LedgerLine, readLine } from '../../ledger/ledger-lines';
import type { CommittedText } from '../../ledger/ledger-writer';
import { LedgerVerifier } from '../../ledger/verify-ledger';
import { type Answer, ask, hub } from '../hub/hub';
import { recordsOf } from '../policy/seeded';

const file = (name: string): readonly string[] =>
  readFileSync(path.join(hub.dataFolder, 'databases/gateway', name), 'utf8')
    .split('\n')
    .slice(0, -1);
const entries = () =>
  file('ledger.jsonl')
    .slice(1)
    .map((line) => (readLine(line) as LedgerLine).entry);

function toldOf(answer: Answer) {
  const texts = new Map(
    file('texts.jsonl')
      .map((line) => JSON.parse(line) as CommittedText)
      .map((text) => [text.commitment, text.text]),
  );
  return entries()
    .filter(({ requestId }) => requestId === answer.headers.get('x-request-id'))
    .map(({ person, outcome, subjects }) => ({
      person: texts.get(person),
      outcome,
      subjects: subjects.map(({ subject, disclosed, withheld }) => [texts.get(subject), disclosed, withheld]),
    }));
}

describe('the ledger of the gateway', () => {
  it('has one refusal per category that a mentor asks of an own mentee in vain (C.1 test 1)', async () => {
    const mentee = recordsOf('Nominal').find(({ shownTo }) =>
      shownTo.givenName?.includes('mals.mentor:MENTORING_SUPPORT'),
    );
    const id = mentee?.id ?? '';
    const answer = await ask(
      'mals.mentor',
      'MENTORING_SUPPORT',
      'query ($id: ID!) { nominal(id: $id) { givenName corvusScores { band } intelligenceReports { text } offences { code } } costOfCrime(id: $id) { id } }',
      { id },
    );
    expect(answer.data?.nominal.givenName).toEqual(expect.any(String));
    expect(answer.errors.map(({ extensions }) => extensions['category']).sort()).toEqual(
      [...new Set(answer.errors.map(({ extensions }) => extensions['category']))].sort(),
    );
    const coordinates = answer.errors.map(({ extensions }) => String(extensions['coordinate'])).sort();
    expect(coordinates.length).toBeGreaterThanOrEqual(3);
    expect(toldOf(answer)).toEqual([{ person: 'mals.mentor', outcome: 'withheld', subjects: [[id, [], coordinates]] }]);
    for (const { body } of await answer.fetches()) {
      expect(body).not.toMatch(/corvusScores|costOfCrime|intelligenceReports/);
    }
  });

  it('is a chain that verifies', () => {
    const verifier = new LedgerVerifier();
    const all = entries();
    for (const entry of all) verifier.accept(entry);
    expect(all.length).toBeGreaterThan(0);
    expect(verifier.finish()).toMatchObject({ size: all.length });
  });
});
