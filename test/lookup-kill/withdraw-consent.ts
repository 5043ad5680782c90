// Somebody withdraws a consent that ERI keeps, and whoever wrote it down dies as soon as it is on disk: what follows from
// the withdrawal is in the same transaction, or nobody takes care of it.
import 'reflect-metadata';

import { readOwnerConfiguration } from '../../subgraphs/common/serving/configuration';
import { openStore } from '../../subgraphs/common/storage/store';

async function withdraw(participant: string): Promise<void> {
  const store = await openStore(readOwnerConfiguration('eri').store, []);
  await store.maintenance.query('update participant_consent set withdrawn_at = now() where subject_id = $1', [
    participant,
  ]);
  process.stdout.write('withdrawn', () => process.kill(process.pid, 'SIGKILL'));
}

withdraw(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
