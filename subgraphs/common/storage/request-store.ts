import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

import type { Requester } from '../../../schema/requester';

/**
 * The database as one request sees it: one read-only transaction for all loaders, opened at the first statement with
 * the requester in bound settings, which the predicate functions read. An unset setting reads as an empty string
 * after a commit, and denies.
 */
export class RequestStore {
  private opening: Promise<EntityManager> | undefined;
  private runner: QueryRunner | undefined;
  private closing: Promise<void> | undefined;
  private outstanding = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly requester: Requester,
    private readonly now: Date,
    private readonly today: string,
    /** Told of every statement, for the count of them. */
    private readonly onStatement: () => void = () => undefined,
  ) {}

  /** The entity manager of this request's transaction. Loaders use this and never the DataSource. */
  manager(): Promise<EntityManager> {
    return (this.opening ??= this.open());
  }

  async query<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    this.outstanding += 1;
    try {
      const manager = await this.manager();
      this.onStatement();
      return await manager.query<Row[]>(sql, [...parameters]);
    } finally {
      this.outstanding -= 1;
      if (this.outstanding === 0) for (const look of this.waiting.splice(0)) setImmediate(look);
    }
  }

  /** Resolves once every statement that was begun is answered, and nothing asked for another one meanwhile. */
  whenIdle(): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.outstanding === 0) resolve();
        else this.waiting.push(look);
      };
      setImmediate(look);
    });
  }

  /** Ends the transaction and gives the connection back; nothing was written. */
  close(): Promise<void> {
    return (this.closing ??= this.end());
  }

  private async end(): Promise<void> {
    await this.opening?.catch(() => undefined);
    if (this.runner === undefined || this.runner.isReleased) return;
    try {
      if (this.runner.isTransactionActive) await this.runner.commitTransaction();
    } finally {
      await this.runner.release();
    }
  }

  private async open(): Promise<EntityManager> {
    this.onStatement();
    this.runner = this.dataSource.createQueryRunner();
    await this.runner.startTransaction();
    const settings = {
      person: this.requester.person,
      organisation: this.requester.organisation,
      role: this.requester.role,
      area: this.requester.area ?? '',
      purpose: this.requester.purpose,
      case_reference: this.requester.caseReference ?? '',
      now: this.now.toISOString(),
      today: this.today,
    };
    const values = Object.values(settings);
    const calls = [
      "set_config('transaction_read_only', 'on', true)",
      ...Object.keys(settings).map((name, index) => `set_config('concordat.${name}', $${String(index + 1)}, true)`),
    ];
    await this.runner.query(`select ${calls.join(', ')}`, values);
    return this.runner.manager;
  }
}
