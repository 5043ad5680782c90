// Asks a witness's own table of an owner's migrated database what it lets happen to the heads in it. A program of its
// own: the embedded engine does not live in a test's world. Prints its findings as JSON.
import { sqlWitnessStore } from '../../ledger/storage/sql-witness-store';
import type { Query } from '../../ledger/storage/read-ledger-part';
import type { WitnessedHead } from '../../ledger/witness-store';
import { readOwnerConfiguration } from '../../subgraphs/common/serving/configuration';
import { openStore } from '../../subgraphs/common/storage/store';

export interface HeadFindings {
  /** Of ten processes that saw another first head at the same time, how many kept theirs. */
  readonly first: number;
  /** The same of ten that go on from one head. */
  readonly next: number;
  readonly fromOther: boolean;
  readonly kept: { readonly size: number; readonly alarm: unknown };
  /** Statement → whether the administrator's own login was refused. */
  readonly refused: Readonly<Record<string, boolean>>;
}

const head = (size: number, digit: number): WitnessedHead => ({
  ledger: 'eri',
  size,
  hash: String(digit).repeat(64),
  publicKey: 'key',
  note: 'note',
  alarm: null,
});

async function probe(): Promise<HeadFindings> {
  const database = await openStore(readOwnerConfiguration('exchange').store, []);
  const query: Query = (sql, values) => database.maintenance.query(sql, values);
  const store = sqlWitnessStore(query);
  const ten = Array.from({ length: 10 }, (_, digit) => digit);
  const count = (kept: readonly boolean[]): number => kept.filter((one) => one).length;
  try {
    const first = count(await Promise.all(ten.map((digit) => store.advance(undefined, head(3, digit)))));
    const seen = await store.read('eri');
    const next = count(await Promise.all(ten.map((digit) => store.advance(seen, head(5, digit)))));
    const fromOther = await store.advance({ size: 5, hash: 'f'.repeat(64) }, head(7, 1));
    await store.raise('eri', { why: 'FORKED', note: 'note', time: '2026-11-26T12:00:00.000Z' });
    const refused: Record<string, boolean> = {};
    for (const statement of [
      'update witnessed_head set size = 2',
      "update witnessed_head set hash = 'e'",
      'delete from witnessed_head',
      'truncate witnessed_head',
    ]) {
      refused[statement] = await query(statement, []).then(
        () => false,
        () => true,
      );
    }
    const kept = await store.read('eri');
    return { first, next, fromOther, kept: { size: kept?.size ?? 0, alarm: kept?.alarm }, refused };
  } finally {
    await database.close();
  }
}

void probe().then(
  (findings) => {
    process.stdout.write(JSON.stringify(findings));
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
