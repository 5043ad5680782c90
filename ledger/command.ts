// `npm run -s ledger -- verify | export`: the disclosure ledgers, as an auditor reads them (docs/ledger.md).
import { existsSync } from 'node:fs';

import { Command } from 'commander';

import { OWNER_NAMES, type OwnerName } from '../schema/owners';
import { ConfigurationError } from '../service/environment';
import { LedgerVerifier } from './verify-ledger';
import { printHeading, printLine } from './ledger-lines';
import { exportedLedgers, type LedgerSource, ownersLedger } from './ledger-sources';

interface Options {
  readonly owner: string;
  readonly file?: string;
  readonly json?: boolean;
}

const PROGRESS_EVERY = 20_000;

function chosen(owner: string): readonly OwnerName[] {
  if (owner === 'all') return OWNER_NAMES;
  const known = OWNER_NAMES.find((name) => name === owner);
  if (known !== undefined) return [known];
  throw new ConfigurationError(`There is no owner ${owner}: name ${OWNER_NAMES.join(', ')} or all`);
}

async function sourcesOf({ owner, file }: Options): Promise<readonly LedgerSource[]> {
  if (file === undefined) return chosen(owner).map((name) => ownersLedger(name));
  if (!existsSync(file)) throw new ConfigurationError(`There is no file ${file}`);
  const exported = await exportedLedgers(file);
  return owner === 'all' ? exported : exported.filter((source) => source.owner === owner);
}

async function verify(options: Options): Promise<void> {
  const told: unknown[] = [];
  for (const source of await sourcesOf(options)) {
    const verifier = new LedgerVerifier();
    let count = 0;
    for await (const { entry, texts } of source.lines()) {
      verifier.accept(entry, texts);
      count += 1;
      if (count % PROGRESS_EVERY === 0) process.stderr.write(`${source.owner}: ${String(count)} entries …\n`);
    }
    const found = verifier.finish();
    if ('kind' in found) {
      process.exitCode = 1;
      told.push({ owner: source.owner, ...found });
      if (options.json !== true) {
        console.log(`${source.owner}: entry ${String(found.sequence)} is bad: ${found.kind}`);
      }
    } else {
      told.push({ owner: source.owner, ...found });
      if (options.json !== true) console.log(`${source.owner}: ${String(found.size)} entries, ${found.hash}`);
    }
  }
  if (options.json === true) console.log(JSON.stringify(told));
}

async function exportLedgers(options: Options): Promise<void> {
  for (const source of await sourcesOf(options)) {
    process.stdout.write(printHeading(source.owner));
    for await (const line of source.lines()) {
      if (!process.stdout.write(printLine(line))) {
        await new Promise((resolve) => process.stdout.once('drain', resolve));
      }
    }
  }
}

/** A fault of the caller is told in its line; anything else is a failure of the command and keeps its stack. */
function telling(run: (options: Options) => Promise<void>): (options: Options) => Promise<void> {
  return async (options) => {
    try {
      await run(options);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      console.error(error.message);
      process.exitCode = 1;
    }
  };
}

const program = new Command('ledger').description('The disclosure ledgers of the owners');
program
  .command('verify')
  .description('follows each ledger entry by entry; names the first bad one and exits with 1')
  .option('--owner <owner>', `${OWNER_NAMES.join(', ')} or all`, 'all')
  .option('--file <file>', 'verify an export, without the hub')
  .option('--json', 'what was found as JSON')
  .action(telling(verify));
program
  .command('export')
  .description('writes entries as JSON Lines that verify offline')
  .option('--owner <owner>', `${OWNER_NAMES.join(', ')} or all`, 'all')
  .action(telling(exportLedgers));
void program.parseAsync();
