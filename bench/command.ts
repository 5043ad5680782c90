// `npm run bench -- <name> [--json]`: measures, says which goals are met, and exits with 1 when one is not.
import 'reflect-metadata';

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { Command } from 'commander';

import { projectRoot } from '../service/project-root';
import type { Bench } from './bench';
import { benchAggregates } from './aggregates';
import { benchEnforcement } from './enforcement';
import { describeMachine } from './measure/machine';
import { benchLedger } from './ledger';
import { benchLookup } from './lookup';
import { benchLookupBlinding } from './lookup-blinding';
import { benchLookupMatching } from './lookup-matching';
import { benchPopulation } from './population';
import { benchRowSecurity } from './row-security';
import { benchStart } from './start';

const BENCHES: Readonly<Record<string, Bench>> = {
  aggregates: benchAggregates,
  enforcement: benchEnforcement,
  ledger: benchLedger,
  lookup: benchLookup,
  'lookup-blinding': benchLookupBlinding,
  'lookup-matching': benchLookupMatching,
  population: benchPopulation,
  'row-security': benchRowSecurity,
  start: benchStart,
};

interface Options {
  readonly json?: boolean;
  readonly save?: boolean;
  readonly rounds?: string;
}

async function runBench(name: string, { json, save, rounds }: Options): Promise<void> {
  const bench = BENCHES[name];
  if (bench === undefined) throw new Error(`There is no bench ${name}: ${Object.keys(BENCHES).join(', ')}.`);
  const machine = describeMachine();
  if (machine.loadBefore > machine.cores) {
    process.stderr.write(
      `The machine is busy (load ${String(machine.loadBefore)}): the figures will not be trustworthy.\n`,
    );
  }
  const findings = await bench({
    rounds: rounds === undefined ? undefined : Number(rounds),
    say: (text) => process.stderr.write(`${text}\n`),
  });
  const result = { name, machine, ...findings };
  if (save === true) {
    const folder = path.join(projectRoot, 'bench/results');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
  }
  process.stdout.write(
    json === true
      ? `${JSON.stringify(result)}\n`
      : `${JSON.stringify(findings.figures, undefined, 2)}\n${findings.goals
          .map(
            ({ name: goal, goal: limit, value, met }) =>
              `${met ? 'met    ' : 'NOT MET'}  ${goal}: ${String(value)} (${limit})`,
          )
          .join('\n')}\n`,
  );
  if (findings.goals.some(({ met }) => !met)) process.exitCode = 1;
}

new Command('bench')
  .description('measures the hub; never run inside tests')
  .argument('<name>', Object.keys(BENCHES).join(', '))
  .option('--json', 'the whole result as JSON on standard output')
  .option('--save', 'also write it to bench/results/')
  .option('--rounds <number>', 'so many rounds instead of the bench’s own number')
  .action(async (name: string, options: Options) => {
    try {
      await runBench(name, options);
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  })
  .parse();
