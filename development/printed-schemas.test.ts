import { readFileSync } from 'node:fs';
import path from 'node:path';

import { buildASTSchema, getNamedType, isInputObjectType, isObjectType, parse } from 'graphql';

import { projectRoot } from '../service/project-root';
import { printedSchemas } from './printed-schemas';

const schemas = printedSchemas();
const committed = (name: string): string => readFileSync(path.join(projectRoot, 'schema', name), 'utf8');

it.each([...schemas.keys()])('schema/%s is what the code says', (name) => {
  expect(committed(name) === schemas.get(name)).toBe(true);
});

describe('the supergraph', () => {
  const schema = buildASTSchema(parse(schemas.get('supergraph.graphql') ?? ''), { assumeValid: true });
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !/^(join|link)__/.test(type.name),
  );

  it('describes every type and every field', () => {
    const bare = types.flatMap((type) => {
      const fields = isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
      const undescribed = fields.filter(({ description }) => !description).map(({ name }) => `${type.name}.${name}`);
      return type.description || ['Query', 'Mutation'].includes(type.name) || type.astNode === undefined
        ? undescribed
        : [type.name, ...undescribed];
    });
    expect(bare).toEqual([]);
  });

  it('lets every value that a protocol can withhold be null', () => {
    const compulsory = types.filter(isObjectType).flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ type: fieldType, astNode }) => {
          const isCategorised = astNode?.directives?.some(({ name }) => name.value === 'category') ?? false;
          return isCategorised && String(fieldType).endsWith('!');
        })
        .map(({ name }) => `${type.name}.${name}`),
    );
    expect(compulsory).toEqual([]);
  });

  it('reaches every kind of record by its id and as a list', () => {
    const query = schema.getQueryType()?.getFields() ?? {};
    const single = new Set(
      Object.values(query)
        .filter(({ args }) => args.some(({ name }) => name === 'id'))
        .map(({ type }) => getNamedType(type).name),
    );
    const listed = Object.values(query)
      .map(({ type }) => getNamedType(type).name)
      .filter((name) => name.endsWith('Connection'));
    expect(listed.length).toBeGreaterThan(40);
    expect(listed.filter((name) => !single.has(name.replace(/Connection$/, '')))).toEqual([]);
  });
});
