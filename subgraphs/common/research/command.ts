// `npm run snapshot -- --owner O --quarter Q`, and `… keys | accept-key`: what an operator does for research
// (docs/operations.md).
import { Command } from 'commander';

import { askAsOperator } from '../../../ledger/ledger-evidence';
import { ConfigurationError } from '../../../service/environment';
import { tellingFaults } from '../../../service/tell-faults';
import { namedOwner } from '../lookup/named-owner';
import { LOOKUP_OWNERS } from '../peers/asker';
import { ACCEPT_KEY_PATH, KEYS_PATH, type ResearchKeys, SNAPSHOT_PATH } from './operator-routes';
import type { Snapshot } from './snapshots';

/** Asks a running owner; the query is given as it stands. */
async function ask<Answer>(given: string, path: string, query: Readonly<Record<string, string>>): Promise<Answer> {
  const owner = namedOwner(given);
  const target = path === KEYS_PATH ? path : `${path}?${new URLSearchParams(query).toString()}`;
  const asked = await askAsOperator(owner, process.env, target, path === KEYS_PATH ? 'GET' : 'POST');
  if ('why' in asked) throw new ConfigurationError(`${owner} did not do so: ${asked.why}`);
  return asked.answer as Answer;
}

const program = new Command('snapshot').description('Snapshots for research, as an operator looks after them');
program
  .command('take', { isDefault: true })
  .description('the running owner freezes whom researchers are given statistics of, once a quarter')
  .requiredOption('--owner <owner>', LOOKUP_OWNERS.join(', '))
  .requiredOption('--quarter <quarter>', 'for example 2026-Q4; its first day is the cut-off')
  .action(
    tellingFaults(async ({ owner, quarter }: { owner: string; quarter: string }) => {
      const taken = await ask<Snapshot>(owner, SNAPSHOT_PATH, { quarter });
      console.log(`${owner}: ${taken.quarter} is taken, with entries until ${taken.closedUntil} (${taken.id})`);
    }),
  );
program
  .command('keys')
  .description('the fingerprints of an owner’s research key, and of those of the other owners that it knows')
  .requiredOption('--owner <owner>', LOOKUP_OWNERS.join(', '))
  .action(
    tellingFaults(async ({ owner }: { owner: string }) => {
      const { own, pinned } = await ask<ResearchKeys>(owner, KEYS_PATH, {});
      console.log(`${owner} ${own}`);
      for (const { peer, fingerprint } of pinned) console.log(`  knows ${peer} ${fingerprint}`);
    }),
  );
program
  .command('accept-key')
  .description('an owner accepts the research key that another one shows now')
  .requiredOption('--owner <owner>', LOOKUP_OWNERS.join(', '))
  .requiredOption('--peer <owner>', 'whose key')
  .requiredOption('--fingerprint <fingerprint>', 'as the operator of that owner reads it there')
  .action(
    tellingFaults(async ({ owner, ...query }: { owner: string; peer: string; fingerprint: string }) => {
      await ask(owner, ACCEPT_KEY_PATH, { peer: query.peer, fingerprint: query.fingerprint });
      console.log(`${owner} accepts the key of ${query.peer}`);
    }),
  );
void program.parseAsync();
