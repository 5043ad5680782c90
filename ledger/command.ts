// `npm run -s ledger -- verify | export | rotate-key`: the disclosure ledgers, as an auditor reads them (docs/ledger.md).
import { existsSync } from 'node:fs';

import { Command } from 'commander';

import { ConfigurationError } from '../service/environment';
import { tellingFaults } from '../service/tell-faults';
import { printHeading, printLine } from './ledger-lines';
import { askAsOperator } from './ledger-evidence';
import { LEDGER_NAMES, type LedgerName } from './ledger-names';
import { exportedLedgers, gatewaysLedger, type LedgerSource, ownersLedger } from './ledger-sources';
import { ROTATE_PATH } from './operator-routes';
import { readFirstKeys, readToldKeys } from './public-keys';
import { verifyLines } from './verify-source';

interface Options {
  readonly owner: string;
  readonly file?: string;
  readonly json?: boolean;
}

const TELL_EVERY_MS = 2_000;

function chosen(owner: string): readonly LedgerName[] {
  if (owner === 'all') return LEDGER_NAMES;
  const known = LEDGER_NAMES.find((name) => name === owner);
  if (known !== undefined) return [known];
  throw new ConfigurationError(`There is no owner ${owner}: name ${LEDGER_NAMES.join(', ')} or all`);
}

async function* sourcesOf({ owner, file }: Options): AsyncIterable<LedgerSource> {
  if (file === undefined) {
    for (const name of chosen(owner)) yield name === 'gateway' ? gatewaysLedger() : ownersLedger(name);
    return;
  }
  if (!existsSync(file)) throw new ConfigurationError(`There is no file ${file}`);
  for await (const source of exportedLedgers(file)) if (owner === 'all' || source.owner === owner) yield source;
}

/** Says how far it is once it takes longer than a moment. */
function progressOf(owner: string): (entries: number) => void {
  let tellAt = Date.now() + TELL_EVERY_MS;
  return (entries) => {
    if (entries % 1_000 !== 0 || Date.now() < tellAt) return;
    process.stderr.write(`${owner}: ${String(entries)} entries …\n`);
    tellAt = Date.now() + TELL_EVERY_MS;
  };
}

async function verify(options: Options): Promise<void> {
  const told: unknown[] = [];
  // Of a file only what the environment tells is known beforehand; of the hub also what its data folder has.
  const keys = options.file === undefined ? readFirstKeys() : readToldKeys();
  for await (const source of sourcesOf(options)) {
    const { owner } = source;
    const verified = await verifyLines(owner, source.everything(), keys, progressOf(owner));
    const { found, checkpoints, keyKnown, witnesses } = verified;
    const isBad = 'kind' in found;
    if (isBad) process.exitCode = 1;
    told.push({ owner, ...found, ...(isBad ? {} : { checkpoints, keyKnown, witnesses }) });
    if (options.json === true) continue;
    console.log(
      isBad
        ? `${owner}: entry ${String(found.sequence)} is bad: ${found.kind}`
        : `${owner}: ${String(found.size)} entries, ${found.hash}, ${String(checkpoints)} checkpoints` +
            (keyKnown ? '' : ', whose signatures were not checked: no key of this ledger is known'),
    );
    for (const [witness, { state, size, alarm }] of Object.entries(witnesses)) {
      console.log(`  ${witness} ${state}${size === undefined ? '' : ` ${String(size)}`}`);
      if (alarm !== undefined) console.log(`  ${witness} was shown another ledger on ${alarm.time}: ${alarm.why}`);
    }
  }
  if (options.json === true) console.log(JSON.stringify(told));
}

async function exportLedgers(options: Options): Promise<void> {
  for await (const source of sourcesOf(options)) {
    process.stdout.write(printHeading(source.owner));
    for await (const line of source.everything()) {
      if (!process.stdout.write(printLine(line))) {
        await new Promise((resolve) => process.stdout.once('drain', resolve));
      }
    }
  }
}

async function rotateKey({ owner }: Options): Promise<void> {
  const ledger = LEDGER_NAMES.find((name) => name === owner);
  if (ledger === undefined) {
    throw new ConfigurationError(`There is no ledger ${owner}: name ${LEDGER_NAMES.join(', ')}`);
  }
  const asked = await askAsOperator(ledger, process.env, ROTATE_PATH, 'POST');
  if ('why' in asked) throw new ConfigurationError(`The key of ${ledger} was not replaced: ${asked.why}`);
  const { sequence, publicKey } = asked.answer as { sequence: number; publicKey: string };
  console.log(`${ledger}: entry ${String(sequence)} replaces the key by ${publicKey}`);
}

const program = new Command('ledger').description('The disclosure ledgers of the owners');
program
  .command('verify')
  .description('follows each ledger entry by entry; names the first bad one and exits with 1')
  .option('--owner <owner>', `${LEDGER_NAMES.join(', ')} or all`, 'all')
  .option('--file <file>', 'verify an export, without the hub')
  .option('--json', 'what was found as JSON')
  .action(tellingFaults(verify));
program
  .command('export')
  .description('writes entries as JSON Lines that verify offline')
  .option('--owner <owner>', `${LEDGER_NAMES.join(', ')} or all`, 'all')
  .action(tellingFaults(exportLedgers));
program
  .command('rotate-key')
  .description('the running process replaces the key of its ledger, by an entry that both keys sign')
  .requiredOption('--owner <owner>', 'whose ledger')
  .action(tellingFaults(rotateKey));
void program.parseAsync();
