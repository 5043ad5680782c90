import type { PGlite } from '@electric-sql/pglite';
import { DataSource, type MixedList } from 'typeorm';

import { EMBEDDED_APPLICATION_ROLE, EMBEDDED_MAINTENANCE_ROLE, ensureRole } from '../row-security/roles';
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
  /** The role as which the application's statements run: it owns nothing, and policies hold for it. */
  readonly applicationRole: string;
  readonly maintenance: DataSource;
  close(): Promise<void>;
}

type EntityClasses = MixedList<new () => object>;

export async function openStore(location: StoreLocation, entities: EntityClasses): Promise<Store> {
  if (location.kind === 'embedded') {
    const engine: PGlite = await openEmbeddedEngine(location.directory);
    await engine.exec(ensureRole(EMBEDDED_APPLICATION_ROLE));
    const poolOf = embeddedPostgres(engine);
    const openAs = (role: string): Promise<DataSource> =>
      new DataSource({
        type: 'postgres',
        driver: poolOf(role),
        entities,
        namingStrategy: new SnakeCaseNaming(),
        synchronize: false,
        logging: false,
      }).initialize();
    const maintenance = await openAs(EMBEDDED_MAINTENANCE_ROLE);
    const application = await openAs(EMBEDDED_APPLICATION_ROLE);
    return {
      application,
      applicationRole: EMBEDDED_APPLICATION_ROLE,
      maintenance,
      close: async () => {
        await application.destroy();
        await maintenance.destroy();
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
  // The lookup's desks work by it, too, beside the keeper of its tags.
  const maintenance = await open(location.adminUrl, 4, 0);
  const application = await open(location.applicationUrl, location.poolSize, 10_000);
  const [{ role }] = await application.query<[{ role: string }]>('select current_user as role');
  return {
    application,
    applicationRole: role,
    maintenance,
    close: async () => {
      await application.destroy();
      await maintenance.destroy();
    },
  };
}
