import { MemoryStore } from '../ledger/fixture/memory-store';
import { LedgerWriter } from '../ledger/ledger-writer';

import { type FixtureCaller, fixtureCallers } from './fixture/fixture-callers';
import {
  type FixtureGateway,
  type FixtureOwners,
  startFixtureGateway,
  startFixtureOwners,
} from './fixture/start-fixture';

let owners: FixtureOwners;
let fixture: FixtureGateway;
let mentor: FixtureCaller;
let police: FixtureCaller;
let store: MemoryStore;

beforeAll(async () => {
  owners = await startFixtureOwners();
});
beforeEach(async () => {
  store = new MemoryStore();
  fixture = await startFixtureGateway(owners, { ledger: new LedgerWriter(store) });
  ({ mentor, police } = await fixtureCallers(fixture));
});
afterEach(() => fixture.close());
afterAll(() => owners.close());

const textOf = (commitment: string | undefined) => store.texts.find((text) => text.commitment === commitment)?.text;
const told = () =>
  store.entries.map(({ person, subjects, outcome, clauses, rowCount }) => ({
    person: textOf(person),
    subjects: subjects.map(({ subject, disclosed, withheld }) => [textOf(subject), disclosed, withheld]),
    outcome,
    clauses,
    rowCount,
  }));

describe('a refusal at the gateway', () => {
  it('names whom it was about, and every coordinate, in one entry under the id of the answer', async () => {
    const { headers } = await mentor.ask({
      query: 'query ($id: ID!) { subject(id: $id) { givenName name postcode } other: subject(id: "2") { name } }',
      variables: { id: '1' },
    });
    expect(store.entries.map(({ requestId }) => requestId)).toEqual([headers.get('x-request-id')]);
    expect(told()).toEqual([
      {
        person: 'mals.mentor',
        subjects: [
          ['1', [], ['Subject.name', 'Subject.postcode']],
          ['2', [], ['Subject.name']],
        ],
        outcome: 'withheld',
        clauses: expect.arrayContaining(['NARROW/R']),
        rowCount: 0,
      },
    ]);
    expect(textOf(store.entries[0]?.justification ?? '')).toBe('A visit tomorrow');
  });

  it('is on record where nobody is named', async () => {
    await mentor.ask('{ subjects { edges { node { givenName name } } } }');
    expect(told()).toMatchObject([{ subjects: [['*', [], ['Subject.name']]], outcome: 'withheld' }]);
  });

  it('of the purpose is on record, and nothing else that was not refused', async () => {
    const why = { 'x-purpose': 'REFERRAL', 'x-case-reference': 'KN-1' };
    expect((await mentor.ask('{ ruleVersion }', why)).status).toBe(403);
    expect(store.entries).toMatchObject([
      { purpose: 'REFERRAL', outcome: 'refused', subjects: [], caseReference: 'KN-1' },
    ]);
    expect(textOf(store.entries[0]?.justification ?? '')).toBe('A visit tomorrow');
    await mentor.ask('{ __schema { queryType { name } } }');
    await mentor.ask('{ nonsense }');
    await mentor.ask('{ ruleVersion }', { authorization: 'Bearer x' });
    await police.ask('{ subject(id: "1") { givenName name } }');
    expect(store.entries).toHaveLength(1);
  });

  it('of the purpose is on record without what could not be read', async () => {
    const why = { 'x-purpose': 'REFERRAL', 'x-justification': 'short', 'x-case-reference': 'x'.repeat(101) };
    expect((await mentor.ask('{ ruleVersion }', why)).status).toBe(403);
    expect(store.entries).toMatchObject([{ purpose: 'REFERRAL', caseReference: null, justification: null }]);
  });

  it('of a part of a mutation is on record as one of the whole', async () => {
    const { body } = await mentor.ask('mutation { rename(id: "1") { subject { givenName } before } }');
    expect(body.data ?? null).toEqual(null);
    expect(told()).toMatchObject([{ subjects: [['1', [], ['Rename.before']]], outcome: 'refused' }]);
  });

  it('that cannot be recorded: nothing of the answer leaves, and it recovers by itself', async () => {
    const query = '{ subject(id: "1") { givenName name } }';
    store.failure = 'before';
    const { body } = await mentor.ask(query);
    expect([body.data ?? null, body.errors?.map(({ extensions }) => extensions['code'])]).toEqual([
      null,
      ['LEDGER_UNAVAILABLE'],
    ]);
    expect(
      (await mentor.ask('{ ruleVersion }', { 'x-purpose': 'REFERRAL' })).body.errors?.[0]?.extensions['code'],
    ).toBe('LEDGER_UNAVAILABLE');
    expect((await mentor.ask('{ __schema { queryType { name } } }')).status).toBe(200);
    expect((await fetch(`${fixture.gateway.url}/livez`)).status).toBe(200);
    store.failure = undefined;
    expect((await mentor.ask(query)).body.data).toEqual({ subject: { givenName: 'GIVEN-1', name: null } });
    expect(store.entries).toHaveLength(1);
  });
});
