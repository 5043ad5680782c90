// `npm run -s lookup -- rotate-key | duplicates --owner O`: what an operator does about lookups (docs/lookup.md).
import { Command } from 'commander';

import { askAsOperator } from '../../../ledger/ledger-evidence';
import { EXPLANATION_TEXTS } from '../../../matching/comparison/explanation-texts';
import { ConfigurationError } from '../../../service/environment';
import { tellingFaults } from '../../../service/tell-faults';
import { LOOKUP_OWNERS } from '../peers/asker';
import type { FoundDuplicate } from './find-candidates';
import { namedOwner } from './named-owner';
import { DUPLICATES_PATH, ROTATE_LOOKUP_KEY_PATH } from './operator-routes';

interface Options {
  readonly owner: string;
  readonly limit?: string;
  readonly json?: boolean;
}

async function rotateKey(options: Options): Promise<void> {
  const owner = namedOwner(options.owner);
  const asked = await askAsOperator(owner, process.env, ROTATE_LOOKUP_KEY_PATH, 'POST');
  if ('why' in asked) throw new ConfigurationError(`The lookup key of ${owner} is not replaced: ${asked.why}`);
  console.log(
    `${owner}: everybody is tagged with the next key; it takes over when nobody lacks its tags (see the log)`,
  );
}

async function tellDuplicates(options: Options): Promise<void> {
  const owner = namedOwner(options.owner);
  const asked = await askAsOperator(owner, process.env, `${DUPLICATES_PATH}?limit=${options.limit ?? '100'}`, 'GET');
  if ('why' in asked) throw new ConfigurationError(`${owner} does not tell its duplicates: ${asked.why}`);
  const { duplicates } = asked.answer as { duplicates: readonly FoundDuplicate[] };
  if (options.json === true) {
    console.log(JSON.stringify(duplicates));
    return;
  }
  for (const { one, other, band, bits, explanations } of duplicates) {
    console.log(`${one} ${other} ${band} ${String(bits)} bits`);
    for (const { code, bits: own } of explanations) console.log(`  ${EXPLANATION_TEXTS[code].en} ${String(own)}`);
  }
  console.log(`${String(duplicates.length)} pairs that may be one person each`);
}

const program = new Command('lookup').description('Lookups across borders, as an operator looks after them');
program
  .command('rotate-key')
  .description('the running owner replaces its lookup key while lookups go on')
  .requiredOption('--owner <owner>', LOOKUP_OWNERS.join(', '))
  .action(tellingFaults(rotateKey));
program
  .command('duplicates')
  .description('people of an owner who may be recorded twice, the likeliest first, with what speaks for it')
  .requiredOption('--owner <owner>', LOOKUP_OWNERS.join(', '))
  .option('--limit <number>', 'how many at most, 1 to 1000', '100')
  .option('--json', 'as JSON')
  .action(tellingFaults(tellDuplicates));
void program.parseAsync();
