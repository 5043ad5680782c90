// `npm run test:long -- <name> [seed]`: tests that need more time than `npm test` has. Each has a short form there and
// leaves its result in bench/results/.
import 'reflect-metadata';

import { runClauseDeletion } from './clause-deletion';
import { runLedgerKill } from './ledger-kill';
import { runLookupSilence } from './lookup-silence';
import { runLookupKill } from './lookup-kill';
import { runLookupPairs } from './lookup-pairs';
import { runPopulationSurvey } from './population-survey';
import { runResearchAttacks } from './research-attacks';
import { runResearchUtility } from './research-utility';

const LONG_TESTS: Readonly<Record<string, (seed: string) => Promise<boolean>>> = {
  'clause-deletion': runClauseDeletion,
  'ledger-kill': runLedgerKill,
  'lookup-silence': runLookupSilence,
  'lookup-kill': runLookupKill,
  'lookup-pairs': runLookupPairs,
  population: runPopulationSurvey,
  'research-attacks': runResearchAttacks,
  'research-utility': runResearchUtility,
};

async function runLongTest(name = '', seed = '1'): Promise<void> {
  const run = Object.hasOwn(LONG_TESTS, name) ? LONG_TESTS[name] : undefined;
  if (run === undefined) throw new Error(`Name a long test: ${Object.keys(LONG_TESTS).join(', ')}`);
  if (!(await run(seed))) process.exitCode = 1;
}

runLongTest(process.argv[2], process.argv[3]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
