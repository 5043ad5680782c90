import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

import type { Requester } from '../../../schema/requester';
import { SHOWN_SCHEMA } from '../row-security/shown-views';
import type { Narrowing } from '../row-security/narrowing';

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
  /** The statements of one transaction, one after the other, so that a narrowing and its statement stay together. */
  private last: Promise<unknown> = Promise.resolve();
  private narrowedBy = '';
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly requester: Requester,
    private readonly now: Date,
    private readonly today: string,
    /** The agreements in force at this moment, each as `id@version`: no row is shown by another. */
    private readonly protocols: readonly string[],
    /** Told of every statement, for the count of them. */
    private readonly onStatement: () => void = () => undefined,
  ) {}

  /** The entity manager of this request's transaction. Loaders use this and never the DataSource. */
  manager(): Promise<EntityManager> {
    return (this.opening ??= this.open());
  }

  /**
   * @param among which rows the statement is about, where it says so itself: the policies then ask about no others. It
   * can only narrow what is shown.
   */
  async query<Row>(sql: string, parameters: readonly unknown[], among?: Narrowing): Promise<Row[]> {
    this.outstanding += 1;
    try {
      const rows = this.last.then(() => this.inTurn<Row>(sql, parameters, among));
      this.last = rows.catch(() => undefined);
      return await rows;
    } finally {
      this.settle();
    }
  }

  /**
   * Does what needs the database beside this transaction, in turn with its statements: the embedded engine has one
   * session, so that the transaction ends before, and the next statement opens another with the same settings.
   */
  async outside<Result>(work: () => Promise<Result>): Promise<Result> {
    this.outstanding += 1;
    try {
      const done = this.last.then(async () => {
        await this.end();
        this.opening = undefined;
        this.runner = undefined;
        this.narrowedBy = '';
        return work();
      });
      this.last = done.catch(() => undefined);
      return await done;
    } finally {
      this.settle();
    }
  }

  private settle(): void {
    this.outstanding -= 1;
    if (this.outstanding === 0) for (const look of this.waiting.splice(0)) setImmediate(look);
  }

  private async inTurn<Row>(sql: string, parameters: readonly unknown[], among: Narrowing | undefined): Promise<Row[]> {
    const manager = await this.manager();
    const narrowing = among === undefined ? '' : JSON.stringify(among);
    if (narrowing !== this.narrowedBy) {
      await manager.query("select set_config('concordat.among', $1, true)", [narrowing]);
      this.narrowedBy = narrowing;
    }
    this.onStatement();
    return manager.query<Row[]>(sql, [...parameters]);
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
      protocols: this.protocols.join(' '),
    };
    const values = Object.values(settings);
    const calls = [
      "set_config('transaction_read_only', 'on', true)",
      `set_config('search_path', '${SHOWN_SCHEMA}, public', true)`,
      ...Object.keys(settings).map((name, index) => `set_config('concordat.${name}', $${String(index + 1)}, true)`),
    ];
    await this.runner.query(`select ${calls.join(', ')}`, values);
    return this.runner.manager;
  }
}
