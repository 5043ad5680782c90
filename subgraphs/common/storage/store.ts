import type { PGlite } from '@electric-sql/pglite';
import { DataSource, type MixedList } from 'typeorm';

import { LastingPool } from './lasting-pool';
import { embeddedPostgres, openEmbeddedEngine } from './embedded-pool';
import { postgresTypes } from './value-parsers';
import { SnakeCaseNaming } from './snake-case-naming';

/** Where an owner's database is: the embedded engine (in memory without a directory), or PostgreSQL by two URLs. */
export type StoreLocation =
  | { readonly kind: 'embedded'; readonly directory?: string }
  | {
      readonly kind: 'postgres';
      readonly applicationUrl: string;
      readonly adminUrl: string;
      readonly poolSize: number;
    };

/** An owner's opened database: one DataSource for requests, one for maintenance (migrations, loading). */
export interface Store {
  readonly application: DataSource;
  readonly maintenance: DataSource;
  close(): Promise<void>;
}

type EntityClasses = MixedList<new () => object>;

export async function openStore(location: StoreLocation, entities: EntityClasses): Promise<Store> {
  if (location.kind === 'embedded') {
    const engine: PGlite = await openEmbeddedEngine(location.directory);
    const dataSource = await new DataSource({
      type: 'postgres',
      driver: embeddedPostgres(engine),
      entities,
      namingStrategy: new SnakeCaseNaming(),
      synchronize: false,
      logging: false,
    }).initialize();
    return {
      application: dataSource,
      maintenance: dataSource,
      close: async () => {
        await dataSource.destroy();
        await engine.close();
      },
    };
  }
  const open = (url: string, poolSize: number, statementTimeoutMs: number): Promise<DataSource> =>
    new DataSource({
      type: 'postgres',
      driver: { Pool: LastingPool },
      url,
      poolSize,
      connectTimeoutMS: 5_000,
      extra: { types: postgresTypes, statement_timeout: statementTimeoutMs },
      entities,
      namingStrategy: new SnakeCaseNaming(),
      synchronize: false,
      logging: false,
    }).initialize();
  // An index over millions of rows takes longer than any answer may: maintenance is not cut short.
  const maintenance = await open(location.adminUrl, 2, 0);
  const application = await open(location.applicationUrl, location.poolSize, 10_000);
  return {
    application,
    maintenance,
    close: async () => {
      await application.destroy();
      await maintenance.destroy();
    },
  };
}
