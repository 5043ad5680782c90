// `npm run -s truth`: every seeded person, record and value as JSON Lines, named as in the graph, with who could be
// told it. Standard output holds the lines alone; progress goes to standard error.
import 'reflect-metadata';

import { purposesOf } from '../protocols/decide';
import { createClock } from '../service/clock';
import { agreementsOf } from './agreements-of';
import { OWNER_DEFINITIONS } from './owner-definitions';
import { ownerPopulation } from '../subgraphs/common/loading/owner-population';
import { PERSONAS } from './personas';
import { refuseProduction } from './refuse-production';
import { refuseRealData } from './refuse-real-data';
import { runCommand } from './run-command';
import { audienceOf, controllerOfCoordinate, openSeededOwner, recordsOf } from './seeded-owner';

async function printTruth(): Promise<void> {
  refuseProduction('the truth command');
  await refuseRealData('the truth command');
  const population = ownerPopulation(false);
  if (population === undefined) return;
  const protocols = agreementsOf();
  const now = createClock().now();
  const askers = PERSONAS.flatMap((persona) =>
    purposesOf(protocols, persona.organisation, persona.role, now).map((purpose) => ({ persona, purpose })),
  );
  for (const definition of OWNER_DEFINITIONS) {
    process.stderr.write(`${definition.name}: preparing the seeded people …\n`);
    const seeded = await openSeededOwner(definition, population.seed, population.anchor);
    try {
      const audience = await audienceOf(seeded, protocols, askers, now);
      for (const recordType of seeded.graph.catalogue.recordTypes.values()) {
        const visible = audience.get(recordType.name);
        for (const record of await recordsOf(seeded, recordType)) {
          const values = record as unknown as Readonly<Record<string, unknown>>;
          for (const { name } of recordType.fields) {
            const coordinate = `${recordType.name}.${name}`;
            const line = {
              owner: definition.name,
              id: record.id,
              subject: values[recordType.anchors.subject ?? 'subjectId'] ?? null,
              coordinate,
              value: values[name] ?? null,
              controller: controllerOfCoordinate(seeded.graph.catalogue.permissionMap, coordinate),
              visibleTo: visible?.get(record.id)?.get(name) ?? [],
            };
            process.stdout.write(`${JSON.stringify(line)}\n`);
          }
        }
      }
    } finally {
      await seeded.store.close();
    }
  }
}

void runCommand(printTruth);
