// What everybody who is signed in may read: the agreements in force, what they permit the reader, and the words.
import { AgreementsInForce } from '../clause-deletion/agreements-in-force';
import { ask, hub, shippedProtocols } from '../hub/hub';
import { UNKNOWN_ID } from './answers';

const PROTOCOLS = `{ protocols {
  id version status inForce title { en nl it } text { en nl it } disclosers signatories recipients purposes
  legalBasis { stated proposed proposedIs } inForceFrom inForceUntil reviewDue reviewCompulsory
  clauses { id text { en nl it } disclosers recipients purposes permits { category level facets } conditions { predicate words } }
  residualClause residualText { en nl it } obligations grounds { document quote }
} }`;

interface Askable {
  readonly coordinate: string;
  readonly decision: string;
  readonly ways: readonly { readonly protocol: string; readonly version: string; readonly clause: string }[];
}

const WHAT = `query ($typeName: String, $denied: Boolean!, $after: String) {
  whatMayIAsk(typeName: $typeName, includeDenied: $denied, after: $after) {
    recipient purpose count next
    fields { coordinate typeName category level facet controller decision
      ways { protocol version clause conditions { predicate words } } }
  }
}`;

/** What a refusal of the field has to cite. */
function citedBy({ coordinate, ways: [way] }: Askable): object {
  if (way === undefined) throw new Error(`${coordinate} names no clause.`);
  return { protocol: way.protocol, version: way.version, clause: way.clause };
}

/** All parts of what somebody may ask, each field once. */
async function whatMayBeAsked(persona: string, purpose: string, denied: boolean, typeName?: string) {
  const fields: Askable[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = await ask(persona, purpose, WHAT, { typeName: typeName ?? null, denied, after });
    expect(errors).toEqual([]);
    const part = data?.whatMayIAsk as { count: number; next: string | null; fields: Askable[] };
    fields.push(...part.fields);
    after = part.next;
    if (after === null) expect(fields).toHaveLength(part.count);
  } while (after !== null);
  expect(new Set(fields.map(({ coordinate }) => coordinate)).size).toBe(fields.length);
  return fields;
}

describe('the agreements', () => {
  it('are told to everybody alike, as they are loaded', async () => {
    const answer = await ask('mals.mentor', 'MENTORING_SUPPORT', PROTOCOLS);
    expect(answer.errors).toEqual([]);
    const told = answer.data?.protocols as { id: string; clauses: { id: string; recipients: string[] }[] }[];
    expect(told.map(({ id }) => id)).toEqual(shippedProtocols().protocols.map(({ id }) => id));
    expect(told.find(({ id }) => id === 'KIOM-MALS-REFERRAL')).toMatchObject({
      version: '1.0.0',
      status: 'PROPOSED',
      inForce: true,
      title: { en: expect.any(String), nl: expect.any(String), it: expect.any(String) },
      recipients: expect.arrayContaining(['mals.mentor', 'mals.coordinator']),
      purposes: expect.arrayContaining(['MENTORING_SUPPORT']),
      legalBasis: { stated: expect.any(String), proposedIs: 'a proposal for counsel' },
      inForceFrom: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      residualClause: 'residual',
      clauses: expect.arrayContaining([
        expect.objectContaining({
          permits: expect.arrayContaining([expect.objectContaining({ category: 'IDENTITY', level: 'FULL' })]),
          conditions: expect.arrayContaining([
            expect.objectContaining({
              predicate: 'matchActiveOrEndedWithin',
              words:
                'The requester is the mentor of the person in a match that is active or ended within these days. (days: 28)',
            }),
          ]),
        }),
      ]),
    });
    for (const [persona, purpose] of [
      ['employer.manager', 'EMPLOYMENT_PLACEMENT'],
      ['judge.reviewer', 'EXTREMISM_PREVENTION'],
    ] as const) {
      expect([persona, (await ask(persona, purpose, PROTOCOLS)).text]).toEqual([persona, answer.text]);
    }
  });

  it('tell in full the clauses that permit nothing yet, and what they await, beside those that do', async () => {
    const { data, errors } = await ask(
      'merseyside-police.officer',
      'CROSS_BORDER_CASE',
      'query ($id: ID!) { protocol(id: $id) { inForce clauses { id awaits permitsNothingYet permits { category } conditions { predicate words } } } }',
      { id: 'XJ-RESEARCH' },
    );
    expect(errors).toEqual([]);
    expect(data?.protocol).toMatchObject({
      inForce: true,
      clauses: expect.arrayContaining([
        expect.objectContaining({
          id: 'study-police',
          awaits: 'STUDY_EXTRACT',
          permitsNothingYet: 'permits nothing yet: awaits STUDY_EXTRACT',
          conditions: expect.arrayContaining([expect.objectContaining({ predicate: 'studyActive' })]),
        }),
        expect.objectContaining({
          id: 'aggregates',
          awaits: null,
          permitsNothingYet: null,
          conditions: expect.arrayContaining([
            expect.objectContaining({
              predicate: 'minCell',
              words: 'No cell is published whose protected count is less than this. (count: 10)',
            }),
          ]),
        }),
      ]),
    });
  });

  it.each([
    ['eri.staff', 'EVALUATION_RESEARCH'],
    ['merseyside-police.officer', 'EVALUATION_RESEARCH'],
  ])('open to %s no purpose for which no clause names them: %s', async (persona, purpose) => {
    const { data, errors } = await ask(persona, purpose, '{ nominals(first: 1) { edges { node { id } } } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_NOT_ALLOWED']);
    expect(data).toBeUndefined();
  });

  it.each([
    ['merseyside-police.officer', 'Client', 'clients'],
    ['merseyside-police.officer', 'Participant', 'participants'],
    ['politie-haaglanden.officer', 'Nominal', 'nominals'],
  ])(
    'offer %s of another jurisdiction what a grant can cover, and show nobody without one: %s',
    async (persona, type, list) => {
      const offered = await whatMayBeAsked(persona, 'CROSS_BORDER_CASE', false, type);
      expect(offered.length).toBeGreaterThan(0);
      const { data, errors } = await ask(
        persona,
        'CROSS_BORDER_CASE',
        `{ ${list}(first: 1) { totalCount edges { node { id } } } }`,
      );
      expect(errors).toEqual([]);
      expect(data?.[list]).toEqual({ totalCount: 0, edges: [] });
    },
  );

  it('offer ERI’s staff, who may be asked and ask nobody, nothing of another jurisdiction', async () => {
    expect(await whatMayBeAsked('eri.staff', 'CROSS_BORDER_CASE', true, 'Client')).toEqual([]);
    const { data, errors } = await ask(
      'eri.staff',
      'CROSS_BORDER_CASE',
      '{ clients(first: 1) { edges { node { id } } } }',
    );
    expect(data?.clients ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['WITHHELD_BY_PROTOCOL']);
    expect(errors[0]?.extensions.protocol).not.toMatch(/^XJ-/);
  });

  it('are found by id and version, and an unknown one is null', async () => {
    const { data, errors } = await ask(
      'pcc.commissioner',
      'PERFORMANCE_MONITORING',
      `{ known: protocol(id: "OWN-WORK", version: "1.0.0") { status } today: protocol(id: "OWN-WORK") { version }
         other: protocol(id: "OWN-WORK", version: "9.9.9") { id } unknown: protocol(id: "NO-SUCH") { id } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ known: { status: 'BUILT_IN' }, today: { version: '1.0.0' }, other: null, unknown: null });
  });

  it('are told to nobody who is not signed in or states no purpose', async () => {
    expect((await ask('mals.mentor', undefined, PROTOCOLS)).errors[0]?.extensions.code).toBe('PURPOSE_REQUIRED');
  });
});

describe('what may be asked', () => {
  it('names for a mentor the given name with its clause and conditions, and not the name', async () => {
    const fields = await whatMayBeAsked('mals.mentor', 'MENTORING_SUPPORT', false, 'Nominal');
    expect(fields.find(({ coordinate }) => coordinate === 'Nominal.givenName')).toMatchObject({
      category: 'IDENTITY',
      level: 'FULL',
      decision: 'PERMIT_WHEN',
      ways: [
        {
          protocol: 'KIOM-MALS-REFERRAL',
          conditions: expect.arrayContaining([expect.objectContaining({ predicate: 'consentActive' })]),
        },
      ],
    });
    expect(fields.map(({ coordinate }) => coordinate)).not.toContain('Nominal.name');
    expect(fields.map(({ decision }) => decision)).not.toContain('DENY');
  });

  it('has the denied fields too where they are asked for, of no type of which nothing is shown', async () => {
    const all = await whatMayBeAsked('mals.mentor', 'MENTORING_SUPPORT', true);
    const open = await whatMayBeAsked('mals.mentor', 'MENTORING_SUPPORT', false);
    expect(all.filter(({ decision }) => decision !== 'DENY')).toEqual(open);
    const names = all.map(({ coordinate }) => coordinate);
    expect(names).toEqual(expect.arrayContaining(['Nominal.name', 'Nominal.offences', 'Query.nominals']));
    expect(names.filter((name) => /^ExtremismCase\.|^Query\.extremism|^CorvusScore\./.test(name))).toEqual([]);
    const triangle = await whatMayBeAsked('om-den-haag.prosecutor', 'EXTREMISM_PREVENTION', false);
    expect(triangle.map(({ coordinate }) => coordinate)).toContain('Query.extremismCases');
  });

  it.each([
    ['mals.mentor', 'MENTORING_SUPPORT'],
    ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT'],
    ['nps.probation-officer', 'OWN_CASE_WORK'],
    ['merseyside-crc.case-manager', 'IOM_CASE_MANAGEMENT'],
  ])('says to %s for %s of each field what the hub does when it is asked', async (persona, purpose) => {
    const fields = await whatMayBeAsked(persona, purpose, true, 'CorvusScore');
    const names = ['id', ...fields.map(({ coordinate }) => coordinate.split('.')[1] ?? '')];
    // Asked of nobody, only what is denied whomever it concerns is refused.
    const query = `query ($id: ID!) { person(id: $id) { nominal { corvusScores { ${names.join(' ')} } } } }`;
    const { errors } = await ask(persona, purpose, query, { id: UNKNOWN_ID });
    const refused = new Map(errors.map(({ extensions }) => [String(extensions.coordinate), extensions]));
    const ofNominals = await whatMayBeAsked(persona, purpose, true, 'Nominal');
    const leading = ofNominals.find(({ coordinate }) => coordinate === 'Nominal.corvusScores');
    if (leading?.decision === 'DENY') {
      expect(fields).toEqual([]);
      expect(refused.get('Nominal.corvusScores')).toMatchObject(citedBy(leading));
      return;
    }
    expect(fields.length).toBeGreaterThan(8);
    for (const field of fields) {
      const { coordinate, decision } = field;
      expect([coordinate, refused.has(coordinate)]).toEqual([coordinate, decision === 'DENY']);
      if (decision === 'DENY') expect(refused.get(coordinate)).toMatchObject(citedBy(field));
    }
  });

  it('refuses a part that is too large', async () => {
    const { errors } = await ask('mals.mentor', 'MENTORING_SUPPORT', '{ whatMayIAsk(first: 1000) { count } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
  });
});

describe('agreements that are changed and loaded anew', () => {
  const shipped = shippedProtocols();
  const agreements = new AgreementsInForce(hub, shipped);
  afterAll(async () => {
    await agreements.restore();
  }, 60_000);

  it('are told as they now are, and so is what may be asked', async () => {
    const protocol = shipped.protocols.find(({ id }) => id === 'XJ-PERFORMANCE');
    const clause = protocol?.clauses.find(({ id }) => id === 'figures-to-partners');
    if (protocol === undefined || clause === undefined) throw new Error('XJ-PERFORMANCE has no such clause.');
    const clauses = async () =>
      (await ask('pcc.commissioner', 'PERFORMANCE_MONITORING', '{ protocol(id: "XJ-PERFORMANCE") { clauses { id } } }'))
        .data?.protocol.clauses as unknown;
    const both = [{ id: 'figures-to-funders' }, { id: 'figures-to-partners' }];
    const targets = () => whatMayBeAsked('kmbc.iom-coordinator', 'OWN_CASE_WORK', false, 'Target');
    expect(await clauses()).toEqual(both);
    await agreements.without(protocol, clause);
    expect(await clauses()).toEqual([{ id: 'figures-to-funders' }]);
    const refused = await ask('kmbc.iom-coordinator', 'PERFORMANCE_MONITORING', '{ protocols { id } }');
    expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_NOT_ALLOWED']);
    await agreements.restore();
    expect(await clauses()).toEqual(both);
    expect((await whatMayBeAsked('kmbc.iom-coordinator', 'PERFORMANCE_MONITORING', false, 'Target')).length).toBe(8);
    expect(await targets()).toEqual([]);
  }, 90_000);
});

describe('the words of the graph', () => {
  it('are told in three languages, in their order, with their source', async () => {
    const { data, errors } = await ask(
      'cisap.social-worker',
      'OWN_CASE_WORK',
      '{ vocabulary(name: "Pathway") { name graphqlEnum codes { code label { en nl it } order source } } vocabularies { name codes { code label { nl it } } } none: vocabulary(name: "NoSuch") { name } }',
    );
    expect(errors).toEqual([]);
    expect(data?.none).toBeNull();
    expect(data?.vocabulary).toMatchObject({ name: 'Pathway', graphqlEnum: 'Pathway' });
    expect(data?.vocabulary.codes).toHaveLength(7);
    expect(data?.vocabulary.codes[0]).toEqual({
      code: 'ACCOMMODATION',
      label: { en: 'Accommodation', nl: 'Huisvesting', it: 'Alloggio' },
      order: 1,
      source: '002; the number seven: 000, 003',
    });
    const all = data?.vocabularies as { codes: { label: { nl: string | null; it: string | null } }[] }[];
    expect(all.length).toBeGreaterThan(40);
    expect(all.flatMap(({ codes }) => codes).filter(({ label }) => !label.nl || !label.it)).toEqual([]);
  });
});
