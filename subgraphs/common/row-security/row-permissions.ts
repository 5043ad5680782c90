import { createHash } from 'node:crypto';

import { decide } from '../../../protocols/decide';
import type { Alternative } from '../../../protocols/decision';
import { protocolSet } from '../../../protocols/load-protocols';
import { isInForce } from '../../../protocols/in-force';
import type { Protocol, ProtocolSet } from '../../../protocols/protocol';
import type { FieldDisclosure } from '../../../schema/permission-map';
import { ORGANISATIONS } from '../../../schema/organisations';
import type { RequesterRight } from '../../../schema/requester';
import { type BoundValues, LiteralValues } from '../disclosure/condition-sql';
import type { OwnerCatalogue } from '../disclosure/owner-catalogue';
import type { RecordType } from '../records/record-registry';
import type { OwnerMeasure } from './owner-measure';

/** How an agreement is named in a request's settings and beside what it permits. */
export function protocolKey({ id, version }: Protocol): string {
  return `${id}@${version}`;
}

/** The agreements that permit anything at this moment: what the request's settings say of them. */
export function protocolKeysInForce(set: ProtocolSet, now: Date): readonly string[] {
  return set.protocols.filter((protocol) => isInForce(protocol, now)).map((protocol) => protocolKey(protocol));
}

interface Right {
  readonly organisation: string;
  readonly role: string;
  readonly purpose: string;
  readonly protocol: string;
}

/** What the agreements permit, as the database's policies and functions read it: SQL text, rights and nothing else. */
export interface RowPermissions {
  readonly conditions: readonly { key: string; relation: string; few: string; many: string }[];
  readonly permissions: readonly (Right & { coordinate: string; condition: string; unconditional: boolean })[];
  readonly evidence: readonly { key: string; sql: string }[];
  readonly uses: readonly (Right & { key: string })[];
}

/**
 * Every permission of every agreement, each agreement by itself: which of them are in force is said by the request.
 * A coordinate that reveals others is permitted here by what is said of itself; the rest stays with the resolvers.
 */
export function rowPermissionsOf(
  catalogue: OwnerCatalogue,
  measures: readonly OwnerMeasure[],
  protocols: readonly Protocol[],
): RowPermissions {
  const collected = new Collected(catalogue);
  const fields = fieldsConcerned(catalogue, measures);
  for (const protocol of protocols) {
    const alone = protocolSet([protocol]);
    const from = new Date(Date.parse(protocol.inForce.from));
    for (const right of rightsOf(protocol)) {
      const decided = new Map<string, ReturnType<typeof decide>>();
      for (const { field, recordType, isRead, revealed } of fields) {
        const decisionOf = (one: FieldDisclosure) => {
          const key = [one.category, one.level, one.facet ?? '', one.controller].join(' ');
          const known = decided.get(key) ?? decide(alone, right, one, from);
          decided.set(key, known);
          return known;
        };
        const named = { ...right, protocol: protocolKey(protocol) };
        const decision = decisionOf(field);
        if (isRead && decision.kind === 'permit') collected.permit(named, field.coordinate, recordType, 'all');
        if (decision.kind === 'permit when') {
          if (isRead) collected.permit(named, field.coordinate, recordType, decision.alternatives);
          collected.ask(named, recordType, decision.alternatives);
        }
        for (const other of revealed) {
          const required = decisionOf(other);
          if (required.kind === 'permit when') collected.ask(named, recordType, required.alternatives);
        }
      }
    }
  }
  return collected.rows();
}

interface ConcernedField {
  readonly field: FieldDisclosure;
  readonly recordType: RecordType | undefined;
  /** Whether rows are read or compared by it in SQL. */
  readonly isRead: boolean;
  readonly revealed: readonly FieldDisclosure[];
}

function fieldsConcerned(
  { recordTypes, permissionMap }: OwnerCatalogue,
  measures: readonly OwnerMeasure[],
): readonly ConcernedField[] {
  const singles = new Map([...recordTypes.values()].map((recordType) => [`Query.${recordType.single}`, recordType]));
  const measured = new Set(measures.map(({ coordinate }) => coordinate));
  return [...permissionMap.fields.values()].flatMap((field) => {
    const [typeName = '', name] = field.coordinate.split('.');
    const recordType = singles.get(field.coordinate) ?? recordTypes.get(typeName);
    if (recordType === undefined && !measured.has(field.coordinate)) return [];
    const isFilterable = recordType?.fields.some((each) => each.name === name && each.filterable) === true;
    const revealed = permissionMap.requires.get(field.coordinate) ?? [];
    return {
      field,
      recordType,
      isRead: singles.has(field.coordinate) || measured.has(field.coordinate) || isFilterable,
      revealed: revealed.flatMap((coordinate) => permissionMap.fields.get(coordinate) ?? []),
    };
  });
}

function rightsOf(protocol: Protocol): readonly RequesterRight[] {
  const rights = protocol.clauses.flatMap(({ recipients, purposes }) =>
    recipients.flatMap(({ organisation, role }) =>
      purposes.map((purpose) => ({
        organisation,
        role,
        purpose,
        jurisdiction: ORGANISATIONS[organisation].jurisdiction,
      })),
    ),
  );
  return [...new Map(rights.map((right) => [JSON.stringify(right), right])).values()];
}

/** Gathers the rows, each statement once however many rights it serves. */
class Collected {
  private readonly conditions = new Map<string, RowPermissions['conditions'][number]>();
  private readonly permissions: RowPermissions['permissions'][number][] = [];
  private readonly evidence = new Map<string, string>();
  private readonly uses = new Map<string, RowPermissions['uses'][number]>();
  private readonly known = new Map<string, string>();

  constructor(private readonly catalogue: OwnerCatalogue) {}

  permit(
    { organisation, role, purpose, protocol }: Right,
    coordinate: string,
    recordType: RecordType | undefined,
    alternatives: readonly Alternative[] | 'all',
  ): void {
    const unconditional = alternatives === 'all';
    const condition =
      recordType === undefined
        ? this.keep({ relation: '', few: 'select null::text where false', many: 'select null::text where false' })
        : this.conditionOf(recordType, alternatives);
    if (recordType === undefined && !unconditional) return;
    this.permissions.push({ coordinate, organisation, role, purpose, protocol, condition, unconditional });
  }

  ask(
    { organisation, role, purpose, protocol }: Right,
    recordType: RecordType | undefined,
    alternatives: readonly Alternative[],
  ): void {
    const { conditions } = this.catalogue;
    if (recordType === undefined) return;
    for (const { predicates } of alternatives) {
      if (!conditions.canEvaluate(recordType, predicates)) continue;
      for (const part of conditions.partsOf(recordType, predicates)) {
        const { key } = part;
        if (!this.evidence.has(key)) {
          this.evidence.set(key, conditions.partIds(recordType, part, '$1', new LiteralValues()));
        }
        const use = { key, organisation, role, purpose, protocol };
        this.uses.set(JSON.stringify(use), use);
      }
    }
  }

  rows(): RowPermissions {
    return {
      conditions: [...this.conditions.values()],
      permissions: this.permissions,
      evidence: [...this.evidence].map(([key, sql]) => ({ key, sql })),
      uses: [...this.uses.values()],
    };
  }

  private conditionOf(recordType: RecordType, alternatives: readonly Alternative[] | 'all'): string {
    const { conditions } = this.catalogue;
    const wanted = JSON.stringify([
      recordType.name,
      alternatives === 'all' || alternatives.map((each) => each.predicates),
    ]);
    const known = this.known.get(wanted);
    if (known !== undefined) return known;
    const select = (bound: BoundValues): string => {
      const holds = alternatives === 'all' ? 'true' : conditions.anyOf(recordType, 'r', alternatives, bound);
      return bound.withGathered(`select r.id from ${recordType.table} r where ${holds}`);
    };
    const key = this.keep({
      relation: recordType.table,
      few: select(new LiteralValues('few')),
      many: select(new LiteralValues('many')),
    });
    this.known.set(wanted, key);
    return key;
  }

  private keep(statement: { relation: string; few: string; many: string }): string {
    const key = createHash('sha256').update(JSON.stringify(statement)).digest('hex').slice(0, 32);
    this.conditions.set(key, { key, ...statement });
    return key;
  }
}
