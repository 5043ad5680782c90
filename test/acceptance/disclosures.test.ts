// DOMAIN A.2, "DPO / supervisor: access log, protocol register, not case content by default": an officer reads what the
// own organisation was given, owner by owner, and of nobody whose record is not to be known to exist who it was.
import { Client } from 'pg';

import { PERSONAS } from '../../development/personas';
import { commitmentsIn, type LedgerLine } from '../../ledger/ledger-lines';
import { purposesOf } from '../../protocols/decide';
import type { OwnerName } from '../../schema/owners';
import { type Answer, ask, hub, shippedProtocols } from '../hub/hub';
import { readLedger } from '../hub/read-ledger';
import { recordsOf } from '../policy/seeded';
import { UNKNOWN_ID } from './answers';

const OWNERS_PART = {
  'knowsley-iom': 'knowsley',
  'safety-house': 'safetyHouse',
  eri: 'eri',
  exchange: 'exchange',
} as const;
const OFFICERS = ['merseyside-police.dpo', 'mals.dpo', 'knowsley.dpo', 'the-hague.dpo', 'turin.dpo'] as const;
type Officer = (typeof OFFICERS)[number];

const ENTRY = `time requestId person role purpose protocols clauses outcome rowCount subjects {
  subject disclosed { coordinate category } withheld { coordinate category } }`;
const questionAbout = (
  part: string,
): string => `query ($filter: DisclosureEntryFilter, $first: Int! = 100, $after: String) {
  disclosures(filter: $filter) { ${part}(first: $first, after: $after) {
    edges { cursor node { ${ENTRY} } } pageInfo { hasNextPage endCursor } } } }`;

interface Coordinate {
  readonly coordinate: string;
  readonly category: string | null;
}
interface Entry {
  readonly time: string;
  readonly requestId: string;
  readonly person: string | null;
  readonly role: string;
  readonly purpose: string;
  readonly outcome: string;
  readonly rowCount: number;
  readonly subjects: readonly {
    readonly subject: string | null;
    readonly disclosed: readonly Coordinate[];
    readonly withheld: readonly Coordinate[];
  }[];
}
interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Entry }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const JUSTIFIED = { 'x-justification': encodeURIComponent('A question of the yearly review of access.') };
const consult = (
  officer: Officer,
  owner: OwnerName,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer> => ask(officer, 'OVERSIGHT', questionAbout(OWNERS_PART[owner]), variables, JUSTIFIED);

async function page(
  officer: Officer,
  owner: OwnerName,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Page> {
  const { data, errors } = await consult(officer, owner, variables);
  expect(errors).toEqual([]);
  return data?.disclosures[OWNERS_PART[owner]] as Page;
}

/** What an officer reads of one answer, at an owner. */
async function toldOf(officer: Officer, owner: OwnerName, answer: Answer): Promise<readonly Entry[]> {
  const requestId = answer.headers.get('x-request-id');
  return (await page(officer, owner)).edges.map(({ node }) => node).filter((entry) => entry.requestId === requestId);
}

/** The ids of people in an entry, as the ledger's operator reads them. */
async function subjectsOnRecord(owner: OwnerName, answer: Answer): Promise<readonly string[]> {
  const lines = await readLedger(owner);
  const textsOf = ({ entry, texts }: LedgerLine): readonly string[] =>
    entry.subjects.flatMap(({ subject }) => texts.find(({ commitment }) => commitment === subject)?.text ?? []);
  return lines.filter(({ entry }) => entry.requestId === answer.headers.get('x-request-id')).flatMap(textsOf);
}

const POLICE = 'merseyside-police.officer';
const CASE_WORDS = {
  'x-case-reference': 'KN-77-SECRET',
  'x-justification': encodeURIComponent('Visit on Friday night.'),
};
const askPolice = (query: string): Promise<Answer> => ask(POLICE, 'IOM_CASE_MANAGEMENT', query, undefined, CASE_WORDS);

const shownToPolice = (): string => {
  const [found] = recordsOf('Nominal').filter(({ shownTo }) => shownTo.name?.includes(`${POLICE}:IOM_CASE_MANAGEMENT`));
  return found?.id ?? '';
};

describe('an officer', () => {
  it('reads what the own staff was given, of whom and by which clause, without the words of the case', async () => {
    const id = shownToPolice();
    const answer = await askPolice(`{ nominal(id: "${id}") { name healthNotes { id } } }`);
    expect(answer.data?.nominal.name).toEqual(expect.any(String));
    const [told, ...more] = await toldOf('merseyside-police.dpo', 'knowsley-iom', answer);
    expect(more).toEqual([]);
    expect(told).toMatchObject({
      person: POLICE,
      role: 'officer',
      purpose: 'IOM_CASE_MANAGEMENT',
      protocols: ['KIOM-CORE@1.0.0'],
      clauses: ['KIOM-CORE/police-record'],
      outcome: 'DISCLOSED',
      rowCount: 1,
    });
    expect(told?.subjects).toHaveLength(1);
    expect(told?.subjects[0]).toMatchObject({ subject: id, withheld: [] });
    expect(told?.subjects[0]?.disclosed).toContainEqual({ coordinate: 'Nominal.name', category: 'IDENTITY' });
    // The ledger has both; the officer reads neither.
    const line = (await readLedger('knowsley-iom')).find(
      ({ entry }) => entry.requestId === answer.headers.get('x-request-id'),
    );
    expect(line?.entry.caseReference).toBe('KN-77-SECRET');
    expect(line?.texts.map(({ text }) => text)).toContain('Visit on Friday night.');
    const read = await consult('merseyside-police.dpo', 'knowsley-iom');
    expect(read.text).toContain(told?.requestId);
    for (const secret of ['KN-77-SECRET', 'Friday', String(answer.data?.nominal.name)])
      expect(read.text).not.toContain(secret);
    for (const commitment of line === undefined ? [] : commitmentsIn(line.entry))
      expect(read.text).not.toContain(commitment);
  });

  it('of another organisation reads nothing of it, at any owner', async () => {
    const answer = await askPolice(`{ person(id: "${shownToPolice()}") { nominal { name } } }`);
    const requestId = answer.headers.get('x-request-id') ?? '';
    for (const owner of ['knowsley-iom', 'exchange'] as const) {
      expect(await subjectsOnRecord(owner, answer)).toHaveLength(1);
      for (const officer of OFFICERS) {
        const told = await toldOf(officer, owner, answer);
        expect([officer, told.length]).toEqual([officer, officer === 'merseyside-police.dpo' ? 1 : 0]);
        const read = await consult(officer, owner, { filter: { person: POLICE } });
        expect(read.text.includes(requestId)).toBe(officer === 'merseyside-police.dpo');
      }
    }
  });

  it('reads who consulted the log, for that is on record too', async () => {
    const answer = await consult('turin.dpo', 'eri', { filter: { role: 'nobody' } });
    const [line] = (await readLedger('eri')).filter(
      ({ entry }) => entry.requestId === answer.headers.get('x-request-id'),
    );
    expect(line?.entry).toMatchObject({
      subjects: [],
      outcome: 'disclosed',
      clauses: ['OVERSIGHT/explanations-turin'],
    });
    expect(await toldOf('turin.dpo', 'eri', answer)).toMatchObject([
      { person: 'turin.dpo', purpose: 'OVERSIGHT', outcome: 'DISCLOSED', rowCount: 0, subjects: [] },
    ]);
  });
});

describe('nobody is named', () => {
  const nobodyNamed = (entries: readonly Entry[]): void => {
    expect(entries.length).toBeGreaterThan(0);
    for (const { subjects } of entries) expect(subjects.map(({ subject }) => subject)).toEqual([null]);
  };

  it('where a request tells of what is not to be known to exist, whoever else is in it', async () => {
    const id = shownToPolice();
    const other = recordsOf('Nominal').find(
      (one) => one.id !== id && one.shownTo.name?.includes(`${POLICE}:IOM_CASE_MANAGEMENT`),
    );
    const answer = await askPolice(
      `{ a: nominal(id: "${id}") { name intelligenceReports { id } } b: nominal(id: "${other?.id ?? ''}") { name } }`,
    );
    expect(answer.errors).toEqual([]);
    expect([...(await subjectsOnRecord('knowsley-iom', answer))].sort()).toEqual([id, other?.id].sort());
    const told = await toldOf('merseyside-police.dpo', 'knowsley-iom', answer);
    nobodyNamed(told);
    expect(told[0]?.subjects[0]?.disclosed).toContainEqual({
      coordinate: 'Nominal.intelligenceReports',
      category: 'POLICE_INTELLIGENCE',
    });
  });

  it('who is hidden or unknown: both read alike, and who is shown beside them is named', async () => {
    const hidden = recordsOf('Nominal').find(({ shownTo }) =>
      shownTo.givenName?.every((by) => by !== `${POLICE}:IOM_CASE_MANAGEMENT`),
    );
    const read = [];
    for (const id of [hidden?.id ?? '', UNKNOWN_ID]) {
      const answer = await askPolice(
        `{ a: nominal(id: "${id}") { name } b: nominal(id: "${shownToPolice()}") { name } }`,
      );
      expect(answer.data?.a).toBeNull();
      expect(await subjectsOnRecord('knowsley-iom', answer)).toContain(id);
      const [told] = await toldOf('merseyside-police.dpo', 'knowsley-iom', answer);
      expect(told?.subjects.map(({ subject }) => subject)).toEqual([shownToPolice(), null]);
      expect(told?.subjects[1]).toMatchObject({ disclosed: [], withheld: [{ coordinate: 'Query.nominal' }] });
      read.push({ ...told, time: '', requestId: '' });
    }
    expect(read[0]).toEqual(read[1]);
  });

  it('where two hidden people were asked after, no more than where one was', async () => {
    const [one, other] = [UNKNOWN_ID, `${UNKNOWN_ID}-either`];
    const read = [];
    for (const query of [
      `{ a: nominal(id: "${one}") { name } }`,
      `{ a: nominal(id: "${one}") { name } b: nominal(id: "${other}") { name } }`,
    ]) {
      const [told] = await toldOf('merseyside-police.dpo', 'knowsley-iom', await askPolice(query));
      read.push(told?.subjects);
    }
    expect(read[0]).toEqual(read[1]);
  });

  // Not even where a value is no secret: that it was disclosed for this purpose, or by this clause, tells of the rest.
  it.each<[string, string, string, string, OwnerName, string]>([
    [
      'a mentee',
      'mals.mentor',
      'MENTORING_SUPPORT',
      'Nominal.givenName',
      'knowsley-iom',
      '{ nominals(first: 3) { edges { node { id givenName } } } }',
    ],
    [
      'a client of a charity',
      'mals.coordinator',
      'OWN_CASE_WORK',
      'MalsClient.id',
      'knowsley-iom',
      '{ malsClients(first: 3) { edges { node { id givenName } } } }',
    ],
    [
      'a suspect',
      POLICE,
      'OWN_CASE_WORK',
      'Nominal.givenName',
      'knowsley-iom',
      '{ nominals(first: 3) { edges { node { id givenName } } } }',
    ],
  ])('who is %s of %s', async (_, persona, purpose, coordinate, owner, query) => {
    const answer = await ask(persona, purpose, query, undefined, CASE_WORDS);
    expect(answer.errors).toEqual([]);
    const onRecord = await subjectsOnRecord(owner, answer);
    expect(onRecord.length).toBeGreaterThan(0);
    const officer = persona === POLICE ? 'merseyside-police.dpo' : 'mals.dpo';
    const told = await toldOf(officer, owner, answer);
    nobodyNamed(told);
    expect(told[0]?.subjects[0]?.disclosed.map((one) => one.coordinate)).toContain(coordinate);
    const read = await consult(officer, owner, { first: 1, filter: { person: persona } });
    for (const id of onRecord) expect(read.text).not.toContain(id);
  });

  it.each<[string, string, string, OwnerName, string]>([
    [
      'extremism',
      'den-haag.public-order',
      'EXTREMISM_PREVENTION',
      'safety-house',
      '{ extremismCases(first: 3) { edges { node { id } } } }',
    ],
    [
      'victims',
      'victim-liaison.officer',
      'VICTIM_LIAISON',
      'safety-house',
      '{ victimContacts(first: 3) { edges { node { id } } } }',
    ],
    [
      'the programme',
      'eri.staff',
      'OWN_CASE_WORK',
      'eri',
      '{ programmeAttendances(first: 3) { edges { node { id } } } }',
    ],
  ])('in a request about %s, to any officer', async (_, persona, purpose, owner, query) => {
    const answer = await ask(persona, purpose, query, undefined, CASE_WORDS);
    const onRecord = await subjectsOnRecord(owner, answer);
    expect(onRecord.length).toBeGreaterThan(0);
    for (const officer of OFFICERS) {
      const { text } = await consult(officer, owner);
      for (const id of onRecord) expect(text).not.toContain(id);
    }
  });

  it('in what an officer had explained, for any id is explained', async () => {
    const id = shownToPolice();
    const query = `{ explainAccess(persona: "nps.probation-officer", purpose: "OWN_CASE_WORK", subject: "${id}") { knowsley { asAt } } }`;
    const answer = await ask('knowsley.dpo', 'OVERSIGHT', query, undefined, JUSTIFIED);
    expect(await subjectsOnRecord('knowsley-iom', answer)).toEqual([id]);
    nobodyNamed(await toldOf('knowsley.dpo', 'knowsley-iom', answer));
  });
});

describe('the list', () => {
  it('goes page by page from the newest to the oldest, without gaps or repetition', async () => {
    for (let count = 0; count < 3; count += 1) await askPolice('{ nominals(first: 1) { edges { node { id } } } }');
    const filter = { time: { to: new Date().toISOString() } };
    const whole = await page('merseyside-police.dpo', 'knowsley-iom', { filter });
    const gathered: Entry[] = [];
    const lengths = new Set<number>();
    for (let after: string | null = null; gathered.length < 6;) {
      const { edges, pageInfo }: Page = await page('merseyside-police.dpo', 'knowsley-iom', {
        filter,
        first: 2,
        after,
      });
      expect(edges).toHaveLength(2);
      gathered.push(...edges.map(({ node }) => node));
      for (const { cursor } of edges) lengths.add(cursor.length);
      after = pageInfo.endCursor;
    }
    expect(gathered).toEqual(whole.edges.slice(0, 6).map(({ node }) => node));
    const times = whole.edges.map(({ node }) => node.time);
    expect(times).toEqual([...times].sort().reverse());
    // How long a ledger is, of which an officer reads a part alone, shows in no cursor.
    expect(lengths.size).toBe(1);
  });

  it.each([
    ['role', 'officer', 'dpo'],
    ['purpose', 'IOM_CASE_MANAGEMENT', 'OVERSIGHT'],
    ['person', POLICE, 'merseyside-police.dpo'],
    ['outcome', 'DISCLOSED', 'WITHHELD'],
    ['protocols', 'KIOM-CORE', 'OVERSIGHT'],
  ])('is narrowed by %s', async (name, wanted, other) => {
    await askPolice(`{ nominal(id: "${shownToPolice()}") { name } }`);
    await askPolice(`{ nominal(id: "${UNKNOWN_ID}") { name } }`);
    await consult('merseyside-police.dpo', 'knowsley-iom');
    const valuesWhere = async (value: string): Promise<readonly string[]> =>
      (await page('merseyside-police.dpo', 'knowsley-iom', { filter: { [name]: value } })).edges.flatMap(({ node }) =>
        name === 'protocols'
          ? (node as unknown as { protocols: string[] }).protocols.map((one) => one.split('@')[0] ?? '')
          : node[name as 'role'],
      );
    for (const value of [wanted, other]) {
      const found = await valuesWhere(value);
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found)).toEqual(new Set([value]));
    }
  });

  it('is narrowed by time, from an instant on and up to one', async () => {
    const answer = await askPolice(`{ nominal(id: "${shownToPolice()}") { name } }`);
    const [{ time } = { time: '' }] = await toldOf('merseyside-police.dpo', 'knowsley-iom', answer);
    const requestId = answer.headers.get('x-request-id') ?? '';
    for (const [filter, found] of [
      [{ time: { from: time, to: time } }, true],
      [{ time: { to: new Date(Date.parse(time) - 1).toISOString() } }, false],
    ] as const) {
      expect((await consult('merseyside-police.dpo', 'knowsley-iom', { filter })).text.includes(requestId)).toBe(found);
    }
  });

  it.each([
    [{ first: 0 }, /"first" is 0/],
    [{ first: 101 }, /"first" is a number from 0 to 100/],
    [{ after: 'forged' }, /cursor in "after"/],
    [{ filter: { person: '' } }, /"filter" cannot be used: person/],
    [{ filter: { person: 'x'.repeat(201) } }, /"filter" cannot be used: person/],
  ])('refuses %j with what is wrong', async (variables, message) => {
    const { data, errors } = await consult('merseyside-police.dpo', 'knowsley-iom', variables);
    expect(data?.disclosures?.knowsley ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
    expect(errors[0]?.message).toMatch(message);
  });

  it('refuses a cursor of another officer, and of another filter', async () => {
    await consult('mals.dpo', 'knowsley-iom');
    await askPolice('{ nominals(first: 1) { edges { node { id } } } }');
    const { pageInfo } = await page('merseyside-police.dpo', 'knowsley-iom', { first: 1 });
    for (const [officer, filter] of [
      ['mals.dpo', undefined],
      ['merseyside-police.dpo', { role: 'officer' }],
    ] as const) {
      const { errors } = await consult(officer, 'knowsley-iom', { after: pageInfo.endCursor, filter });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
    }
  });
});

describe('anybody else', () => {
  it.each(PERSONAS.filter(({ role }) => role !== 'dpo'))(
    '$persona is refused, with the clause, for every purpose',
    async (other) => {
      for (const purpose of purposesOf(shippedProtocols(), other.organisation, other.role, new Date())) {
        const { data, errors } = await ask(other.persona, purpose, questionAbout('knowsley'), {}, CASE_WORDS);
        expect(data).toEqual({ disclosures: null });
        // Ahead of everything: the filter is none of the refused selections.
        expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['WITHHELD_BY_PROTOCOL']));
        expect(errors[0]?.extensions).toMatchObject({ coordinate: 'Query.disclosures', category: 'AUDIT' });
      }
    },
  );

  it.each(OFFICERS)('%s, for another purpose, is refused too', async (officer) => {
    const { data, errors } = await ask(officer, 'PERFORMANCE_MONITORING', questionAbout('knowsley'), {}, JUSTIFIED);
    expect(data).toEqual({ disclosures: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'WITHHELD_BY_PROTOCOL', coordinate: 'Query.disclosures' });
  });
});

// The embedded database opens in its owner's process alone.
(process.env.CONCORDAT_TEST_DATABASE === 'postgres' ? describe : describe.skip)('in the database', () => {
  const asApplication = async (
    sql: string,
    settings: Readonly<Record<string, string>>,
  ): Promise<readonly unknown[]> => {
    const client = new Client({ connectionString: hub.env['KNOWSLEY_IOM_DATABASE_URL'] });
    await client.connect();
    try {
      await client.query('begin');
      for (const [name, value] of Object.entries(settings)) {
        await client.query('select set_config($1, $2, true)', [`concordat.${name}`, value]);
      }
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const ALL = "select * from disclosures_to_officer('{}', null, null, 5, '{}', '{}', '{}', '{}')";
  const OFFICER = { organisation: 'merseyside-police', role: 'dpo', purpose: 'OVERSIGHT' };

  it('the application reads by the function what an officer may, and without an officer nothing', async () => {
    await askPolice('{ nominals(first: 1) { edges { node { id } } } }');
    expect((await asApplication(ALL, OFFICER)).length).toBeGreaterThan(0);
    for (const settings of [
      {},
      { ...OFFICER, organisation: '' },
      { ...OFFICER, organisation: 'den-haag' },
      { ...OFFICER, role: 'officer' },
      { ...OFFICER, purpose: 'IOM_CASE_MANAGEMENT' },
    ]) {
      expect([settings, await asApplication(ALL, settings)]).toEqual([settings, []]);
    }
  });

  it('a text that was erased is absent, of whom and who', async () => {
    const id = shownToPolice();
    const answer = await askPolice(`{ nominal(id: "${id}") { name } }`);
    const before = await toldOf('merseyside-police.dpo', 'knowsley-iom', answer);
    expect(before).toMatchObject([{ person: POLICE, subjects: [{ subject: id }] }]);
    const line = (await readLedger('knowsley-iom')).find(
      ({ entry }) => entry.requestId === answer.headers.get('x-request-id'),
    );
    const admin = new Client({ connectionString: hub.databases['knowsley-iom'] });
    await admin.connect();
    await admin.query('delete from disclosure_text where commitment = any($1)', [
      line === undefined ? [] : commitmentsIn(line.entry),
    ]);
    await admin.end();
    const after = await toldOf('merseyside-police.dpo', 'knowsley-iom', answer);
    expect(after).toMatchObject([{ person: null, outcome: 'DISCLOSED', subjects: [{ subject: null }] }]);
    expect(after[0]?.subjects[0]?.disclosed).toEqual(before[0]?.subjects[0]?.disclosed);
  });
});
