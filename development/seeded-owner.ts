// The seeded records of an owner as they are right after a first start: the same people, by the same loading path, in
// an embedded database in memory, so that outsiders can test against what really is there.
import { createDecider } from '../protocols/decide';
import type { Decision } from '../protocols/decision';
import type { ProtocolSet } from '../protocols/protocol';
import type { PermissionMap } from '../schema/permission-map';
import { type Jurisdiction, ORGANISATIONS } from '../schema/organisations';
import { OWNERS } from '../schema/owners';
import type { Purpose } from '../schema/purposes';
import type { Requester } from '../schema/requester';
import { BoundValues } from '../subgraphs/common/disclosure/condition-sql';
import { prepareDatabase } from '../subgraphs/common/loading/prepare-database';
import { Subject } from '../subgraphs/common/loading/subject';
import type { RecordType, StoredRecord } from '../subgraphs/common/records/record-registry';
import { recordsFrom } from '../subgraphs/common/reading/records-from-rows';
import { calendarDate } from '../subgraphs/common/serving/calendar-date';
import { type OwnerGraph, ownerGraph } from '../subgraphs/common/serving/create-owner';
import type { OwnerDefinition } from '../subgraphs/common/serving/owner-definition';
import { RequestStore } from '../subgraphs/common/storage/request-store';
import { openStore, type Store } from '../subgraphs/common/storage/store';
import type { Persona } from './personas';

/** Who could be told a value: `persona:PURPOSE`. */
export type Asker = string;

export interface SeededOwner {
  readonly owner: OwnerDefinition;
  readonly graph: OwnerGraph;
  readonly store: Store;
}

export async function openSeededOwner(owner: OwnerDefinition, seed: string, anchor: string): Promise<SeededOwner> {
  const graph = ownerGraph(owner);
  const store = await openStore({ kind: 'embedded' }, [Subject, ...owner.internalTables, ...owner.records]);
  await prepareDatabase(owner, store, { seed, anchor }, undefined, () => undefined);
  return { owner, graph, store };
}

/** Every record of a kind, whoever may see it. */
export async function recordsOf({ store }: SeededOwner, recordType: RecordType): Promise<readonly StoredRecord[]> {
  return recordsFrom(
    recordType,
    (await store.application.query(`select * from ${recordType.table} order by id`)) as object[] as Record<
      string,
      unknown
    >[],
  );
}

/**
 * For each record id and field of a kind, who of the askers could be told it: by the protocol engine's decisions and
 * the owner's own predicates, as a request would.
 */
export async function visibleTo(
  seeded: SeededOwner,
  recordType: RecordType,
  protocols: ProtocolSet,
  askers: readonly { readonly persona: Persona; readonly purpose: Purpose }[],
  now: Date,
): Promise<ReadonlyMap<string, ReadonlyMap<string, readonly Asker[]>>> {
  const { fields } = seeded.graph.catalogue.permissionMap;
  const decide = createDecider(protocols);
  const found = new Map<string, Map<string, Asker[]>>();
  for (const { persona, purpose } of askers) {
    const right = {
      organisation: persona.organisation,
      role: persona.role,
      purpose,
      jurisdiction: jurisdictionOf(persona),
    };
    const decisionOn = (coordinate: string): Decision | undefined => {
      const field = fields.get(coordinate);
      return field === undefined ? undefined : decide(right, field, now);
    };
    const existence = decisionOn(`Query.${recordType.single}`);
    if (existence === undefined || existence.kind === 'deny') continue;
    const disclosable = recordType.fields.flatMap(({ name }) => {
      const decision = decisionOn(`${recordType.name}.${name}`);
      return decision === undefined || decision.kind === 'deny' ? [] : [{ name, decision }];
    });
    const bound = new BoundValues();
    const sqlOf = (decision: Decision): string =>
      decision.kind === 'permit when'
        ? seeded.graph.catalogue.conditions.anyOf(recordType, 'r', decision.alternatives, bound)
        : 'true';
    const columns = disclosable.map(({ decision }, index) => `${sqlOf(decision)} as field_${String(index)}`);
    const sql = `select ${['r.id', ...columns].join(', ')} from ${recordType.table} r where ${sqlOf(existence)}`;
    for (const row of await askAs(seeded, { persona, purpose }, now, sql, bound.values)) {
      const byField = found.get(String(row.id)) ?? new Map<string, Asker[]>();
      found.set(String(row.id), byField);
      disclosable.forEach(({ name }, index) => {
        if (row[`field_${String(index)}`] !== true) return;
        byField.set(name, [...(byField.get(name) ?? []), `${persona.persona}:${purpose}`]);
      });
    }
  }
  return found;
}

async function askAs(
  { owner, store }: SeededOwner,
  asker: { readonly persona: Persona; readonly purpose: Purpose },
  now: Date,
  sql: string,
  values: readonly unknown[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { persona, organisation, role, area } = asker.persona;
  const requester: Requester = {
    person: persona,
    organisation,
    role,
    purpose: asker.purpose,
    jurisdiction: jurisdictionOf(asker.persona),
    requestId: 'truth',
    ...(area === undefined ? {} : { area }),
  };
  const requestStore = new RequestStore(
    store.application,
    requester,
    now,
    calendarDate(now, OWNERS[owner.name].timeZone),
  );
  try {
    return await requestStore.query<Record<string, unknown>>(sql, values);
  } finally {
    await requestStore.close();
  }
}

function jurisdictionOf(persona: Persona): Jurisdiction {
  return ORGANISATIONS[persona.organisation].jurisdiction;
}

/** The controller that decides on a coordinate of the owner's graph. */
export function controllerOfCoordinate(permissionMap: PermissionMap, coordinate: string): string {
  return permissionMap.fields.get(coordinate)?.controller ?? 'hub';
}
