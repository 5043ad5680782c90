import { readFileSync } from 'node:fs';
import path from 'node:path';

import {
  buildASTSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql';

import type { PermissionMap } from '../../schema/permission-map';
import { readPermissionMap } from '../../schema/read-permission-map';
import { ROOT } from '../hub/launch-hub';

/** One value of a record as the ordinary lists show it. */
export interface SurveyedField {
  /** The list that leads to it: `nominals`. */
  readonly root: string;
  /** Where it stands in a record: `['reoffending', 'atThreeMonths']`. */
  readonly path: readonly string[];
  /** The same steps as they are asked for: `['reoffending(windowMonths: 12)', 'reoffences']`. */
  readonly selections: readonly string[];
  /** Every coordinate that must be permitted for it to be shown, from the list down to the value itself. */
  readonly coordinates: readonly string[];
}

export interface SurveyedGraph {
  readonly fields: readonly SurveyedField[];
  readonly permissionMap: PermissionMap;
}

/** Every list of the graph with every plain value of its records. */
export function surveyedGraph(): SurveyedGraph {
  const sdl = readFileSync(path.join(ROOT, 'schema/supergraph.graphql'), 'utf8');
  const schema = buildASTSchema(parse(sdl, { noLocation: true }), { assumeValid: true });
  const permissionMap = readPermissionMap(sdl);
  /** The field itself, and what its value gives away beside its own. */
  const withRevealed = (coordinate: string) => [coordinate, ...(permissionMap.requires.get(coordinate) ?? [])];
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
  const lists: { root: string; record: GraphQLObjectType }[] = [];
  for (const query of queries) {
    const node = fieldWithin(fieldWithin(query, 'edges'), 'node');
    const record = node && getNamedType(node.type);
    if (isObjectType(record)) lists.push({ root: query.name, record });
  }
  const records = new Set(lists.map(({ record }) => record.name));
  const single = new Map(queries.map((query) => [getNamedType(query.type).name, `Query.${query.name}`]));

  const valuesOf = (type: GraphQLObjectType): readonly Omit<SurveyedField, 'root'>[] =>
    Object.values(type.getFields()).flatMap((field) => {
      const coordinate = `${type.name}.${field.name}`;
      const target = getNamedType(field.type);
      if (isLeafType(target)) return field.name === 'id' ? [] : [oneStep(field, coordinate)];
      // Other records have lists of their own.
      if (!isObjectType(target) || records.has(target.name)) return [];
      return valuesOf(target).map((inner) => ({
        path: [field.name, ...inner.path],
        selections: [selectionOf(field), ...inner.selections],
        coordinates: [...withRevealed(coordinate), ...inner.coordinates],
      }));
    });
  return {
    permissionMap,
    fields: lists.flatMap(({ root, record }) => {
      const leading = [`Query.${root}`, single.get(record.name) ?? `Query.${root}`];
      // That a record is there at all is a value too.
      return [{ path: ['id'], selections: ['id'], coordinates: [] }, ...valuesOf(record)].map((field) => ({
        ...field,
        root,
        coordinates: [...leading, ...field.coordinates],
      }));
    }),
  };
}

type AnyField = GraphQLField<unknown, unknown>;

/** The field of that name in the object that a field answers. */
function fieldWithin(field: AnyField | undefined, name: string): AnyField | undefined {
  const type = field && getNamedType(field.type);
  return isObjectType(type) ? type.getFields()[name] : undefined;
}

function oneStep(field: AnyField, coordinate: string): Omit<SurveyedField, 'root'> {
  return { path: [field.name], selections: [selectionOf(field)], coordinates: [coordinate] };
}

/** The measures ask for a number of months: a year shows most. */
function selectionOf({ name, args }: AnyField): string {
  const needed = args.filter(isRequiredArgument).map((argument) => `${argument.name}: 12`);
  return needed.length === 0 ? name : `${name}(${needed.join(', ')})`;
}
