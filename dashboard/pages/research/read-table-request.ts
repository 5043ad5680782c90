import { graphShape } from '../../graph/graph-shape';
import { allDimensions, categoriesOf, JURISDICTION } from './dimensions';

/** A question about a table as an address has it; what it holds else is left out, so that any address can be shared. */
export interface TableRequest {
  readonly measure: string;
  readonly scope: string;
  readonly groupBy: readonly string[];
  /** One category of a dimension. */
  readonly only: Readonly<Record<string, string>>;
  readonly acceptMixedDefinitions: boolean;
}

/** Reads `?measure=COUNT&scope=ALL&by=SEX&by=AGE_BAND&only.PATHWAY=OTHER&mixed=yes`. */
export function readTableRequest(query: URLSearchParams): TableRequest {
  const oneOf = (name: string, vocabulary: string): string => {
    const [first = '', ...others] = graphShape().codesOf(vocabulary);
    return others.find((code) => code === query.get(name)) ?? first;
  };
  const dimensions = allDimensions();
  return {
    measure: oneOf('measure', 'Measure'),
    scope: oneOf('scope', 'Scope'),
    groupBy: dimensions.filter((dimension) => query.getAll('by').includes(dimension)),
    only: Object.fromEntries(
      dimensions.flatMap((dimension) => {
        const category = query.get(`only.${dimension}`);
        return category !== null && categoriesOf(dimension).includes(category) ? [[dimension, category]] : [];
      }),
    ),
    acceptMixedDefinitions: query.get('mixed') === 'yes',
  };
}

/** Whether an address asks for anything yet. */
export function asksForTable(query: URLSearchParams): boolean {
  return query.has('measure') || query.has('by');
}

/** What the graph is asked with. */
export function variablesOf(project: string, { measure, scope, groupBy, only, ...rest }: TableRequest) {
  return {
    ...{ project, measure, scope, groupBy },
    where: Object.entries(only).map(([dimension, category]) => ({ dimension, category })),
    acceptMixedDefinitions: rest.acceptMixedDefinitions,
  };
}

/** The part of an address after the path that asks for this. */
export function queryOf({ measure, scope, groupBy, only, acceptMixedDefinitions }: TableRequest): string {
  const query = new URLSearchParams({ measure, scope });
  for (const dimension of groupBy) query.append('by', dimension);
  for (const [dimension, category] of Object.entries(only)) query.set(`only.${dimension}`, category);
  if (acceptMixedDefinitions) query.set('mixed', 'yes');
  return query.toString();
}

/** The same question with these dimensions alone, as the graph proposes it; a scope is no break-down. */
export function coarserRequest(asked: TableRequest, dimensions: readonly string[]): TableRequest {
  const stays = (dimension: string): boolean => dimensions.includes(dimension);
  return {
    ...asked,
    // A table of one owner has the dimension without being broken down by it.
    scope: stays(JURISDICTION) ? asked.scope : 'ALL',
    groupBy: asked.groupBy.filter(stays),
    only: Object.fromEntries(Object.entries(asked.only).filter(([dimension]) => stays(dimension))),
  };
}
