/**
 * SQL of a step that gives every table of records the reference in the source system and the quality of what is told
 * (A.3, provenance), where it has none: rows of before have them not recorded.
 */
export const PROVENANCE_COLUMNS = `
    do $provenance$
    declare t text;
    begin
      for t in
        select c.table_name from information_schema.columns c
          join information_schema.tables b on b.table_schema = c.table_schema and b.table_name = c.table_name
        where c.table_schema = 'public' and b.table_type = 'BASE TABLE' and c.column_name = 'basis'
      loop
        execute format('alter table %I add column if not exists source_reference text', t);
        execute format('alter table %I add column if not exists quality text', t);
      end loop;
    end $provenance$;`;
