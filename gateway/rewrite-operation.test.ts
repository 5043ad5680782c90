import { buildSchema, Kind, type OperationDefinitionNode, parse, print } from 'graphql';

import { decideSelections } from './decide-selections';
import { operationOf } from './operation';
import { rewriteOperation } from './rewrite-operation';

const schema = buildSchema(`
  type Query { animal: Animal pets(filter: Filter): [Pet] dog: Dog }
  interface Animal { name: String home: Home }
  type Dog implements Animal { name: String home: Kennel bark: String puppies: [Dog] }
  type Cat implements Animal { name: String home: Basket purr: String }
  union Pet = Dog | Cat
  interface Home { street: String }
  type Kennel implements Home { street: String size: Int }
  type Basket implements Home { street: String }
  input Filter { name: String street: String }
`);
const inputs = new Map([['Filter.street', 'Kennel.street']]);

function rewrite(query: string, ...withheld: readonly string[]) {
  const document = parse(query);
  const definition = document.definitions.find(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  const operation = operationOf(document, definition);
  const decisions = decideSelections({
    schema,
    operation,
    variables: { a: true, b: false },
    inputs,
    outcomeOf: (coordinate) =>
      withheld.includes(coordinate)
        ? {
            kind: 'withheld',
            withholding: {
              protocol: 'P',
              version: '1.0.0',
              clause: 'R',
              category: 'IDENTITY',
              level: 'FULL',
              coordinate,
              requestable: false,
            },
          }
        : { kind: 'permitted' },
  });
  const rewritten = rewriteOperation(schema, operation, decisions);
  return { ...rewritten, text: print(rewritten.document).replace(/\s+/g, ' '), decisions };
}

describe('rewriting', () => {
  //  asked                                                withheld                      what is executed
  it.each([
    ['{ dog { name bark } }', ['Dog.bark'], '{ dog { name } }'],
    ['{ dog { bark } }', ['Dog.bark'], '{ dog { __typename } }'],
    ['{ dog { b: bark puppies { bark name } } }', ['Dog.bark'], '{ dog { puppies { name } } }'],
    ['{ dog { ...F } } fragment F on Dog { bark name }', ['Dog.bark'], '{ dog { ... on Dog { name } } }'],
    ['{ dog { ...F name } } fragment F on Dog { bark }', ['Dog.bark'], '{ dog { name } }'],
    ['{ animal { name } }', ['Cat.name'], '{ animal { __typename ... on Dog { name } } }'],
    ['{ animal { name } }', ['Cat.name', 'Dog.name'], '{ animal { __typename } }'],
    [
      '{ animal { ... on Dog { ... on Animal { name } } } }',
      ['Cat.name'],
      '{ animal { __typename ... on Dog { ... on Animal { name } } } }',
    ],
    ['{ animal { ... on Cat { ... on Animal { name } } } }', ['Cat.name'], '{ animal { __typename } }'],
    [
      '{ animal { home { street ... on Kennel { size } ... on Basket { street } } } }',
      ['Cat.home'],
      '{ animal { __typename ... on Dog { home { street ... on Kennel { size } } } } }',
    ],
    [
      '{ pets { ... on Dog { bark } ... on Cat { purr } } }',
      ['Dog.bark'],
      '{ pets { __typename ... on Cat { purr } } }',
    ],
    ['{ dog { name @include(if: true) bark @skip(if: true) } }', ['Dog.bark'], '{ dog { name @include(if: true) } }'],
    [
      'query ($a: Boolean!, $b: Boolean!) { dog { name @skip(if: $a) bark @skip(if: $b) } }',
      ['Dog.bark'],
      'query ($a: Boolean!) { dog { name @skip(if: $a) } }',
    ],
    [
      '{ a: pets(filter: { street: "x" }) { __typename } b: pets(filter: { name: "x" }) { __typename } }',
      ['Kennel.street'],
      '{ b: pets(filter: {name: "x"}) { __typename } }',
    ],
  ] as const)('%s without %j is %s', (query, withheld, expected) => {
    expect(rewrite(query, ...withheld).text).toBe(expected);
  });

  it('leaves nothing to execute where only type names are left of the root', () => {
    expect(
      rewrite('{ __typename dog { name } ... on Query { animal { name } } }', 'Query.dog', 'Query.animal').isEmpty,
    ).toBe(true);
    expect(rewrite('{ dog { name } }', 'Dog.name').isEmpty).toBe(false);
  });

  it('names the plan by what is executed, so that other rights have another plan', () => {
    const query = '{ dog { name bark } }';
    const hashes = [[], ['Dog.bark'], ['Dog.name']].map((withheld) => rewrite(query, ...withheld).queryHash);
    expect(new Set(hashes).size).toBe(3);
  });

  it('tells each refused selection once, with its path', () => {
    const { decisions } = rewrite('{ dog { bark x: bark ...F } } fragment F on Dog { bark }', 'Dog.bark');
    expect(decisions.refused.map(({ path }) => path)).toEqual([
      ['dog', 'bark'],
      ['dog', 'x'],
    ]);
  });
});
