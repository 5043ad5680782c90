import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import { allow, and, deny, rule, shield } from 'graphql-shield';

import type { Decision, Withholding } from '../protocols/decision';
import type { FieldDisclosure, PermissionMap } from '../schema/permission-map';
import type { RequesterRight } from '../schema/requester';

export type Decide = (right: RequesterRight, field: FieldDisclosure, now: Date) => Decision;

/** What the rules say of one coordinate: shared (perhaps under conditions that its owner checks), withheld, or no answer. */
export type Outcome =
  | { readonly kind: 'permitted' }
  | { readonly kind: 'withheld'; readonly withholding: Withholding }
  | { readonly kind: 'failed'; readonly cause: unknown };

export interface DatedOutcome {
  readonly outcome: Outcome;
  /** The instant at which the outcome may next change. */
  readonly changesAt?: Date;
}

export interface ProtocolRules {
  /** Whether there is a rule for this coordinate: it is a field of an object type of the API schema. */
  covers(coordinate: string): boolean;
  ask(coordinate: string, right: RequesterRight, now: Date): Promise<DatedOutcome>;
}

interface RuleContext {
  readonly right: RequesterRight;
  readonly now: Date;
  changesAt?: Date;
}
type Rule = ReturnType<ReturnType<typeof rule>>;
type TreeRule = Rule | typeof allow | ReturnType<typeof and>;
type CompiledRule = (
  resolve: () => unknown,
  parent: object,
  args: object,
  context: RuleContext,
  info: GraphQLResolveInfo,
) => Promise<unknown>;

/** What the sentinel resolver returns: shield lets it through only where its rule holds. */
const PERMITTED = Symbol('permitted');
const PERMIT: Outcome = { kind: 'permitted' };

/** Thrown nowhere: the value by which a rule says that a protocol withholds, and by which clause. */
class WithheldByRule extends Error {
  constructor(
    readonly decision: Decision & { kind: 'deny' },
    readonly field: FieldDisclosure,
  ) {
    super('Withheld by protocol');
  }
}

/** A rule could not be evaluated: denied all the same, but told apart from a refusal. */
class RuleFailure extends Error {
  constructor(override readonly cause: unknown) {
    super('A rule failed');
  }
}

/**
 * Compiles the protocols into a graphql-shield rule tree over the API schema and returns its compiled functions, to
 * be asked before planning. Shield wraps resolvers ordinarily, which has no effect on a federated gateway; here its
 * functions are given a sentinel in a resolver's place. The rule of a field with `@requires` is the conjunction of
 * its own and those of all that it is computed from, or a permitted field would tell what a withheld one holds.
 */
export function compileProtocolRules(schema: GraphQLSchema, map: PermissionMap, decide: Decide): ProtocolRules {
  const tree = ruleTree(schema, map, ruleMaker(decide));
  const compiled = shield<unknown, RuleContext>(tree, {
    fallbackRule: deny,
    allowExternalErrors: true,
    fallbackError: new RuleFailure('no rule permits this coordinate'),
    debug: false,
    hashFunction: () => '',
  }).generate(schema) as Readonly<Record<string, Readonly<Record<string, CompiledRule | { resolve: CompiledRule }>>>>;

  const ruleAt = (coordinate: string): CompiledRule | undefined => {
    const [typeName = '', fieldName = ''] = coordinate.split('.');
    // A bare rule compiles to a function, a conjunction to an object that holds one.
    const entry = compiled[typeName]?.[fieldName];
    return typeof entry === 'function' ? entry : entry?.resolve;
  };
  return {
    covers: (coordinate) => ruleAt(coordinate) !== undefined,
    ask: async (coordinate, right, now) => {
      const compiledRule = ruleAt(coordinate);
      if (compiledRule === undefined) {
        return { outcome: { kind: 'failed', cause: new RuleFailure(`no rule for ${coordinate}`) } };
      }
      const context: RuleContext = { right, now };
      const answer = await compiledRule(() => PERMITTED, {}, {}, context, {} as GraphQLResolveInfo);
      const outcome = answer === PERMITTED ? PERMIT : refusedOutcome(answer, coordinate);
      return context.changesAt === undefined ? { outcome } : { outcome, changesAt: context.changesAt };
    },
  };
}

function refusedOutcome(answer: unknown, coordinate: string): Outcome {
  if (!(answer instanceof WithheldByRule)) return { kind: 'failed', cause: answer };
  const { decision, field } = answer;
  return {
    kind: 'withheld',
    withholding: { ...decision.clause, category: field.category, level: field.level, coordinate, requestable: false },
  };
}

function ruleTree(
  schema: GraphQLSchema,
  map: PermissionMap,
  ruleOf: (field: FieldDisclosure) => Rule,
): Record<string, Record<string, TreeRule>> {
  const own = (coordinate: string): TreeRule => {
    const field = map.fields.get(coordinate);
    if (field !== undefined) return ruleOf(field);
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- shield's own constants
    return map.exempt.has(coordinate) ? allow : deny;
  };
  const tree: Record<string, Record<string, TreeRule>> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const rules: Record<string, TreeRule> = {};
    for (const fieldName of Object.keys(type.getFields())) {
      const coordinate = `${type.name}.${fieldName}`;
      const required = map.requires.get(coordinate) ?? [];
      rules[fieldName] = required.length === 0 ? own(coordinate) : and(own(coordinate), ...required.map(own));
    }
    tree[type.name] = rules;
  }
  return tree;
}

/** One rule for each way of disclosing; its name carries every parameter, since shield takes equal names for equal rules. */
function ruleMaker(decide: Decide): (field: FieldDisclosure) => Rule {
  const rules = new Map<string, Rule>();
  return (field) => {
    const { category, level, facet, controller } = field;
    const name = `discloses-${[category, level, ...(facet === undefined ? [] : [facet])].join('-')}-of-${controller}`;
    const existing = rules.get(name);
    if (existing !== undefined) return existing;
    const made = rule(name, { cache: 'no_cache' })((_parent, _args, context: RuleContext) => {
      // Shield turns an exception into a plain refusal, so it is caught here.
      try {
        const decision = decide(context.right, field, context.now);
        noteChange(context, decision.changesAt);
        return decision.kind === 'deny' ? new WithheldByRule(decision, field) : true;
      } catch (error) {
        return new RuleFailure(error);
      }
    });
    rules.set(name, made);
    return made;
  };
}

function noteChange(context: RuleContext, changesAt: Date | undefined): void {
  if (changesAt === undefined) return;
  if (context.changesAt === undefined || changesAt < context.changesAt) context.changesAt = changesAt;
}
