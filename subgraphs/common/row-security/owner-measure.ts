import { snakeCase } from '../storage/snake-case-naming';
import type { RequestStore } from '../storage/request-store';
import { AS_PREDICATES } from './row-functions';

/**
 * A figure that is computed from records which its reader need not be shown: the permission to read it stands for its
 * inputs. It is read through a function of its own, which counts for nobody of whom the agreements do not show it.
 */
export interface OwnerMeasure {
  readonly name: string;
  /** The coordinate whose permission it needs: `Type.field` of records, `Query.field` of a figure about no person. */
  readonly coordinate: string;
  /** Table of the records that it is a field of. */
  readonly relation?: string;
  /** Further parameters, in their order; named `p_…` in the SELECT. */
  readonly parameters?: Readonly<Record<string, 'text' | 'integer' | 'date'>>;
  /** One SELECT over `wanted(id)`, the records asked about; of a figure about no person, over whole tables. */
  readonly select: string;
}

export function measureFunctionName({ name }: OwnerMeasure): string {
  return `measure_${snakeCase(name)}`;
}

export function measureFunction(measure: OwnerMeasure): string {
  const { coordinate, relation, select } = measure;
  const parameters = Object.entries(measure.parameters ?? {}).map(([name, type]) => `, p_${snakeCase(name)} ${type}`);
  const rows =
    relation === undefined
      ? `select to_jsonb(measured) from (${select}) measured where permits_all('${coordinate}')`
      : `with wanted(id) as materialized (
           select asked.id from unnest(p_ids) asked(id)
           where (select permits_all('${coordinate}')) or asked.id in (select permitted_ids('${coordinate}')))
         select to_jsonb(measured) from (${select}) measured`;
  return (
    `create or replace function ${measureFunctionName(measure)}(p_ids text[]${parameters.join('')}) returns setof jsonb` +
    ` language sql stable ${AS_PREDICATES} as $measure$ ${rows} $measure$`
  );
}

/** The figures of several records in one statement; of a figure about no person, of none. */
export async function readMeasure<Row>(
  store: RequestStore,
  measure: OwnerMeasure,
  ids: readonly string[],
  values: readonly (string | number)[] = [],
): Promise<Row[]> {
  const types = Object.values(measure.parameters ?? {});
  const given = types.map((type, index) => `, $${String(index + 2)}::${type}`).join('');
  const rows = await store.query<{ measured: Row }>(
    `select measured from ${measureFunctionName(measure)}($1::text[]${given}) measured`,
    [[...ids], ...values],
    measure.relation === undefined ? undefined : { relation: measure.relation, column: 'id', keys: ids },
  );
  return rows.map(({ measured }) => measured);
}
