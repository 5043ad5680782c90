// `npm run -s measure-matching -- a.csv b.csv --columns … --truth <column>`: how well the people of one file are found in
// another by the product's own keys and comparison (docs/lookup.md). Each row of the first file is a question against
// the register that the second one is.
import 'reflect-metadata';

import { writeFileSync } from 'node:fs';

import { Command } from 'commander';

import { measurePairs, type PairQuality } from '../../matching/fixture/measure-pairs';
import { ConfigurationError } from '../../service/environment';
import { measureClear } from './measure-clear';
import { type BandsOfQuestion, verdictsOf } from './pair-verdicts';
import { readColumns, readPeople } from './read-people';

interface Options {
  readonly columns: string;
  readonly truth: string;
  readonly json?: boolean;
  readonly verdicts?: string;
}

const TELL_EVERY_MS = 2_000;

function measure(questions: string, register: string, options: Options): void {
  const columns = readColumns(options.columns);
  const [asked, indexed] = [questions, register].map((file) => {
    const { people, unreadable } = readPeople(file, columns, options.truth);
    if (unreadable.first !== undefined) {
      process.stderr.write(`${unreadable.first} (${String(unreadable.count)} such are taken as not known)\n`);
    }
    return people;
  });
  if (asked === undefined || indexed === undefined) throw new Error('There are two files.');
  const truths = new Set(indexed.map(({ truth }) => truth));
  if (!asked.some(({ truth }) => truth !== '' && truths.has(truth))) {
    throw new ConfigurationError(`No ${options.truth} of ${questions} is in ${register}: there is nobody to be found`);
  }
  let tellAt = Date.now() + TELL_EVERY_MS;
  const [keys, comparison]: [BandsOfQuestion[], BandsOfQuestion[]] = [[], []];
  const { clear: keysAndComparison, ...byKeys } = measurePairs(asked, indexed, (done, told) => {
    keys.push(told);
    if (Date.now() < tellAt) return;
    process.stderr.write(`${String(done)} of ${String(asked.length)} people …\n`);
    tellAt = Date.now() + TELL_EVERY_MS;
  });
  const measured = { ...byKeys, keysAndComparison, ...measureClear(asked, indexed, (told) => comparison.push(told)) };
  if (options.verdicts !== undefined) {
    const lines = verdictsOf(keys, comparison).map((verdict) => `${JSON.stringify(verdict)}\n`);
    writeFileSync(options.verdicts, lines.join(''));
  }
  if (options.json === true) {
    console.log(JSON.stringify(measured));
    return;
  }
  const { pairsPerSecond, unknownPeople, ...qualities } = measured;
  for (const [what, quality] of Object.entries(qualities)) console.log(`${what.padEnd(20)}${inWords(quality)}`);
  if (unknownPeople.asked > 0) {
    const { asked: people, blinded, clear } = unknownPeople;
    console.log(
      `${String(people)} people are not in the register: keys told of somebody for ${blinded.toFixed(4)} of them, comparison for ${clear.toFixed(4)}`,
    );
  }
  console.log(`${'pairs a second'.padEnd(20)}${String(pairsPerSecond)}`);
}

function inWords({ precision, recall, f1 }: PairQuality): string {
  return `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, F1 ${f1.toFixed(4)}`;
}

new Command('measure-matching')
  .description('measures how well the people of one CSV file are found in another')
  .argument('<questions>', 'a CSV file: each row is somebody who is sought')
  .argument('<register>', 'a CSV file: each row is somebody on record')
  .requiredOption('--columns <columns>', 'given=…,surname=…,birth=…,place=…; what a file does not have is left out')
  .requiredOption('--truth <column>', 'rows of one person have the same text in it')
  .option('--json', 'the figures as JSON on standard output')
  .option('--verdicts <file>', 'writes what is told of which pair of rows, a JSON object a line')
  .action((questions: string, register: string, options: Options) => {
    try {
      measure(questions, register, options);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    }
  })
  .parse();
