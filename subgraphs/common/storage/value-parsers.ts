import type { CustomTypesConfig } from 'pg';
import pg from 'pg';

/**
 * How values come out of the database, alike on PostgreSQL and on the embedded engine, whose own defaults differ:
 * calendar dates stay `YYYY-MM-DD` (no time zone can move them), counts and amounts are numbers, instants are Dates.
 */
export const VALUE_PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.DATE]: (text) => text,
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.NUMERIC]: Number,
  [pg.types.builtins.INTERVAL]: (text) => text,
  [pg.types.builtins.BYTEA]: (text) => Buffer.from(text.replace(/^\\x/, ''), 'hex'),
  [pg.types.builtins.TIMESTAMPTZ]: (text) => new Date(text),
};

/** The same parsers in the form that node-postgres wants for one connection. */
export const postgresTypes: CustomTypesConfig = {
  getTypeParser: (id, format): unknown => VALUE_PARSERS[id] ?? pg.types.getTypeParser(id, format),
};
