// The seeded records of an owner as they are right after a first start: the same people, by the same loading path, in
// an embedded database in memory, so that outsiders can test against what really is there.
import { createDecider } from '../protocols/decide';
import type { Decision } from '../protocols/decision';
import type { ProtocolSet } from '../protocols/protocol';
import type { PermissionMap } from '../schema/permission-map';
import { ORGANISATIONS } from '../schema/organisations';
import { OWNERS } from '../schema/owners';
import type { Purpose } from '../schema/purposes';
import type { Requester } from '../schema/requester';
import { BoundValues } from '../subgraphs/common/disclosure/condition-sql';
import { type Population, prepareDatabase } from '../subgraphs/common/loading/prepare-database';
import { Subject } from '../subgraphs/common/loading/subject';
import { protocolKeysInForce } from '../subgraphs/common/row-security/row-permissions';
import type { RecordType, StoredRecord } from '../subgraphs/common/records/record-registry';
import { recordsFrom } from '../subgraphs/common/reading/records-from-rows';
import { calendarDate } from '../subgraphs/common/serving/calendar-date';
import { type OwnerGraph, ownerGraph } from '../subgraphs/common/serving/create-owner';
import type { OwnerDefinition } from '../subgraphs/common/serving/owner-definition';
import { RequestStore } from '../subgraphs/common/storage/request-store';
import { snakeCase } from '../subgraphs/common/storage/snake-case-naming';
import { openStore, type Store } from '../subgraphs/common/storage/store';
import type { Persona } from './personas';

/**
 * The database with the settings of a requester, for whom no policy holds: what is asked of it are the agreements'
 * conditions alone, by another way than a request's.
 */
export function truthFor(
  { store }: SeededOwner,
  requester: Requester,
  protocols: ProtocolSet,
  now: Date,
  today: string,
): RequestStore {
  return new RequestStore(store.maintenance, requester, now, today, protocolKeysInForce(protocols, now));
}

/** Who could be told a value: `persona:PURPOSE`. */
export type Asker = string;

export interface SeededOwner {
  readonly owner: OwnerDefinition;
  readonly graph: OwnerGraph;
  readonly store: Store;
}

/** The named people alone, unless it is said how many: what holds of them holds in any larger population too. */
export async function openSeededOwner(
  owner: OwnerDefinition,
  seed: string,
  anchor: string,
  { people, first }: Pick<Population, 'people' | 'first'> = {},
): Promise<SeededOwner> {
  const graph = ownerGraph(owner);
  const store = await openStore({ kind: 'embedded' }, [Subject, ...owner.internalTables, ...owner.records]);
  const population: Population = {
    seed,
    anchor,
    ...(people === undefined ? {} : { people }),
    ...(first === undefined ? {} : { first }),
  };
  await prepareDatabase(owner, store, population, () => undefined);
  return { owner, graph, store };
}

/** Every record of a kind, whoever may see it. */
export async function recordsOf({ store }: SeededOwner, recordType: RecordType): Promise<readonly StoredRecord[]> {
  return recordsFrom(
    recordType,
    await store.maintenance.query<Record<string, unknown>[]>(`select * from ${recordType.table} order by id`),
  );
}

/** So many records of a kind after an id, in the order of their ids. */
export async function recordsAfter(
  { store }: SeededOwner,
  recordType: RecordType,
  after: string,
  count: number,
): Promise<readonly StoredRecord[]> {
  return recordsFrom(
    recordType,
    await store.maintenance.query<Record<string, unknown>[]>(
      `select * from ${recordType.table} where id > $1 order by id limit $2`,
      [after, count],
    ),
  );
}

/** Who could be told what: record type → record id → field → askers. */
export type Audience = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, readonly Asker[]>>>;

interface AskingPersona {
  readonly persona: Persona;
  readonly purpose: Purpose;
}

/** The records of a kind between two of their ids: after the first, up to and with the last. */
export interface PageOfRecords {
  readonly recordType: RecordType;
  readonly after: string;
  readonly last: string;
}

/**
 * For each record and field, who of the askers could be told it: by the protocol engine's decisions and the owner's own
 * predicates, as a request would. One transaction an asker. Of all records, or of one page of them.
 */
export async function audienceOf(
  seeded: SeededOwner,
  protocols: ProtocolSet,
  askers: readonly AskingPersona[],
  now: Date,
  page?: PageOfRecords,
): Promise<Audience> {
  const { fields } = seeded.graph.catalogue.permissionMap;
  const decide = createDecider(protocols);
  const audience = new Map<string, Map<string, Map<string, Asker[]>>>();
  for (const asker of askers) {
    const requester = requesterOf(asker);
    const by: Asker = `${asker.persona.persona}:${asker.purpose}`;
    const decisionOn = (coordinate: string): Decision | undefined => {
      const field = fields.get(coordinate);
      return field === undefined ? undefined : decide(requester, field, now);
    };
    const today = calendarDate(now, OWNERS[seeded.owner.name].timeZone);
    const requestStore = truthFor(seeded, requester, protocols, now, today);
    try {
      const kinds = page === undefined ? seeded.graph.catalogue.recordTypes.values() : [page.recordType];
      for (const recordType of kinds) {
        const found = await fieldsShown(seeded, recordType, decisionOn, requestStore, page);
        const byId = audience.get(recordType.name) ?? new Map<string, Map<string, Asker[]>>();
        audience.set(recordType.name, byId);
        for (const [id, names] of found) {
          const byField = byId.get(id) ?? new Map<string, Asker[]>();
          byId.set(id, byField);
          for (const name of names) {
            const told = byField.get(name);
            if (told === undefined) byField.set(name, [by]);
            else told.push(by);
          }
        }
      }
    } finally {
      await requestStore.close();
    }
  }
  return audience;
}

/** For one asker and one kind of record: the ids that it sees and which of their fields. */
async function fieldsShown(
  seeded: SeededOwner,
  recordType: RecordType,
  decisionOn: (coordinate: string) => Decision | undefined,
  requestStore: RequestStore,
  page: PageOfRecords | undefined,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const existence = decisionOn(`Query.${recordType.single}`);
  if (existence === undefined || existence.kind === 'deny') return new Map();
  const disclosable = recordType.fields.flatMap(({ name }) => {
    const decision = decisionOn(`${recordType.name}.${name}`);
    return decision === undefined || decision.kind === 'deny' ? [] : [{ name, decision }];
  });
  const bound = new BoundValues('many');
  const { conditions } = seeded.graph.catalogue;
  const sqlOf = (decision: Decision): string =>
    decision.kind === 'permit when' ? conditions.anyOf(recordType, 'r', decision.alternatives, bound) : 'true';
  // Most fields of a record hang on the same condition: each condition is evaluated once.
  const conditionOf = (decision: Decision): string =>
    decision.kind === 'permit when' ? JSON.stringify(decision.alternatives.map(({ predicates }) => predicates)) : '';
  const conditioned = disclosable.map(({ name, decision }) => ({ name, decision, condition: conditionOf(decision) }));
  const distinct = new Map(conditioned.map(({ condition, decision }) => [condition, decision]));
  const places = new Map([...distinct.keys()].map((condition, index) => [condition, `holds_${String(index)}`]));
  const columns = [...distinct].map(([condition, decision]) => `${sqlOf(decision)} as ${places.get(condition) ?? ''}`);
  const within =
    page === undefined ? 'true' : `r.id > ${bound.bind(page.after)}::text and r.id <= ${bound.bind(page.last)}::text`;
  const rows = await requestStore.query<Record<string, unknown>>(
    bound.withGathered(
      `select ${['r.id', ...columns].join(', ')} from public.${recordType.table} r where ${sqlOf(existence)} and ${within}`,
    ),
    bound.values,
  );
  return new Map(
    rows.map((row) => [
      String(row['id']),
      conditioned.flatMap(({ name, condition }) => (row[places.get(condition) ?? ''] === true ? [name] : [])),
    ]),
  );
}

export interface SubjectsShown {
  /** Whether there is any record, of a person or not, of which something is told. */
  readonly anyRecord: boolean;
  readonly anySubject: boolean;
  /** Whether an agreement opens any record of a person to this asker, under whatever conditions. */
  readonly maySeeSubjects: boolean;
  /** Those of the given people of whom something is told. */
  readonly ofSample: ReadonlySet<string>;
}

/** Of whom an asker is told anything; looks for few of them, so that it takes long for no number of people. */
export async function subjectsShown(
  seeded: SeededOwner,
  protocols: ProtocolSet,
  asker: AskingPersona,
  now: Date,
  requestStore: RequestStore,
  sample: readonly string[],
): Promise<SubjectsShown> {
  const { fields } = seeded.graph.catalogue.permissionMap;
  const decide = createDecider(protocols);
  const requester = requesterOf(asker);
  const decisionOn = (coordinate: string): Decision | undefined => {
    const field = fields.get(coordinate);
    return field === undefined ? undefined : decide(requester, field, now);
  };
  const ofSample = new Set<string>();
  let anyRecord = false;
  let anySubject = false;
  let maySeeSubjects = false;
  for (const recordType of seeded.graph.catalogue.recordTypes.values()) {
    const bound = new BoundValues();
    const shown = shownSql(seeded, recordType, decisionOn, bound);
    if (shown === undefined) continue;
    const { subject } = recordType.anchors;
    if (subject !== undefined) {
      maySeeSubjects = true;
      const column = `r.${snakeCase(subject)}`;
      const rows = await requestStore.query<{ subject: string }>(
        `select distinct ${column} as subject from public.${recordType.table} r where ${column} = any(${bound.bind([...sample])}::text[]) and ${shown}`,
        bound.values,
      );
      for (const row of rows) ofSample.add(row.subject);
      if (rows.length > 0) anySubject = anyRecord = true;
    }
    if (anyRecord && (anySubject || subject === undefined)) continue;
    const any = new BoundValues();
    const found = await requestStore.query(
      `select 1 from public.${recordType.table} r where ${shownSql(seeded, recordType, decisionOn, any) ?? 'false'} limit 1`,
      any.values,
    );
    if (found.length > 0) anyRecord = true;
    if (found.length > 0 && subject !== undefined) anySubject = true;
  }
  return { anyRecord, anySubject, maySeeSubjects, ofSample };
}

/** Which rows of a kind exist for the asker with some value; undefined where none can. */
function shownSql(
  seeded: SeededOwner,
  recordType: RecordType,
  decisionOn: (coordinate: string) => Decision | undefined,
  bound: BoundValues,
): string | undefined {
  const existence = decisionOn(`Query.${recordType.single}`);
  const values = recordType.fields
    .map(({ name }) => decisionOn(`${recordType.name}.${name}`))
    .filter((decision) => decision !== undefined && decision.kind !== 'deny');
  if (existence === undefined || existence.kind === 'deny' || values.length === 0) return undefined;
  const { conditions } = seeded.graph.catalogue;
  const alternativesOf = (decision: Decision) =>
    decision.kind === 'permit when' ? decision.alternatives : decision.kind === 'permit' ? 'all' : [];
  const sqlOf = (alternatives: 'all' | ReturnType<typeof alternativesOf>): string =>
    alternatives === 'all' ? 'true' : conditions.anyOf(recordType, 'r', alternatives, bound);
  // Most fields of a record hang on the same conditions: each is evaluated once.
  const distinct = new Map(
    values.map((decision) => {
      const alternatives = alternativesOf(decision);
      return [JSON.stringify(alternatives), alternatives] as const;
    }),
  );
  const some = distinct.has('"all"') ? 'true' : `(${[...distinct.values()].map(sqlOf).join(' or ')})`;
  return `${sqlOf(alternativesOf(existence))} and ${some}`;
}

export function requesterOf({ persona, purpose }: AskingPersona): Requester {
  return {
    person: persona.persona,
    organisation: persona.organisation,
    role: persona.role,
    purpose,
    jurisdiction: ORGANISATIONS[persona.organisation].jurisdiction,
    requestId: 'truth',
    ...(persona.area === undefined ? {} : { area: persona.area }),
  };
}

/** The controller that decides on a coordinate of the owner's graph. */
export function controllerOfCoordinate(permissionMap: PermissionMap, coordinate: string): string {
  return permissionMap.fields.get(coordinate)?.controller ?? 'hub';
}
