// `npm run -s truth -- --research`: who is in the snapshot of the present quarter, in the categories of research tables,
// with how the coin of each canary fell; so that outsiders can attack the tables too.
import type { Jurisdiction3 } from '../disclosure-control/lattice';
import { createClock } from '../service/clock';
import { OWNERS } from '../schema/owners';
import { canaryOutcome, ordinaryId } from '../subgraphs/common/loading/ordinary-people';
import { isOwnerOfPeople, type OwnerOfPeople } from '../subgraphs/common/loading/people-wanted';
import type { Population } from '../subgraphs/common/loading/prepare-database';
import { calendarDate } from '../subgraphs/common/serving/calendar-date';
import { OWNER_DEFINITIONS } from './owner-definitions';
import { cohortOf, cutOffOf, researchPeople } from './research-rows';
import { openSeededOwner } from './seeded-owner';

const JURISDICTION_OF = { 'knowsley-iom': 'UK', 'safety-house': 'NL', eri: 'IT' } as const satisfies Record<
  OwnerOfPeople,
  Jurisdiction3
>;

export async function printResearch(
  { seed, anchor, people = 'named' }: Population,
  printLine: (line: object) => Promise<void>,
): Promise<void> {
  for (const definition of OWNER_DEFINITIONS) {
    const { name } = definition;
    if (definition.research === undefined || !isOwnerOfPeople(name)) continue;
    process.stderr.write(`${name}: preparing the seeded people …\n`);
    const jurisdiction = JURISDICTION_OF[name];
    const coins = new Map<string, boolean>();
    for (let number = 0; people !== 'named' && number < people[name]; number += 1) {
      const coin = canaryOutcome(seed, name, number);
      if (coin !== undefined) coins.set(ordinaryId(seed, name, number), coin);
    }
    const seeded = await openSeededOwner(definition, seed, anchor, { people });
    try {
      const cutOff = cutOffOf(calendarDate(createClock().now(), OWNERS[name].timeZone));
      for (const { subjectId, enteredOn, categories, mentoringSessions } of await researchPeople(seeded, cutOff)) {
        await printLine({
          owner: name,
          id: subjectId,
          jurisdiction,
          JURISDICTION: jurisdiction,
          ...cohortOf(enteredOn),
          ...categories,
          mentoringSessions,
          canary: coins.has(subjectId),
          reoffended: coins.get(subjectId) ?? null,
        });
      }
    } finally {
      await seeded.store.close();
    }
  }
}
