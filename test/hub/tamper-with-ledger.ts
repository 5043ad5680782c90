// Does to an owner's ledger what an owner could do that administers its own database and has its own key. A program of
// its own: the embedded engine does not live in a test's world.
import 'reflect-metadata';

import { OWNER_DEFINITIONS } from '../../development/owner-definitions';
import { chainOf, EMPTY_LEDGER } from '../../ledger/chain';
import { signCheckpoint } from '../../ledger/checkpoint';
import type { LedgerEntry } from '../../ledger/entry';
import { LedgerKey } from '../../ledger/ledger-key';
import { linesOf } from '../../ledger/ledger-lines';
import { originOf } from '../../ledger/ledger-names';
import { printNote } from '../../ledger/signed-note';
import { type Query, readEntries, readRotations } from '../../ledger/storage/read-ledger-part';
import { sqlCheckpointStore } from '../../ledger/storage/sql-checkpoint-store';
import { sqlLedgerStore } from '../../ledger/storage/sql-ledger-store';
import type { OwnerName } from '../../schema/owners';
import { Subject } from '../../subgraphs/common/loading/subject';
import { readOwnerConfiguration } from '../../subgraphs/common/serving/configuration';
import { openStore } from '../../subgraphs/common/storage/store';

const TABLES = ['disclosure_entry', 'ledger_checkpoint', 'ledger_countersignature'] as const;

const TAMPERINGS: Readonly<Record<string, (query: Query, owner: OwnerName) => Promise<void>>> = {
  async alter(query) {
    await query('update disclosure_entry set row_count = row_count + 1 where sequence = 2', []);
  },
  /** The last two entries are gone, and every checkpoint of them. */
  async truncate(query) {
    await query('delete from disclosure_entry where sequence > (select max(sequence) - 2 from disclosure_entry)', []);
    for (const table of ['ledger_countersignature', 'ledger_checkpoint']) {
      await query(`delete from ${table} where size > (select max(sequence) from disclosure_entry)`, []);
    }
  },
  /** The first entry says something else, all after it is hashed anew and more is added; signed by the true key. */
  async rewrite(query, owner) {
    const entries = await readEntries(query, 0, 1_000_000);
    const [first, ...others] = entries as readonly [LedgerEntry, ...LedgerEntry[]];
    const forged = chainOf(EMPTY_LEDGER, [
      { ...first, rowCount: first.rowCount + 1 },
      ...others,
      ...Array.from({ length: 5 }, () => ({ ...first, keyRotation: null })),
    ]);
    for (const table of [...TABLES].reverse()) await query(`delete from ${table}`, []);
    await sqlLedgerStore(query).append(linesOf(forged));
    const key = LedgerKey.open(owner);
    const rotations = (await readRotations(query)).flatMap(({ keyRotation }) => keyRotation ?? []);
    if (!key.settle(rotations)) throw new Error('The key of the ledger is not here.');
    const last = forged.at(-1) as LedgerEntry;
    const head = { size: last.sequence, hash: last.hash };
    const note = signCheckpoint({ origin: originOf(owner), time: new Date().toISOString(), ...head }, key.signer);
    await sqlCheckpointStore(query).keep(head.size, printNote(note));
  },
};

async function tamper(name: string, tampering: string): Promise<void> {
  const owner = OWNER_DEFINITIONS.find((definition) => definition.name === name);
  const change = TAMPERINGS[tampering];
  if (owner === undefined || change === undefined) throw new Error(`There is no ${name} or ${tampering}.`);
  const store = await openStore(readOwnerConfiguration(owner.name).store, [
    Subject,
    ...owner.internalTables,
    ...owner.records,
  ]);
  try {
    const query: Query = (sql, values) => store.maintenance.query(sql, values);
    for (const table of TABLES) await query(`alter table ${table} disable trigger user`, []);
    await change(query, owner.name);
    for (const table of TABLES) await query(`alter table ${table} enable trigger user`, []);
  } finally {
    await store.close();
  }
}

void tamper(process.argv[2] ?? '', process.argv[3] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
