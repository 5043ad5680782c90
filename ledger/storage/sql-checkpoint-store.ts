import type { CheckpointStore, KeptCheckpoint } from '../checkpoint-store';
import type { Query } from './read-ledger-part';

const KEPT = `
  select checkpoint.size::double precision as size, checkpoint.note,
    coalesce((select jsonb_object_agg(witness, countersignature.note) from ledger_countersignature as countersignature
      where countersignature.size = checkpoint.size), '{}') as countersigned
  from ledger_checkpoint as checkpoint`;

/** A ledger's checkpoints in its database. */
export function sqlCheckpointStore(query: Query): CheckpointStore {
  return {
    async readLast() {
      const [last] = await query<KeptCheckpoint>(`${KEPT} order by checkpoint.size desc limit 1`, []);
      return last;
    },
    readAfter: (size, limit) =>
      query<KeptCheckpoint>(`${KEPT} where checkpoint.size > $1 order by checkpoint.size limit $2`, [size, limit]),
    async keep(size, note) {
      await query('insert into ledger_checkpoint (size, note) values ($1, $2) on conflict do nothing', [size, note]);
      const [kept] = await query<{ note: string }>('select note from ledger_checkpoint where size = $1', [size]);
      if (kept === undefined) throw new Error('A checkpoint was not kept.');
      return kept.note;
    },
    async countersign(size, witness, note) {
      await query(
        'insert into ledger_countersignature (size, witness, note) values ($1, $2, $3) on conflict do nothing',
        [size, witness, note],
      );
    },
  };
}
