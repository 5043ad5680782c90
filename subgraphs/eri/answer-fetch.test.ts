import path from 'node:path';

import pino from 'pino';
import { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';

import { MemoryStore } from '../../ledger/fixture/memory-store';
import { LedgerWriter } from '../../ledger/ledger-writer';
import { loadProtocols } from '../../protocols/load-protocols';
import type { ProtocolSet } from '../../protocols/protocol';
import type { Requester } from '../../schema/requester';
import { ownerGraph, ownerRoutes } from '../common/serving/create-owner';
import { createOwnerMetrics } from '../common/serving/owner-metrics';
import { eri } from './definition';

// What an owner decides by itself, whatever the gateway lets through. The database is played: it finds the same rows
// for every question, and any condition holds for those people alone who are named as holding.
const ROW = {
  id: 'it-1',
  subject_id: 'it-1',
  given_name: 'GIVEN-NAME',
  address: 'SECRET-ADDRESS',
  attended: true,
};

interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const graph = ownerGraph(eri);
const protocols = loadProtocols(path.join(__dirname, '../../protocols/agreements'), { synthetic: true });

/** The shipped agreements, but social services are told of the needs of adults alone: a condition of its own. */
const stricter: ProtocolSet = {
  ...protocols,
  protocols: protocols.protocols.map((protocol) => ({
    ...protocol,
    clauses: protocol.clauses.map((clause) =>
      clause.id === 'social-needs' ? { ...clause, when: [...clause.when, { name: 'adult', arguments: {} }] } : clause,
    ),
  })),
};

/** The shipped agreements, but a mentor is shown more of the adults of the group than that they are in it. */
const ofAdults: ProtocolSet = {
  ...protocols,
  protocols: protocols.protocols.map((protocol) => ({
    ...protocol,
    clauses: protocol.clauses.flatMap((clause) =>
      clause.id === 'eri-mentor-group'
        ? [
            { ...clause, when: [...clause.when, { name: 'adult', arguments: {} }] },
            {
              ...clause,
              id: 'in-the-group',
              permits: clause.permits.map((one) => ({ ...one, level: 'FLAG' as const })),
            },
          ]
        : [clause],
    ),
  })),
};

function playedOwner(
  holding: readonly string[],
  uncategorised?: string,
  agreements: ProtocolSet = protocols,
  conditions = '',
) {
  const statements: Statement[] = [];
  const query = (sql: string, values: readonly unknown[] = []): Promise<unknown[]> => {
    statements.push({ sql, values });
    if (sql.includes('conditions_hold')) {
      const [keys = []] = values as readonly (readonly string[])[];
      const held = keys.filter((key) => key.includes(conditions));
      return Promise.resolve(held.flatMap((key) => holding.map((id) => ({ key, id, subject_id: id }))));
    }
    return Promise.resolve(sql.startsWith('select set_config') ? [] : [ROW]);
  };
  const runner = {
    startTransaction: () => Promise.resolve(),
    commitTransaction: () => Promise.resolve(),
    release: () => Promise.resolve(),
    isTransactionActive: true,
    isReleased: false,
    query,
    manager: { query },
  };
  const application = { createQueryRunner: () => runner } as unknown as DataSource; // all that a request uses of it
  let requester: Requester = {
    person: 'eri.mentor',
    organisation: 'eri',
    role: 'mentor',
    jurisdiction: 'IT',
    purpose: 'OWN_CASE_WORK',
    requestId: 'request-1',
  };
  const { permissionMap } = graph.catalogue;
  const fields = new Map([...permissionMap.fields].filter(([coordinate]) => coordinate !== uncategorised));
  const ledger = new MemoryStore();
  const route = ownerRoutes({
    name: 'eri',
    graph: { ...graph, catalogue: { ...graph.catalogue, permissionMap: { ...permissionMap, fields } } },
    store: { application, applicationRole: 'nobody', maintenance: application, close: () => Promise.resolve() },
    ledger: new LedgerWriter(ledger),
    flushesBeside: true,
    verify: () => Promise.resolve(requester),
    clock: { now: () => new Date('2026-03-01T12:00:00Z') },
    log: pino({ level: 'silent' }),
    metrics: createOwnerMetrics(new Registry()),
    protocols: () => agreements,
  }).find((candidate) => candidate.method === 'POST');
  return {
    statements,
    ledger,
    ask: async (question: string, as: Partial<Requester> = {}) => {
      statements.length = 0;
      requester = { ...requester, ...as };
      const reply = await route?.handle({
        method: 'POST',
        path: '/graphql',
        query: new URLSearchParams(),
        headers: {},
        body: Buffer.from(JSON.stringify({ query: question })),
        remoteAddress: '127.0.0.1',
        signal: new AbortController().signal,
      });
      const text = String(reply?.body);
      const { data, errors } = JSON.parse(text) as { data: unknown; errors?: { path?: unknown; extensions: object }[] };
      return { text, data, errors: errors ?? [] };
    },
  };
}

const people = (fields: string, given = ''): string => `{ participants${given} { edges { node { ${fields} } } } }`;

describe('an owner', () => {
  it('withholds what its own agreements do not permit, and asks its database nothing for it', async () => {
    const { ask, statements } = playedOwner(['it-1']);
    const { data, errors } = await ask('{ invitations { edges { node { id } } } }');
    expect(data).toEqual({ invitations: null });
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['invitations'],
        extensions: expect.objectContaining({
          code: 'WITHHELD_BY_PROTOCOL',
          coordinate: 'Query.invitations',
        }) as object,
      }),
    ]);
    expect(statements).toEqual([]);
  });

  it('withholds a field that is not permitted of a record that is shown', async () => {
    const { text, data } = await playedOwner(['it-1']).ask(people('givenName address'));
    expect(data).toEqual({ participants: { edges: [{ node: { givenName: 'GIVEN-NAME', address: null } }] } });
    expect(text).not.toContain('SECRET-ADDRESS');
  });

  it('has on record what it gave and what it withheld of whom before it answers', async () => {
    const { ask, ledger } = playedOwner(['it-1']);
    await ask(people('givenName address'));
    expect(ledger.entries).toHaveLength(1);
    const [entry] = ledger.entries;
    expect(entry).toMatchObject({ purpose: 'OWN_CASE_WORK', outcome: 'disclosed', rowCount: 1 });
    expect(entry?.subjects).toHaveLength(1);
    expect(entry?.subjects[0]).toMatchObject({
      disclosed: ['Participant.givenName'],
      withheld: ['Participant.address'],
    });
    expect(ledger.texts.map(({ text }) => text).sort()).toEqual(['eri.mentor', 'it-1']);
  });

  it('discloses nothing that it cannot record, and goes on when it can again', async () => {
    const { ask, ledger } = playedOwner(['it-1']);
    ledger.failure = 'before';
    const refused = await ask(people('givenName'));
    expect(refused.text).not.toContain('GIVEN-NAME');
    expect(refused.errors).toEqual([expect.objectContaining({ extensions: { code: 'LEDGER_UNAVAILABLE' } })]);
    ledger.failure = undefined;
    expect((await ask(people('givenName'))).text).toContain('GIVEN-NAME');
  });

  it('denies a field that does not say what it discloses', async () => {
    const { text } = await playedOwner(['it-1'], 'Participant.givenName').ask(people('givenName'));
    expect(text).toContain('"givenName":null');
  });

  it('explains what a condition withholds, where existence is not sensitive', async () => {
    const { data, errors } = await playedOwner(['it-1'], undefined, ofAdults, 'ownGroup').ask(people('givenName'));
    expect(data).toEqual({ participants: { edges: [{ node: { givenName: null } }] } });
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['participants', 'edges', 0, 'node', 'givenName'],
        extensions: expect.objectContaining({ protocol: 'OWN-WORK', clause: 'eri-mentor-group' }) as object,
      }),
    ]);
  });

  it('shows no record of which its conditions do not hold, though its database gave it', async () => {
    const { ask, ledger } = playedOwner([]);
    expect((await ask(people('id givenName'))).text).toBe('{"data":{"participants":{"edges":[]}}}');
    expect((await ask('{ participant(id: "it-1") { id } }')).text).toBe('{"data":{"participant":null}}');
    expect(ledger.entries.flatMap(({ subjects }) => subjects.flatMap(({ disclosed }) => disclosed))).toEqual([]);
  });

  it('says nothing of what a condition withholds, where existence is sensitive', async () => {
    const question = '{ programmeAttendances { edges { node { attended } } } }';
    expect((await playedOwner(['it-1']).ask(question)).text).toContain('"attended":true');
    const { text } = await playedOwner(['it-1'], undefined, ofAdults, 'ownGroup').ask(question);
    expect(text).toBe('{"data":{"programmeAttendances":{"edges":[{"node":{"attended":null}}]}}}');
  });

  it('tells its database who asks, before anything else', async () => {
    const { ask, statements } = playedOwner(['it-1']);
    await ask(people('givenName'));
    const [first] = statements;
    for (const setting of [
      'person',
      'organisation',
      'role',
      'area',
      'purpose',
      'case_reference',
      'now',
      'today',
      'protocols',
    ]) {
      expect(first?.sql).toMatch(new RegExp(`set_config\\('concordat\\.${setting}', \\$\\d, true\\)`));
    }
    expect(first?.values).toEqual([
      'eri.mentor',
      'eri',
      'mentor',
      '',
      'OWN_CASE_WORK',
      '',
      '2026-03-01T12:00:00.000Z',
      '2026-03-01',
      expect.stringContaining('OWN-WORK@'),
    ]);
  });

  it.each([
    ['a filter', '(filter: { isolation: { equals: true } })'],
    ['an order', '(orderBy: [{ isolation: ASC }])'],
  ])('applies the condition of a field to %s by it', async (_what, given) => {
    const asCisap = {
      person: 'cisap.social-worker',
      organisation: 'cisap',
      role: 'social-worker',
      purpose: 'EMPLOYMENT_PLACEMENT',
    } as const;
    const { ask, statements } = playedOwner(['it-1'], undefined, stricter);
    const conditions = async (question: string): Promise<number> => {
      await ask(question, asCisap);
      const list = statements.find(({ sql }) => sql.includes('from participant r'));
      return [...(list?.sql ?? '').matchAll(/r\.id in \(select permitted_ids\('Participant\.isolation'\)\)/g)].length;
    };
    expect(await conditions(people('id'))).toBe(0);
    expect(await conditions(people('id', given))).toBe(1);
  });

  it('asks no condition of its own for a filter or an order by what every visible record discloses', async () => {
    const { ask, statements } = playedOwner(['it-1']);
    await ask(people('id', '(filter: { givenName: { equals: "A" } }, orderBy: [{ givenName: ASC }])'));
    const asked = statements.flatMap(({ sql }) => sql.match(/permitted_ids\('[\w.]+'\)/g) ?? []);
    expect(asked).toEqual(["permitted_ids('Query.participant')"]);
    // The page is found by its own order and filter, and read by its keys.
    const narrowings = statements.filter(({ sql, values }) => sql.includes('concordat.among') && values[0] !== '');
    const where = [{ column: 'given_name', operator: 'equals', value: 'A' }];
    expect(narrowings.map(({ values }) => JSON.parse(String(values[0])) as unknown)).toEqual([
      { relation: 'participant', where, order: [{ column: 'given_name', direction: 'ASC' }], limit: 21 },
      { relation: 'participant', column: 'id', keys: ['it-1'] },
    ]);
  });

  it('lets a cursor serve its own requester and list alone', async () => {
    const { ask } = playedOwner(['it-1']);
    const { data } = await ask('{ participants { edges { cursor } } }');
    const { cursor } = (data as { participants: { edges: [{ cursor: string }] } }).participants.edges[0];
    const next = people('id', `(after: "${cursor}")`);
    expect((await ask(next)).errors).toEqual([]);
    const REFUSED = [expect.objectContaining({ extensions: { code: 'BAD_INPUT' } })];
    expect((await ask(people('id', `(after: "${cursor}", orderBy: [{ id: DESC }])`))).errors).toEqual(REFUSED);
    expect((await ask(next, { person: 'eri.mentor-2' })).errors).toEqual(REFUSED);
  });
});
