// `npm run -s personas [-- --json | --markdown]`: the people one can ask as, their purposes, and some real ids that each
// may see something of and may not. Computed by the protocol engine from the named people, who are in every population
// and of whose states the agreements speak: so it takes no longer for a hub of more. Progress goes to standard error.
// `--markdown` prints docs/personas.md, for which no people are needed.
import 'reflect-metadata';

import { readFileSync } from 'node:fs';
import path from 'node:path';

import { purposesOf } from '../protocols/decide';
import { readPermissionMap } from '../schema/read-permission-map';
import { createClock } from '../service/clock';
import { projectRoot } from '../service/project-root';
import { ownerPopulation } from '../subgraphs/common/loading/owner-population';
import { agreementsOf } from './agreements-of';
import { describePersonas } from './describe-personas';
import { OWNER_DEFINITIONS } from './owner-definitions';
import { PERSONAS } from './personas';
import { refuseProduction } from './refuse-production';
import { refuseRealData } from './refuse-real-data';
import { runCommand } from './run-command';
import { audienceOf, openSeededOwner, recordsOf } from './seeded-owner';

const IDS_SHOWN = 5;

async function printPersonas(asJson: boolean): Promise<void> {
  refuseProduction('the personas command');
  await refuseRealData('the personas command');
  const population = ownerPopulation(false);
  if (population === undefined) return;
  const protocols = agreementsOf();
  const now = createClock().now();
  const purposes = new Map(
    PERSONAS.map((persona) => [persona.persona, purposesOf(protocols, persona.organisation, persona.role, now)]),
  );
  const askers = PERSONAS.flatMap((persona) =>
    (purposes.get(persona.persona) ?? []).map((purpose) => ({ persona, purpose })),
  );
  const everybody: string[] = [];
  const seen = new Map<string, Set<string>>(PERSONAS.map(({ persona }) => [persona, new Set<string>()]));

  for (const definition of OWNER_DEFINITIONS) {
    process.stderr.write(`${definition.name}: preparing the seeded people …\n`);
    const seeded = await openSeededOwner(definition, population.seed, population.anchor);
    try {
      const rows = await seeded.store.maintenance.query<{ id: string }[]>('select id from subject order by id');
      everybody.push(...rows.map((row) => row.id));
      const audience = await audienceOf(seeded, protocols, askers, now);
      for (const recordType of seeded.graph.catalogue.recordTypes.values()) {
        const subjectKey = recordType.anchors.subject;
        if (subjectKey === undefined) continue;
        const subjects = new Map(
          (await recordsOf(seeded, recordType)).map((record) => [
            record.id,
            (record as unknown as Readonly<Record<string, unknown>>)[subjectKey],
          ]),
        );
        for (const [id, byField] of audience.get(recordType.name) ?? []) {
          for (const asker of new Set([...byField.values()].flat())) {
            const subject = subjects.get(id);
            if (typeof subject === 'string') seen.get(asker.split(':')[0] ?? '')?.add(subject);
          }
        }
      }
    } finally {
      await seeded.store.close();
    }
  }
  const listed = PERSONAS.map(({ persona, organisation, role, area }) => {
    const visible = seen.get(persona) ?? new Set<string>();
    return {
      persona,
      organisation,
      role,
      area: area ?? null,
      purposes: purposes.get(persona) ?? [],
      visibleSubjects: [...visible].sort().slice(0, IDS_SHOWN),
      hiddenSubjects: everybody.filter((id) => !visible.has(id)).slice(0, IDS_SHOWN),
    };
  });
  if (asJson) process.stdout.write(`${JSON.stringify(listed, undefined, 2)}\n`);
  else {
    for (const { persona, purposes: allowed, visibleSubjects } of listed) {
      process.stdout.write(
        `${persona.padEnd(34)} ${allowed.join(', ')}\n${' '.repeat(35)}${visibleSubjects.join(' ') || '(nobody)'}\n`,
      );
    }
  }
}

function printDescriptions(): void {
  const supergraph = readFileSync(path.join(projectRoot, 'schema/supergraph.graphql'), 'utf8');
  const fields = [...readPermissionMap(supergraph).fields.values()];
  process.stdout.write(describePersonas(agreementsOf(), fields, createClock().now()));
}

void runCommand(() =>
  process.argv.includes('--markdown') ? printDescriptions() : printPersonas(process.argv.includes('--json')),
);
