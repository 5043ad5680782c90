import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  getNamedType,
  type GraphQLSchema,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

import { requestError } from './hub-error';
import {
  fieldOf,
  fragmentBody,
  fragmentsOf,
  narrowedScope,
  type Operation,
  rootFieldNames,
  rootScope,
  type Scope,
  scopeOf,
  type VariableValues,
} from './operation';

export interface OperationLimits {
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  /** Fields after fragments are written out. */
  readonly fields: number;
  /** The largest page. */
  readonly pageSize: number;
  /** Records that nested pages could hold together. */
  readonly records: number;
  /** Lexical tokens of a document. */
  readonly tokens: number;
}

export const OPERATION_LIMITS: OperationLimits = {
  depth: 24,
  aliases: 100,
  rootFields: 40,
  fields: 2000,
  pageSize: 100,
  records: 20_000,
  tokens: 10_000,
};

interface Size {
  readonly fields: number;
  readonly depth: number;
  readonly aliases: number;
}

/**
 * Refuses a document that would be costly to check, before it is checked. Fragments are measured once each and their
 * measures added up, so that a fragment bomb is found without unfolding it.
 */
export function limitDocument(document: DocumentNode, limits: OperationLimits): void {
  const fragments = fragmentsOf(document);
  const measure = fragmentMeasurer(fragments);
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  for (const operation of operations) {
    const size = measure(operation.selectionSet);
    const roots = rootFieldNames(operation.selectionSet, fragments);
    hold(size.depth <= limits.depth, 'levels', limits.depth);
    hold(size.aliases <= limits.aliases, 'aliases', limits.aliases);
    hold(roots.length <= limits.rootFields, 'root fields', limits.rootFields);
    hold(size.fields <= limits.fields, 'fields with all fragments written out', limits.fields);
    refuseMixedIntrospection(operation, roots);
  }
}

/**
 * Refuses pages that are too large, alone or nested in one another. A list that is not told how many to give counts
 * with its default. An operation that says so without variables is measured once.
 */
export function pageLimiter(
  schema: GraphQLSchema,
  limits: OperationLimits,
): (operation: Operation, variables: VariableValues) => void {
  const measured = new WeakSet<OperationDefinitionNode>();
  return (operation, variables) => {
    if (measured.has(operation.definition)) return;
    const { readsVariables } = limitPages(schema, operation, variables, limits);
    if (!readsVariables) measured.add(operation.definition);
  };
}

function limitPages(
  schema: GraphQLSchema,
  operation: Operation,
  variables: VariableValues,
  limits: OperationLimits,
): { readonly readsVariables: boolean } {
  let records = 0;
  let readsVariables = false;
  const walk = (selectionSet: SelectionSetNode, scope: Scope, parents: number): void => {
    for (const selection of selectionSet.selections) {
      if (selection.kind !== Kind.FIELD) {
        const body = fragmentBody(selection, operation.fragments);
        walk(body.selectionSet, narrowedScope(schema, scope, body.typeCondition?.name.value), parents);
        continue;
      }
      const field = fieldOf(scope.parent, selection.name.value);
      const target = field && getNamedType(field.type);
      if (field === undefined || !selection.selectionSet || !isCompositeType(target)) continue;
      let size = 1;
      if (field.args.some(({ name }) => name === 'first')) {
        readsVariables ||=
          selection.arguments?.some(({ name, value }) => name.value === 'first' && value.kind === Kind.VARIABLE) ??
          false;
        const first = getArgumentValues(field, selection, variables)['first'];
        if (typeof first === 'number' && (first < 0 || first > limits.pageSize)) {
          throw requestError('BAD_INPUT', `"first" is a number from 0 to ${String(limits.pageSize)}.`);
        }
        size = typeof first === 'number' ? Math.max(first, 1) : DEFAULT_PAGE;
        records += parents * size;
        hold(records <= limits.records, 'records on nested pages', limits.records);
      }
      walk(selection.selectionSet, scopeOf(schema, target), parents * size);
    }
  };
  walk(operation.definition.selectionSet, rootScope(schema, operation.definition), 1);
  return { readsVariables };
}

/** What a list gives that is not told how many. */
const DEFAULT_PAGE = 20;

function fragmentMeasurer(
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): (selectionSet: SelectionSetNode) => Size {
  const measured = new Map<string, Size | 'measuring'>();

  const measureFragment = (name: string): Size => {
    const known = measured.get(name);
    if (known === 'measuring') throw requestError('BAD_INPUT', 'A fragment contains itself.');
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    if (fragment === undefined) return { fields: 0, depth: 0, aliases: 0 };
    measured.set(name, 'measuring');
    const size = measure(fragment.selectionSet);
    measured.set(name, size);
    return size;
  };

  const measure = (selectionSet: SelectionSetNode): Size => {
    let fields = 0;
    let depth = 0;
    let aliases = 0;
    for (const selection of selectionSet.selections) {
      let size: Size;
      if (selection.kind === Kind.FIELD) size = measureField(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) size = measure(selection.selectionSet);
      else size = measureFragment(selection.name.value);
      fields += size.fields;
      aliases += size.aliases;
      depth = Math.max(depth, size.depth);
    }
    return { fields, depth, aliases };
  };

  const measureField = (field: FieldNode): Size => {
    if (field.alias?.value.startsWith('__')) {
      throw requestError('BAD_INPUT', 'An alias cannot begin with "__": such names belong to GraphQL.');
    }
    const inside = field.selectionSet === undefined ? { fields: 0, depth: 0, aliases: 0 } : measure(field.selectionSet);
    return {
      fields: inside.fields + 1,
      depth: inside.depth + 1,
      aliases: inside.aliases + (field.alias === undefined ? 0 : 1),
    };
  };
  // A document may define fragments that no operation uses: their aliases are looked at all the same.
  for (const name of fragments.keys()) measureFragment(name);
  return measure;
}

function refuseMixedIntrospection(operation: OperationDefinitionNode, roots: readonly string[]): void {
  const asksSchema = roots.some((name) => name === '__schema' || name === '__type');
  if (asksSchema && roots.some((name) => !name.startsWith('__'))) {
    throw requestError('BAD_INPUT', `Ask for the schema and for data in separate operations${nameOf(operation)}.`);
  }
}

function nameOf(operation: OperationDefinitionNode): string {
  return operation.name === undefined ? '' : ` ("${operation.name.value}")`;
}

function hold(holds: boolean, what: string, limit: number): void {
  if (holds) return;
  const error = requestError(
    'OPERATION_TOO_COSTLY',
    `Ask for less: at most ${String(limit)} ${what} in one operation.`,
  );
  error.extensions['limit'] = limit;
  throw error;
}
