import { killOwners, type KillResult } from '../ledger-kill/kill-owners';
import { writeResult } from './result-file';

const KILLS_A_STORE = 50;

/** Kills owners on both stores, and the database of the one that has a server, while clients ask. */
export async function runLedgerKill(seed: string): Promise<boolean> {
  const started = Date.now();
  const stores: Record<string, KillResult> = {};
  for (const store of ['embedded', 'postgres'] as const) {
    stores[store] = await killOwners(store, KILLS_A_STORE, seed, (text) => {
      console.log(`${store}: ${text}`);
    });
  }
  const faults = Object.values(stores).flatMap(({ missing, smaller, surplus, broken }) => [
    ...missing,
    ...smaller,
    ...surplus,
    ...broken,
  ]);
  for (const fault of faults) console.log(fault);
  const file = writeResult('ledger-kill', { seed, seconds: Math.round((Date.now() - started) / 1000), stores });
  console.log(`Written to ${file}`);
  return faults.length === 0;
}
