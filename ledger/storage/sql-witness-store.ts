import { EMPTY_LEDGER } from '../chain';
import type { WitnessedHead, WitnessStore } from '../witness-store';
import type { Query } from './read-ledger-part';

const HEAD = `
  select ledger, size::double precision as size, hash, public_key as "publicKey", note, alarm from witnessed_head`;

/** The first head of a ledger, or the one after that which this process read: another's is never written over. */
const ADVANCE = `
  insert into witnessed_head (ledger, size, hash, public_key, note)
  select $1::text, $2::bigint, $3::text, $4::text, $5::text
  where $6::bigint = 0 or exists (select 1 from witnessed_head where ledger = $1::text)
  on conflict (ledger) do update set size = excluded.size, hash = excluded.hash,
    public_key = excluded.public_key, note = excluded.note
  where witnessed_head.size = $6::bigint and witnessed_head.hash = $7::text
  returning ledger`;

/** What a witness saw, in its owner's database. */
export function sqlWitnessStore(query: Query): WitnessStore {
  return {
    readAll: () => query<WitnessedHead>(`${HEAD} order by ledger`, []),
    async read(ledger) {
      const [head] = await query<WitnessedHead>(`${HEAD} where ledger = $1`, [ledger]);
      return head;
    },
    async advance(last, { ledger, size, hash, publicKey, note }) {
      const before = last ?? EMPTY_LEDGER;
      const kept = await query(ADVANCE, [ledger, size, hash, publicKey, note, before.size, before.hash]);
      return kept.length > 0;
    },
    async raise(ledger, alarm) {
      await query('update witnessed_head set alarm = $2 where ledger = $1', [ledger, JSON.stringify(alarm)]);
    },
  };
}
