// `npm run -s truth`: every seeded person, record and value as JSON Lines, named as in the graph, with who could be
// told it. `--first <n>` stops after so many people of each owner; `--known-to-two` and `--canaries` print what no
// record says; `--research` who is counted in research tables, and as what. Standard output holds the lines alone; progress goes to standard error.
import 'reflect-metadata';

import { once } from 'node:events';

import { Command } from 'commander';

import { purposesOf } from '../protocols/decide';
import { createClock } from '../service/clock';
import { listKnownToTwo } from '../subgraphs/common/loading/known-to-two';
import { canaryOutcome, ordinaryId } from '../subgraphs/common/loading/ordinary-people';
import { ownerPopulation } from '../subgraphs/common/loading/owner-population';
import { isOwnerOfPeople } from '../subgraphs/common/loading/people-wanted';
import { Subject } from '../subgraphs/common/loading/subject';
import { agreementsOf } from './agreements-of';
import { describeFigures, describeShares } from './describe-population';
import { OWNER_DEFINITIONS } from './owner-definitions';
import { PERSONAS } from './personas';
import { printResearch } from './print-research';
import { refuseProduction } from './refuse-production';
import { refuseRealData } from './refuse-real-data';
import { runCommand } from './run-command';
import { audienceOf, controllerOfCoordinate, openSeededOwner, recordsAfter, type SeededOwner } from './seeded-owner';

type KeptPopulation = NonNullable<ReturnType<typeof ownerPopulation>>;

/** So many records are looked at together; memory does not depend on how many there are. */
const RECORDS_A_PAGE = 4_000;

interface Options {
  readonly first?: string;
  readonly knownToTwo?: boolean;
  readonly canaries?: boolean;
  readonly research?: boolean;
  readonly shares?: boolean;
  readonly figures?: boolean;
}

async function printTruth({ first, knownToTwo, canaries, research, shares, figures }: Options): Promise<void> {
  refuseProduction('the truth command');
  if (shares === true || figures === true) {
    process.stdout.write(shares === true ? `${describeShares()}\n` : describeFigures());
    return;
  }
  await refuseRealData('the truth command');
  if (first !== undefined && !/^[1-9]\d{0,8}$/.test(first))
    throw new Error(`--first ${first} is not a number of people`);
  const population = ownerPopulation(false);
  if (population === undefined) return;
  if (knownToTwo === true) await printKnownToTwo(population);
  else if (canaries === true) await printCanaries(population);
  else if (research === true) await printResearch(population, printLine);
  else await printValues(population, first === undefined ? undefined : Number(first));
}

async function printLine(line: object): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
}

async function printKnownToTwo({ seed, anchor, people }: KeptPopulation): Promise<void> {
  if (people === 'named') return;
  for (const pair of listKnownToTwo(seed, anchor, people)) await printLine(pair);
}

async function printCanaries({ seed, anchor, people }: KeptPopulation): Promise<void> {
  if (people === 'named') return;
  for (const definition of OWNER_DEFINITIONS) {
    const { name } = definition;
    if (!isOwnerOfPeople(name)) continue;
    let named = 0;
    for (const { table, rows } of definition.populate(seed, anchor)) if (table === Subject) named += rows.length;
    for (let number = 0; number < people[name] - named; number += 1) {
      const reoffended = canaryOutcome(seed, name, number);
      if (reoffended !== undefined) await printLine({ owner: name, id: ordinaryId(seed, name, number), reoffended });
    }
  }
}

async function printValues({ seed, anchor, people }: KeptPopulation, first: number | undefined): Promise<void> {
  for (const definition of OWNER_DEFINITIONS) {
    process.stderr.write(`${definition.name}: preparing the seeded people …\n`);
    const seeded = await openSeededOwner(definition, seed, anchor, {
      people,
      ...(first === undefined ? {} : { first }),
    });
    try {
      await printValuesOf(seeded);
    } finally {
      await seeded.store.close();
    }
  }
}

async function printValuesOf(seeded: SeededOwner): Promise<void> {
  const protocols = agreementsOf();
  const now = createClock().now();
  const askers = PERSONAS.flatMap((persona) =>
    purposesOf(protocols, persona.organisation, persona.role, now).map((purpose) => ({ persona, purpose })),
  );
  for (const recordType of seeded.graph.catalogue.recordTypes.values()) {
    for (let after = ''; ;) {
      const records = await recordsAfter(seeded, recordType, after, RECORDS_A_PAGE);
      const last = records.at(-1)?.id;
      if (last === undefined) break;
      const audience = await audienceOf(seeded, protocols, askers, now, { recordType, after, last });
      const visible = audience.get(recordType.name);
      for (const record of records) {
        const values = record as unknown as Readonly<Record<string, unknown>>;
        for (const { name } of recordType.fields) {
          const coordinate = `${recordType.name}.${name}`;
          await printLine({
            owner: seeded.owner.name,
            id: record.id,
            subject: values[recordType.anchors.subject ?? 'subjectId'] ?? null,
            coordinate,
            value: values[name] ?? null,
            controller: controllerOfCoordinate(seeded.graph.catalogue.permissionMap, coordinate),
            visibleTo: visible?.get(record.id)?.get(name) ?? [],
          });
        }
      }
      after = last;
    }
  }
}

void new Command('truth')
  .description('prints what the invented people really are, as JSON Lines')
  .option('--first <number>', 'only so many people of each owner, the named ones among them')
  .option('--known-to-two', 'the people whom two owners know, in both spellings')
  .option('--canaries', 'the people whose outcome is a fair coin, with how it fell')
  .option('--research', 'the people of the present quarter’s snapshots in the categories of research tables')
  .option('--shares', 'the shares from which ordinary people are drawn, as docs/population.md has them')
  .option('--figures', 'how every field turns out, as docs/population-figures.md has it')
  .action((options: Options) => runCommand(() => printTruth(options)))
  .parseAsync();
