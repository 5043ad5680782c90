import { isObjectType, type GraphQLSchema } from 'graphql';
import { type IRules, rule, shield } from 'graphql-shield';

import type { Alternative, Decision } from '../../../protocols/decision';
import { withheldError } from '../../../protocols/withholding';
import { EXISTENCE_SENSITIVE } from '../../../schema/categories';
import type { FieldDisclosure } from '../../../schema/permission-map';
import { type RecordType, recordTypeOf, type RelatedRecords, type StoredRecord } from '../records/record-registry';
import type { OwnerContext } from '../serving/owner-context';
import { SilentRefusal } from '../serving/owner-errors';
import type { OwnerCatalogue } from './owner-catalogue';

/**
 * The owner's own decision on every field, from its own copy of the protocols: whatever the gateway asked for.
 * A field without a rule is denied; only keys, plumbing and the federation fields are allowed by name.
 */
export function ownerShield(schema: GraphQLSchema, catalogue: OwnerCatalogue): ReturnType<typeof shield> {
  const tree: Record<string, Record<string, ReturnType<ReturnType<typeof rule>>>> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const rules: Record<string, ReturnType<ReturnType<typeof rule>>> = {};
    for (const fieldName of Object.keys(type.getFields())) {
      const coordinate = `${type.name}.${fieldName}`;
      const field = catalogue.permissionMap.fields.get(coordinate);
      if (field !== undefined) rules[fieldName] = disclosureRule(field, catalogue.recordTypes.get(type.name));
      else if (catalogue.permissionMap.exempt.has(coordinate) || FEDERATION.has(coordinate)) {
        rules[fieldName] = rule(`allows-${coordinate}`, { cache: 'no_cache' })(() => true);
      }
    }
    tree[type.name] = rules;
  }
  return shield(tree as IRules, {
    fallbackRule: rule('denies-uncategorised', { cache: 'no_cache' })(() => false),
    allowExternalErrors: true,
  });
}

const FEDERATION = new Set(['Query._entities', 'Query._service', '_Service.sdl']);

function disclosureRule(
  field: FieldDisclosure,
  recordType: RecordType | undefined,
): ReturnType<ReturnType<typeof rule>> {
  const { coordinate, category, level, facet, controller } = field;
  const name = `discloses-${[category, level, facet].filter((part) => part !== undefined).join('-')}-of-${controller}-by-${coordinate}`;
  return rule(name, { cache: 'no_cache' })((parent: unknown, _arguments: unknown, { scope }: OwnerContext) => {
    const decision = scope.decide(coordinate);
    if (decision === undefined || decision.kind === 'permit') return true;
    if (decision.kind === 'deny') return refusal(field, decision, scope.requester);
    // Root fields are answered by queries that hold only what may be seen; so are values without a record.
    if (recordType === undefined || !isRecord(parent)) return true;
    const relation = recordType.relations.find((candidate) => candidate.name === coordinate.split('.')[1]);
    const evaluable = decision.alternatives.filter((alternative) =>
      scope.catalogue.conditions.canEvaluate(recordType, alternative.predicates),
    );
    // A relation whose condition is about the related records is decided on those, one by one.
    if (relation !== undefined && isDecidedOnTarget(scope.catalogue, relation, decision.alternatives)) return true;
    if (scope.holds(recordType, parent, evaluable)) return true;
    if (EXISTENCE_SENSITIVE.has(category)) return new SilentRefusal();
    return refusal(field, decision, scope.requester);
  });
}

/** Whether some alternative can be decided only on the related records themselves. */
function isDecidedOnTarget(
  { conditions }: OwnerCatalogue,
  relation: RelatedRecords,
  alternatives: readonly Alternative[],
): boolean {
  const target = recordTypeOf(relation.target());
  return alternatives.some(
    ({ predicates }) =>
      conditions.canEvaluate(target, predicates) && conditions.anchorOf(target, predicates) === 'record',
  );
}

function refusal(
  field: FieldDisclosure,
  decision: Exclude<Decision, { kind: 'permit' }>,
  requester: OwnerContext['scope']['requester'],
): Error {
  const clause = decision.kind === 'deny' ? decision.clause : decision.alternatives[0]?.clause;
  return withheldError(
    {
      protocol: clause?.protocol ?? 'DEFAULT-DENY',
      version: clause?.version ?? '1.0.0',
      clause: clause?.clause ?? 'absence',
      category: field.category,
      level: field.level,
      coordinate: field.coordinate,
      requestable: false,
    },
    requester,
  );
}

function isRecord(parent: unknown): parent is StoredRecord {
  return typeof parent === 'object' && parent !== null && 'id' in parent;
}
