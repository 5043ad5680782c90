import fc from 'fast-check';
import { buildSchema, execute, type ExecutionResult, type FieldNode, isNonNullType, Kind, parse } from 'graphql';

import { completeAnswer } from './complete-answer';
import type { Refusal, SelectionDecisions } from './decide-selections';
import { operationOf } from './operation';

const schema = buildSchema(`
  type Query { person: Person, people: [Person!], named: [Named], anything: [Anything!]! }
  interface Named { id: ID!, name: String }
  type Person implements Named { id: ID!, name: String, age: Int, friend: Person, friends: [Person!]!, band: Band! }
  type Place implements Named { id: ID!, name: String, street: String!, tenants: [Person] }
  union Anything = Person | Place
  enum Band { LOW HIGH }
`);

const BAND = fc.constantFrom('LOW', 'HIGH');
/** A person whose friends have friends so deep. */
const personWith = (depth: number): fc.Arbitrary<object> => {
  const friend = depth === 0 ? undefined : personWith(depth - 1);
  return fc.record({
    __typename: fc.constant('Person'),
    id: fc.string(),
    name: fc.option(fc.string()),
    age: fc.option(fc.integer({ min: 0, max: 99 })),
    friend: friend === undefined ? fc.constant(null) : fc.option(friend),
    friends: friend === undefined ? fc.constant([]) : fc.array(friend, { maxLength: 2 }),
    band: BAND,
  });
};
const person = personWith(3);
const place = fc.record({
  __typename: fc.constant('Place'),
  id: fc.string(),
  name: fc.option(fc.string()),
  street: fc.string(),
  tenants: fc.option(fc.array(fc.option(personWith(2)), { maxLength: 2 })),
});
const DATA = fc.record({
  person: fc.option(person),
  people: fc.option(fc.array(person, { maxLength: 3 })),
  named: fc.option(fc.array(fc.option(fc.oneof(person, place)), { maxLength: 3 })),
  anything: fc.array(fc.oneof(person, place), { maxLength: 3 }),
});

const PERSON =
  'id name age band ... on Person { friend { id ...P } friends { band id } } ... @include(if: $yes) { age } ...P';
const QUESTION = `query ($yes: Boolean!, $no: Boolean!) {
  person { ${PERSON} } people { ${PERSON} friend { name } }
  named { __typename ...N ... on Place { street tenants { id } } ... on Person { friends { name } } }
  anything { ... on Named { id name @skip(if: $no) } ... on Place { tenants { ...P } } ... on Person { band } }
}
fragment P on Person { name friends { friend { id } } }
fragment N on Named { id name }`;
const document = parse(QUESTION);
const definition = document.definitions[0];
if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
const operation = operationOf(document, definition);

const COORDINATES = ['Person', 'Place', 'Query'].flatMap((typeName) => {
  const type = schema.getType(typeName);
  return type !== undefined && 'getFields' in type ? Object.keys(type.getFields()).map((f) => `${typeName}.${f}`) : [];
});

const withheld = (coordinate: string): Refusal => ({
  kind: 'withheld',
  withholding: {
    protocol: 'P',
    version: '1.0.0',
    clause: 'c',
    category: 'IDENTITY',
    level: 'FULL',
    coordinate,
    requestable: false,
  },
});

/** The plain reference: graphql-js executes the operation over the answer, with a resolver that refuses. */
function reference(refused: ReadonlySet<string>, variableValues: Record<string, unknown>, data: object) {
  class Refused extends Error {}
  const occurrences: Record<string, number> = {};
  const result = execute({
    schema,
    document,
    variableValues,
    rootValue: data,
    typeResolver: (value) => (value as { __typename: string }).__typename,
    fieldResolver: (source: Record<string, unknown>, _args, _context, info) => {
      const coordinate = `${info.parentType.name}.${info.fieldName}`;
      if (!refused.has(coordinate)) return source[info.path.key];
      occurrences[coordinate] = (occurrences[coordinate] ?? 0) + 1;
      if (isNonNullType(info.returnType)) throw new Refused();
      return null;
    },
  }) as ExecutionResult;
  const failures = (result.errors ?? []).filter((error) => !(error.originalError instanceof Refused));
  return { data: result.data ?? null, failures: failures.length, occurrences };
}

describe('an answer is completed', () => {
  it('as graphql-js would execute the operation over it, with the refused fields null', () => {
    fc.assert(
      fc.property(DATA, fc.subarray(COORDINATES), fc.boolean(), fc.boolean(), (data, coordinates, yes, no) => {
        const refused = new Set(coordinates);
        const variables = { yes, no };
        const refusals = new Map(coordinates.map((coordinate) => [coordinate, withheld(coordinate)]));
        const decisions: SelectionDecisions = {
          anyRefused: refused.size > 0,
          refused: [],
          refusalOf: (node: FieldNode, typeName) => refusals.get(`${typeName}.${node.name.value}`),
        };
        const requester = { organisation: 'mals', role: 'mentor', purpose: 'REFERRAL' } as const;
        const completed = completeAnswer({ schema, operation, variables, decisions, requester, answer: { data } });
        const expected = reference(refused, variables, data);
        expect(JSON.stringify(completed.data)).toBe(JSON.stringify(expected.data));
        const told: Record<string, number> = {};
        for (const { extensions } of completed.errors ?? []) {
          const coordinate = String(extensions['coordinate']);
          told[coordinate] = (told[coordinate] ?? 0) + Number(extensions['occurrences']);
        }
        expect(told).toEqual(expected.occurrences);
        expect(expected.failures).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('with a failure, and never a refusal, where the answer does not fit the schema', () => {
    const decisions: SelectionDecisions = { anyRefused: false, refused: [], refusalOf: () => undefined };
    const requester = { organisation: 'mals', role: 'mentor', purpose: 'REFERRAL' } as const;
    const { data, errors } = completeAnswer({
      schema,
      operation,
      variables: { yes: true, no: false },
      decisions,
      requester,
      answer: { data: { person: { id: null }, people: 'none', named: [], anything: [] } },
    });
    expect(data).toEqual({ person: null, people: null, named: [], anything: [] });
    expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['person', 'id'], 'INTERNAL'],
      [['people'], 'INTERNAL'],
    ]);
  });
});
