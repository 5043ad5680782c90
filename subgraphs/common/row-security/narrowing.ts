/**
 * Which rows of a table a statement is about, told to the policies beside the statement. A policy asks about these rows
 * alone, so that one person costs the same among a hundred thousand. It narrows what the agreements show and never
 * widens it: docs/row-security.md.
 */
export type Narrowing =
  | { readonly relation: string; readonly column: string; readonly keys: readonly string[] }
  | {
      readonly relation: string;
      readonly where: readonly NarrowingComparison[];
      readonly order?: readonly { readonly column: string; readonly direction: 'ASC' | 'DESC' }[];
      readonly after?: { readonly values: readonly unknown[]; readonly id: string };
      readonly limit?: number;
    };

export interface NarrowingComparison {
  readonly column: string;
  readonly operator: string;
  readonly value: unknown;
}

/** Name of the SQL function that turns a narrowing into conditions on the rows `r` of its relation. */
const NARROWING_FUNCTION_NAME = 'row_narrowing';

/**
 * Every column is quoted as a name and every value as a literal; a column that the relation does not have is an error.
 * What is narrowed for another relation narrows nothing.
 */
export const NARROWING_FUNCTION = /* SQL */ `
  create or replace function ${NARROWING_FUNCTION_NAME}(p_relation text, p_among jsonb) returns text
  language plpgsql immutable set search_path = pg_catalog, pg_temp as $narrowing$
  declare
    v_sql text := '';
    v_order text := '';
    v_after text;
    v_step jsonb;
    v_column text;
    v_value text;
    v_place integer;
  begin
    if p_among is null or p_among ->> 'relation' is distinct from p_relation then return ''; end if;
    if p_among ? 'keys' then
      return format(' and r.%I = any(%L::text[])', p_among ->> 'column',
        array(select jsonb_array_elements_text(p_among -> 'keys')));
    end if;
    for v_step in select jsonb_array_elements(p_among -> 'where') loop
      v_column := v_step ->> 'column';
      v_sql := v_sql || ' and ' || case v_step ->> 'operator'
        when 'equals' then format('r.%I = %L', v_column, v_step ->> 'value')
        when 'from' then format('r.%I >= %L', v_column, v_step ->> 'value')
        when 'to' then format('r.%I <= %L', v_column, v_step ->> 'value')
        when 'startsWith' then format('starts_with(lower(r.%I), lower(%L))', v_column, v_step ->> 'value')
        when 'in' then coalesce((select format('r.%I in (%s)', v_column, string_agg(quote_nullable(one), ', '))
          from jsonb_array_elements_text(v_step -> 'value') one), 'false')
        else null
      end;
    end loop;
    if p_among ? 'after' then
      v_after := format('r.id > %L', p_among #>> '{after,id}');
      for v_place in reverse jsonb_array_length(p_among -> 'order') - 1 .. 0 loop
        v_column := p_among #>> array['order', v_place::text, 'column'];
        v_value := p_among #>> array['after', 'values', v_place::text];
        v_after := case when v_value is null then format('(r.%1$I is null and %2$s)', v_column, v_after)
          else format('(r.%1$I %2$s %3$L or r.%1$I is null or (r.%1$I = %3$L and %4$s))', v_column,
            case when p_among #>> array['order', v_place::text, 'direction'] = 'DESC' then '<' else '>' end,
            v_value, v_after) end;
      end loop;
      v_sql := v_sql || ' and ' || v_after;
    end if;
    if p_among ? 'limit' then
      for v_step in select jsonb_array_elements(p_among -> 'order') loop
        v_order := v_order || format('r.%I %s nulls last, ', v_step ->> 'column',
          case when v_step ->> 'direction' = 'DESC' then 'desc' else 'asc' end);
      end loop;
      v_sql := v_sql || format(' order by %sr.id limit %s', v_order, (p_among ->> 'limit')::integer);
    end if;
    return v_sql;
  end $narrowing$`;
