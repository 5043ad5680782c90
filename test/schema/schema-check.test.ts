import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { diff } from '@graphql-inspector/core';
import {
  buildASTSchema,
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLSchema,
  type IntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isScalarType,
  parse,
} from 'graphql';

import { loadProtocols } from '../../protocols/load-protocols';
import type { Clause, Permission } from '../../protocols/protocol';
import { levelCovers } from '../../schema/categories';
import { controllerOf } from '../../schema/controllers';
import { OWNER_NAMES } from '../../schema/owners';
import { readPermissionMap, UncategorisedSchema } from '../../schema/read-permission-map';
import { ask } from '../hub/hub';
import { ROOT } from '../hub/launch-hub';

const read = (name: string): string => readFileSync(path.join(ROOT, 'schema', name), 'utf8');
const supergraph = read('supergraph.graphql');
const map = readPermissionMap(supergraph);
const schema: GraphQLSchema = buildASTSchema(parse(supergraph), { assumeValid: true });
const types = Object.values(schema.getTypeMap()).filter(
  ({ name }) => !name.startsWith('__') && !/^(join|link)__/.test(name),
);
const objectTypes = types.filter(isObjectType);
/** Each root field with the type that it answers. */
const rootTypes = new Map(
  Object.values(schema.getQueryType()?.getFields() ?? {}).map(({ name, type }) => [
    name,
    String(type).replace(/[[\]!]/g, ''),
  ]),
);

/** Whether the type of a coordinate stands in an owner's own schema. */
function ownsType(owner: string, coordinate: string): boolean {
  const [type = ''] = coordinate.split('.');
  return new RegExp(`^type ${type} `, 'm').test(read(`subgraphs/${owner}.graphql`));
}

/** The SDL without the n-th occurrence of a directive. */
function without(sdl: string, directive: RegExp): string {
  const changed = sdl.replace(directive, '');
  expect(changed).not.toBe(sdl);
  return changed;
}

describe('the schema', () => {
  it('says of every output field what it discloses, or has it exempt by name', () => {
    const silent = objectTypes.flatMap((type) =>
      Object.keys(type.getFields())
        .map((field) => `${type.name}.${field}`)
        .filter((coordinate) => !map.fields.has(coordinate) && !map.exempt.has(coordinate)),
    );
    expect(silent).toEqual([]);
    expect(map.fields.size).toBeGreaterThan(800);
    const names = new Set([...map.exempt].map((coordinate) => coordinate.split('.')[1]));
    expect([...names].sort()).toEqual(['cursor', 'edges', 'endCursor', 'hasNextPage', 'id', 'node', 'pageInfo']);
  });

  it('counts by the flag of what is counted', () => {
    const counts = [...map.fields.values()].filter(({ coordinate }) => coordinate.endsWith('Connection.totalCount'));
    expect(counts.length).toBeGreaterThan(40);
    expect(counts.filter(({ level }) => level !== 'FLAG')).toEqual([]);
    for (const { coordinate, category } of counts) {
      const recordType = coordinate.replace('Connection.totalCount', '');
      const root = [...rootTypes].find(([, type]) => type === recordType)?.[0] ?? '';
      expect([coordinate, map.fields.get(`Query.${root}`)?.category]).toEqual([coordinate, category]);
    }
  });

  it('says of every input what using it reveals', () => {
    const operators = ['equals', 'from', 'in', 'startsWith', 'to'];
    const silent = types.filter(isInputObjectType).flatMap((type) => {
      const names = Object.keys(type.getFields());
      const isComparison = names.every((name) => operators.includes(name));
      return isComparison
        ? []
        : names.map((name) => `${type.name}.${name}`).filter((coordinate) => !map.inputs.has(coordinate));
    });
    expect(silent).toEqual([]);
    expect(map.inputs.size).toBeGreaterThan(400);
    // A step of a lookup, or of a project, tells how it stands, whichever of its inputs is used.
    const isOfStep = ([input]: readonly [string, string]): boolean => input.split('.')[0]?.endsWith('Input') === true;
    const steps = [...map.inputs].filter(isOfStep);
    expect(new Set(steps.map(([, revealed]) => revealed))).toEqual(
      new Set(['LookupAnswer.askedAt', 'LookupSteps.state', 'ResearchProject.state']),
    );
    // Whatever a table is asked with chooses its cells.
    const isOfTable = ([input]: readonly [string, string]): boolean =>
      /^(DimensionFilter\.|Query\.(cohortStatistics|describeTable)\()/.test(input);
    const ofTables = [...map.inputs].filter(isOfTable);
    expect(ofTables).toHaveLength(2 + 2 * 6);
    expect(new Set(ofTables.map(([, revealed]) => revealed))).toEqual(new Set(['StatisticsTable.cells']));
    for (const [input, revealed] of [...map.inputs].filter((each) => !isOfStep(each) && !isOfTable(each))) {
      const [inputType = '', field = ''] = input.split('.');
      // A filter or sort of one kind of record reveals the field of the same name of that kind.
      expect([input, revealed]).toEqual([input, `${inputType.replace(/(Filter|Order)$/, '')}.${field}`]);
    }
  });

  it('does not build when a field, an input or a controller is not said', () => {
    expect(() => readPermissionMap(without(supergraph, / @category\(name: "COST_OF_CRIME", level: "FULL"\)/))).toThrow(
      UncategorisedSchema,
    );
    expect(() => readPermissionMap(without(supergraph, / @reveals\(coordinate: "Nominal\.name"\)/))).toThrow(
      /add @reveals/,
    );
    expect(() =>
      readPermissionMap(supergraph, (name) => (name === 'Offence' ? undefined : controllerOf(name))),
    ).toThrow(/Offence has no controller/);
    expect(() =>
      readPermissionMap(supergraph.replace('name: "COST_OF_CRIME", level: "FULL"', 'name: "COST", level: "FULL"')),
    ).toThrow(/unknown category/);
    expect(() =>
      readPermissionMap(supergraph.replace('coordinate: "Nominal.name"', 'coordinate: "Nominal.shoeSize"')),
    ).toThrow(/no output field/);
  });

  it('has a controller for each type of record, and one alone', () => {
    for (const { name } of objectTypes.filter(({ name }) => !['Query', 'Mutation', 'PageInfo'].includes(name))) {
      expect([name, controllerOf(name) !== undefined]).toEqual([name, true]);
    }
  });

  it('joins owners by the opaque id of a person, or by the caller’s own words, and by nothing else', () => {
    const keys = OWNER_NAMES.flatMap((owner) =>
      [...read(`subgraphs/${owner}.graphql`).matchAll(/type (\w+)[^{]*?@key\(fields: "([^"]*)"/g)].map(
        ([, type, fields]) => `${String(type)} ${String(fields)}`,
      ),
    );
    // An officer's question: nothing of it is stored, and every owner reads it for itself.
    expect([...keys].sort()).toEqual(
      OWNER_NAMES.flatMap(() => ['Person id', 'Disclosures id', 'AccessExplanation persona purpose subject']).sort(),
    );
    for (const type of objectTypes) {
      const key = type.getFields()['id'];
      if (key !== undefined) expect([type.name, String(key.type)]).toEqual([type.name, 'ID!']);
    }
    const person = objectTypes.find(({ name }) => name === 'Person');
    const nullable = Object.values(person?.getFields() ?? {}).filter(({ name }) => name !== 'id');
    expect(nullable.filter(({ type }) => String(type).endsWith('!'))).toEqual([]);
    // A field that gave away another owner's values would be decided without that owner; there is none.
    for (const [field, revealed] of map.requires) {
      const owner = OWNER_NAMES.find((name) => ownsType(name, field));
      expect([field, revealed.filter((coordinate) => owner === undefined || !ownsType(owner, coordinate))]).toEqual([
        field,
        [],
      ]);
    }
  });

  it('describes all that a partner reads in it', () => {
    const bare = types.flatMap((type) => {
      const own =
        type.description ||
        ['Query', 'Mutation'].includes(type.name) ||
        (isScalarType(type) && ['Boolean', 'Float', 'ID', 'Int', 'String'].includes(type.name))
          ? []
          : [type.name];
      if (isObjectType(type) || isInputObjectType(type)) {
        return [
          ...own,
          ...Object.values(type.getFields())
            .filter(({ description }) => !description)
            .map(({ name }) => `${type.name}.${name}`),
        ];
      }
      return isEnumType(type)
        ? [
            ...own,
            ...type
              .getValues()
              .filter(({ description }) => !description)
              .map(({ name }) => `${type.name}.${name}`),
          ]
        : own;
    });
    expect(bare).toEqual([]);
  });

  it('models neither ethnicity nor religion, and no national number', () => {
    const files = [
      'supergraph.graphql',
      ...readdirSync(path.join(ROOT, 'schema/subgraphs')).map((file) => `subgraphs/${file}`),
    ];
    const names = files.flatMap((file) => read(file).match(/\b[A-Za-z_]+\b/g) ?? []);
    expect(names.length).toBeGreaterThan(10_000);
    const forbidden =
      /ethnic|religi|\brace\b|racial|faith|muslim|islam|christian|nationality|\bbsn\b|codiceFiscale|pncId|nhsNumber/i;
    expect([...new Set(names.filter((name) => forbidden.test(name)))]).toEqual([]);
  });

  it('is what callers see, and less for each of them', async () => {
    for (const persona of [
      'merseyside-police.officer',
      'mals.mentor',
      'safety-house.process-director',
      'eri.staff',
      'pcc.commissioner',
    ]) {
      const { data, errors } = await ask(persona, undefined, getIntrospectionQuery());
      expect(errors).toEqual([]);
      const changes = await diff(schema, buildClientSchema(data as unknown as IntrospectionQuery));
      const added = changes.filter(
        ({ type, path: at }) => String(type).endsWith('_ADDED') && !/^@|join__|link__/.test(at ?? ''),
      );
      expect(added.map(({ message }) => message)).toEqual([]);
      expect(changes.filter(({ type }) => String(type) === 'TYPE_REMOVED').length).toBeGreaterThan(10);
    }
  });
});

describe('the agreements', () => {
  const set = loadProtocols(path.join(ROOT, 'protocols/agreements'), {
    synthetic: true,
    fields: [...map.fields.values()],
  });
  const fields = [...map.fields.values()];

  it.each(set.protocols.map((protocol) => [protocol.id, protocol] as const))(
    '%s permits in each clause something that there is',
    (_id, { clauses }) => {
      const kinds = new Set(fields.map(({ category }) => category));
      const matches = (clause: Clause, permission: Permission): boolean =>
        fields.some(
          ({ controller, category, level, facet }) =>
            clause.disclosers.includes(controller) &&
            category === permission.category &&
            levelCovers(permission.level, level) &&
            (permission.facets === undefined || (facet !== undefined && permission.facets.includes(facet))),
        );
      // A schedule is written for several disclosers, some of which keep only a part of it.
      // What a clause awaits may bring a kind of data that the graph does not have yet.
      const isAwaited = ({ awaits }: Clause, { category }: Permission): boolean =>
        awaits !== undefined && !kinds.has(category);
      const barren = clauses.filter(
        (clause) => !clause.permits.some((permission) => matches(clause, permission) || isAwaited(clause, permission)),
      );
      expect(barren.map(({ id }) => id)).toEqual([]);
    },
  );
});
