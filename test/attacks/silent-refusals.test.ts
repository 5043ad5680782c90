import { buildASTSchema, getNamedType, type GraphQLObjectType, isCompositeType, isObjectType, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type Answer, ask, truth, type TruthLine } from '../hub/hub';
import { ROOT } from '../hub/launch-hub';

/** What two answers to the same question may differ in: the request's own id, and the second at which it was sent. */
const OF_ITS_OWN = new Set(['x-request-id', 'date']);

const schema = buildASTSchema(parse(readFileSync(path.join(ROOT, 'schema/supergraph.graphql'), 'utf8')), {
  assumeValid: true,
});
const roots = Object.values(schema.getQueryType()?.getFields() ?? {});

/** The bytes and the headers of an answer. */
function bytes({ status, text, headers }: Answer): object {
  return { status, text, headers: [...headers].filter(([name]) => !OF_ITS_OWN.has(name)).sort() };
}

let known: ReadonlySet<string> | undefined;

/** An id of the same form that nobody ever issued. */
function unknownLike(id: string): string {
  const [owner = '', code = ''] = id.split('-');
  const other: Readonly<Record<string, string>> = { a: 'b', b: 'c', '2': '3' };
  const shifted = Array.from(code, (letter) => other[letter] ?? letter).reverse();
  const made = `${owner}-${shifted.join('')}`;
  known ??= new Set(truth().flatMap(({ id: own, subject }) => [own, subject ?? own]));
  if (known.has(made)) throw new Error(`${made} is somebody`);
  return made;
}

/** Answers about a hidden record and about none, asked alike: the same but for what the document itself says. */
async function areAlike(
  persona: string,
  purpose: string,
  query: string,
  hidden: object,
  unknown: object,
): Promise<Answer> {
  const one = await ask(persona, purpose, query, hidden as Record<string, unknown>);
  const other = await ask(persona, purpose, query, unknown as Record<string, unknown>);
  expect(one.status).toBe(200);
  expect(bytes(one)).toEqual(bytes(other));
  // What owners are asked does not depend on it either.
  const asked = async (answer: Answer): Promise<string[]> =>
    (await answer.fetches())
      .map(({ owner, body }) => `${owner} ${(JSON.parse(body) as { query: string }).query}`)
      .sort();
  expect(await asked(one)).toEqual(await asked(other));
  return one;
}

interface Records {
  /** By type, the ids of all records with their subjects. */
  readonly all: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
  /** By `persona:PURPOSE` and type, the ids of those of which anything is told. */
  readonly told: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
}

let grouped: Records | undefined;
function records(): Records {
  if (grouped !== undefined) return grouped;
  const all = new Map<string, Map<string, string | null>>();
  const told = new Map<string, Map<string, Set<string>>>();
  const within = <Key, Value>(map: Map<Key, Value>, key: Key, made: () => Value): Value => {
    const found = map.get(key) ?? made();
    map.set(key, found);
    return found;
  };
  for (const { coordinate, id, subject, visibleTo } of truth()) {
    const type = coordinate.split('.')[0] ?? '';
    within(all, type, () => new Map<string, string | null>()).set(id, subject);
    for (const asker of visibleTo)
      within(
        within(told, asker, () => new Map<string, Set<string>>()),
        type,
        () => new Set<string>(),
      ).add(id);
  }
  return (grouped = { all, told });
}

const nothing: ReadonlySet<string> = new Set();
const toldOf = (asker: string, type: string): ReadonlySet<string> => records().told.get(asker)?.get(type) ?? nothing;

/** All plain fields of a type. */
function plainFields(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .filter((field) => !isCompositeType(getNamedType(field.type)) && field.name !== 'id')
    .map(({ name }) => name)
    .join(' ');
}

/** Plain fields, and of related records theirs. */
function deepFields(type: GraphQLObjectType): string {
  const related = Object.values(type.getFields()).flatMap((field) => {
    const target = getNamedType(field.type);
    if (!isObjectType(target) || field.args.some(({ name }) => name !== 'first')) return [];
    // A measure is no record and has no id.
    const id = 'id' in target.getFields() ? 'id' : '';
    return [`${field.name}${field.args.length === 0 ? '' : '(first: 2)'} { ${id} ${plainFields(target)} }`];
  });
  return `id ${plainFields(type)} ${related.join(' ')}`;
}

const singles = roots.filter(({ name, args }) => name !== 'person' && args.some((argument) => argument.name === 'id'));
const lists = roots.filter(({ type }) => getNamedType(type).name.endsWith('Connection'));

describe('a record that is hidden from somebody', () => {
  interface Hidden {
    readonly single: string;
    readonly list: string;
    readonly type: GraphQLObjectType;
    readonly id: string;
  }

  /** One hidden record of each type of which somebody is told other records. */
  function hiddenFrom(asker: string): readonly Hidden[] {
    return singles.flatMap(({ name, type: declared }) => {
      const type = getNamedType(declared);
      const list = lists.find(({ type: listed }) => getNamedType(listed).name === `${type.name}Connection`)?.name;
      if (!isObjectType(type) || list === undefined) return [];
      const told = toldOf(asker, type.name);
      const id = [...(records().all.get(type.name)?.keys() ?? [])].find((one) => !told.has(one));
      return told.size === 0 || id === undefined ? [] : [{ single: name, list, type, id }];
    });
  }

  const PAGE = '{ totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } }';

  /** Asks for each hidden record in every way, and the same of ids that nobody has. */
  async function compare(asker: string, hidden: readonly Hidden[]): Promise<void> {
    const [persona = '', purpose = ''] = asker.split(':');
    const fields = hidden.map(
      ({ single, list, type }, n) =>
        `one${String(n)}: ${single}(id: $i${String(n)}) { id ${plainFields(type)} } ` +
        `page${String(n)}: ${list}(first: 1, filter: { id: { in: [$i${String(n)}] } }, orderBy: [{ id: DESC }]) ${PAGE}`,
    );
    const query = `query (${hidden.map((_, n) => `$i${String(n)}: ID!`).join(', ')}) { ${fields.join(' ')} }`;
    const ids = (of: (id: string) => string): object =>
      Object.fromEntries(hidden.map(({ id }, n) => [`i${String(n)}`, of(id)]));
    const { data } = await areAlike(
      persona,
      purpose,
      query,
      ids((id) => id),
      ids(unknownLike),
    );
    for (const [name, value] of Object.entries(data ?? {})) {
      expect([asker, name, value]).toEqual([
        asker,
        name,
        name.startsWith('one') ? null : { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
      ]);
    }
  }

  it('answers as an unknown id does, in every kind of record of which somebody is told others', async () => {
    // Of each kind, the first and the last of those to whom some records of it are told and others are not.
    const chosen = new Map<string, Hidden[]>();
    const kinds = new Map<string, (readonly [string, Hidden])[]>();
    for (const asker of records().told.keys()) {
      for (const hidden of hiddenFrom(asker)) {
        kinds.set(hidden.list, [...(kinds.get(hidden.list) ?? []), [asker, hidden]]);
      }
    }
    expect(kinds.size).toBeGreaterThan(40);
    for (const partly of kinds.values()) {
      for (const one of new Set([partly[0], partly.at(-1)])) {
        if (one === undefined) continue;
        const [asker, hidden] = one;
        chosen.set(asker, [...(chosen.get(asker) ?? []), hidden]);
      }
    }
    for (const [asker, hidden] of chosen) {
      for (let from = 0; from < hidden.length; from += 15) await compare(asker, hidden.slice(from, from + 15));
    }
  }, 240_000);

  it('is in no count and on no page of theirs, which hold all that they are told', async () => {
    for (const asker of [
      'mals.mentor:MENTORING_SUPPORT',
      'politie-haaglanden.officer:EXTREMISM_PREVENTION',
      'employer.manager:EMPLOYMENT_PLACEMENT',
    ]) {
      const [persona = '', purpose = ''] = asker.split(':');
      const hidden = hiddenFrom(asker);
      expect([asker, hidden.length]).not.toEqual([asker, 0]);
      const { data } = await ask(
        persona,
        purpose,
        `{ ${hidden.map(({ list }) => `${list}(first: 100) { totalCount edges { node { id } } }`).join(' ')} }`,
      );
      for (const { list, type } of hidden) {
        const page = data?.[list] as { totalCount: number; edges: { node: { id: string } }[] };
        const told = toldOf(asker, type.name);
        expect([asker, list, page.totalCount, page.edges.length]).toEqual([
          asker,
          list,
          told.size,
          Math.min(told.size, 100),
        ]);
        expect(page.edges.filter(({ node }) => !told.has(node.id))).toEqual([]);
      }
    }
  });
});

describe('a person of whom somebody is told nothing', () => {
  const person = schema.getType('Person') as GraphQLObjectType;
  const views = Object.values(person.getFields()).filter(({ name }) => name !== 'id');

  it('answers in every owner’s view as a person whom nobody knows', async () => {
    const subjects = new Map<string, Set<string>>();
    const everybody = new Set<string>();
    for (const { subject, visibleTo } of truth()) {
      if (subject === null) continue;
      everybody.add(subject);
      for (const asker of visibleTo) subjects.set(asker, (subjects.get(asker) ?? new Set<string>()).add(subject));
    }
    const query = `query ($id: ID!) { person(id: $id) { ${views.map(({ name, type, args }) => `${name}${args.length === 0 ? '' : '(first: 2)'} { ${deepFields(getNamedType(type) as GraphQLObjectType)} }`).join(' ')} } }`;
    for (const [asker, told] of subjects) {
      if (/-\d+:/.test(asker)) continue;
      const [persona = '', purpose = ''] = asker.split(':');
      for (const owner of ['kn-', 'sh-', 'eri-']) {
        const hidden = [...everybody].find((id) => id.startsWith(owner) && !told.has(id));
        // Owners of whose people nobody of the role is told refuse alike whoever is asked about.
        if (hidden === undefined || ![...told].some((id) => id.startsWith(owner))) continue;
        await areAlike(persona, purpose, query, { id: hidden }, { id: unknownLike(hidden) });
      }
    }
  }, 240_000);
});

describe('what is sensitive by its mere existence', () => {
  const lineOf = (coordinate: string, is: (line: TruthLine) => boolean): TruthLine => {
    const found = truth().find((line) => line.coordinate === coordinate && line.value !== null && is(line));
    if (found === undefined) throw new Error(`there is no ${coordinate} of that kind`);
    return found;
  };

  it.each([
    ['politie-haaglanden.officer', 'EXTREMISM_PREVENTION'],
    ['om-den-haag.prosecutor', 'EXTREMISM_PREVENTION'],
    ['den-haag.public-order', 'EXTREMISM_PREVENTION'],
    ['safety-house.process-director', 'EXTREMISM_PREVENTION'],
    ['judge.reviewer', 'EXTREMISM_PREVENTION'],
    ['safety-house.process-manager', 'CASE_CONFERENCE'],
    ['politie-haaglanden.officer', 'CASE_CONFERENCE'],
    ['merseyside-police.officer', 'CROSS_BORDER_CASE'],
  ])('is a case of extremism, to %s for %s', async (persona, purpose) => {
    const asker = `${persona}:${purpose}`;
    const hidden = lineOf('ExtremismCase.targetGroup', ({ id }) => !toldOf(asker, 'ExtremismCase').has(id));
    const type = schema.getType('ExtremismCase') as GraphQLObjectType;
    const subject = String(hidden.subject);
    await areAlike(
      persona,
      purpose,
      `query ($id: ID!) { extremismCase(id: $id) { ${deepFields(type)} } }`,
      { id: hidden.id },
      { id: unknownLike(hidden.id) },
    );
    await areAlike(
      persona,
      purpose,
      `query ($id: ID!) { person(id: $id) { extremismCase { ${deepFields(type)} } } }`,
      { id: subject },
      { id: unknownLike(subject) },
    );
    for (const list of [
      'extremismCases',
      'extremismFactors',
      'extremismMeetings',
      'extremismActions',
      'intelligenceNotes',
    ]) {
      await areAlike(
        persona,
        purpose,
        `query ($id: ID!) { ${list}(filter: { subjectId: { equals: $id } }) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
        { id: subject },
        { id: unknownLike(subject) },
      );
    }
  });

  it('is a case of extremism about a client, whom the same person sees in a conference', async () => {
    const persona = 'politie-haaglanden.officer';
    const asker = `${persona}:CASE_CONFERENCE`;
    const clients = toldOf(asker, 'Client');
    const subjectsOfCases = new Set([...(records().all.get('ExtremismCase')?.values() ?? [])]);
    const withCase = [...clients].find((id) => subjectsOfCases.has(id));
    const withoutCase = [...clients].find((id) => !subjectsOfCases.has(id));
    expect(withoutCase).toBeDefined();
    const query =
      'query ($id: ID!) { person(id: $id) { extremismCase { summary state } safetyHouseClient { __typename } } }';
    // Where no client of a conference is also a case, somebody who is one stands in for them.
    const someCase = withCase ?? [...subjectsOfCases].find((subject) => subject !== null) ?? '';
    const answers = await Promise.all(
      [someCase, withoutCase].map((id) => ask(persona, 'CASE_CONFERENCE', query, { id })),
    );
    const extremism = answers.map(({ data, errors }) => [
      (data?.['person'] as { extremismCase: unknown }).extremismCase,
      errors.filter(({ path: at }) => at?.includes('extremismCase')),
    ]);
    expect(extremism[0]?.[0]).toBeNull();
    expect(extremism[0]).toEqual(extremism[1]);
  });

  it('is what a mentor was told and a mentoring session, to the police', async () => {
    const disclosure = lineOf('MalsDisclosure.content', () => true);
    const subject = String(disclosure.subject);
    const query = `query ($id: ID!, $subject: ID!) { malsDisclosure(id: $id) { content kind } person(id: $subject) { malsClient { givenName malsDisclosures { content } mentoringSessions { heldOn notes } } } malsDisclosures(filter: { subjectId: { equals: $subject } }) { totalCount } }`;
    await areAlike(
      'merseyside-police.officer',
      'IOM_CASE_MANAGEMENT',
      query,
      { id: disclosure.id, subject },
      { id: unknownLike(disclosure.id), subject: unknownLike(subject) },
    );
    await areAlike(
      'mals.mentor',
      'MENTORING_SUPPORT',
      query,
      { id: disclosure.id, subject },
      { id: unknownLike(disclosure.id), subject: unknownLike(subject) },
    );
  });

  it('is a client of MALS alone, to everybody outside MALS', async () => {
    const nominals = records().all.get('Nominal') ?? new Map<string, string | null>();
    const client = lineOf('MalsClient.givenName', ({ id }) => !nominals.has(id));
    expect(client.visibleTo).toContain('mals.coordinator:OWN_CASE_WORK');
    const query =
      'query ($id: ID!) { malsClient(id: $id) { givenName } nominal(id: $id) { givenName } person(id: $id) { malsClient { givenName } nominal { givenName lcpEnrolments { id } mentoringMatches { id } } } nominals(filter: { id: { equals: $id } }) { totalCount } }';
    for (const [persona, purpose] of [
      ['merseyside-police.officer', 'IOM_CASE_MANAGEMENT'],
      ['nps.probation-officer', 'IOM_CASE_MANAGEMENT'],
      ['merseyside-crc.case-manager', 'IOM_CASE_MANAGEMENT'],
      ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT'],
      ['hmp-liverpool.officer', 'IOM_CASE_MANAGEMENT'],
      ['mals.mentor-2', 'MENTORING_SUPPORT'],
    ] as const) {
      await areAlike(persona, purpose, query, { id: client.id }, { id: unknownLike(client.id) });
    }
  });

  it('is a victim, to partners in the case who are not told of victims', async () => {
    const constraint = lineOf('VictimConstraint.protectedArea', ({ visibleTo }) => visibleTo.length > 0);
    const query =
      'query ($id: ID!, $subject: ID!) { victimConstraint(id: $id) { protectedArea noContact reason } victimConstraints(filter: { subjectId: { equals: $subject } }) { totalCount } }';
    const told = new Set(constraint.visibleTo);
    for (const asker of [
      'youth-care.worker:OWN_CASE_WORK',
      'rijswijk.social-team:OWN_CASE_WORK',
      'forensic-care.clinician:CASE_CONFERENCE',
      'politie-haaglanden.officer:EXTREMISM_PREVENTION',
    ]) {
      if (told.has(asker)) continue;
      const [persona = '', purpose = ''] = asker.split(':');
      await areAlike(
        persona,
        purpose,
        query,
        { id: constraint.id, subject: String(constraint.subject) },
        { id: unknownLike(constraint.id), subject: unknownLike(String(constraint.subject)) },
      );
    }
  });

  it('answers alike when the question itself is at fault', async () => {
    const hidden = lineOf(
      'Nominal.givenName',
      ({ visibleTo, id }) =>
        visibleTo.includes('merseyside-police.officer:IOM_CASE_MANAGEMENT') &&
        !toldOf('mals.mentor:MENTORING_SUPPORT', 'Nominal').has(id),
    );
    for (const query of [
      'query ($id: ID!) { nominal(id: $id) { givenName name referrals(first: 0) { id } } }',
      'query ($id: ID!) { nominals(filter: { id: { equals: $id } }, after: "forged") { totalCount } }',
      'query ($id: ID!) { nominals(filter: { id: { equals: $id }, name: { startsWith: "A" } }) { totalCount } }',
      'query ($id: ID!) { nominals(filter: { id: { equals: $id } }, orderBy: [{ id: ASC, givenName: ASC }]) { totalCount } }',
      'query ($id: ID!) { person(id: $id) { nominal { reoffending(windowMonths: 5) { windowMonths } givenName } } }',
      'query ($id: ID!) { nominal(id: $id) { offences { offenceDate } intelligenceReports { text } givenName } }',
    ]) {
      const answers = await Promise.all(
        [hidden.id, unknownLike(hidden.id)].map((id) => ask('mals.mentor', 'MENTORING_SUPPORT', query, { id })),
      );
      const [one, other] = answers as [Answer, Answer];
      expect([query, bytes(one)]).toEqual([query, bytes(other)]);
    }
  });
});
