import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';

import { categoryDirective, flagOf } from '../records/disclosure-text';
import type { RecordClass, RecordType, RelatedRecords, StoredRecord } from '../records/record-registry';
import { recordTypeOf } from '../records/record-registry';
import type { RecordFilter } from '../reading/filter-sql';
import { type Page, type PageRequest, readPage, type RecordOrder } from '../reading/read-page';
import type { OwnerContext } from '../serving/owner-context';
import { badInput } from '../serving/owner-errors';
import { filterInputsOf } from './filter-inputs';

/** The largest page and the largest related list that one field answers. */
export const MAXIMUM_FIRST = 100;

type TypeFunction = () => typeof String;
type ResolverClass = new () => object;

@Directive('@shareable')
@ObjectType('PageInfo', { description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more records after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Sealed cursor of the last record; give it as "after" for the next page.',
  })
  endCursor!: string | null;
}

/**
 * The root fields `<record>(id)` and `<records>(first, after, filter, orderBy)` of one kind of record, and the fields
 * for its related records.
 */
export function recordResolvers(recordClass: RecordClass): ResolverClass {
  const recordType = recordTypeOf(recordClass);
  const Connection = connectionOf(recordType);
  const { filter: Filter, order: Order } = filterInputsOf(recordType);
  const existence = categoryDirective(recordType.discloses);

  @Resolver(() => recordClass)
  class RecordResolver {
    @Query((() => recordClass) as unknown as TypeFunction, {
      name: recordType.single,
      nullable: true,
      description: `One record by its id; null when there is none, or none that may be seen. ${recordType.describes}`,
    })
    @Directive(existence)
    async single(@Arg('id', () => ID) id: string, @Ctx() { loaders }: OwnerContext): Promise<unknown> {
      return (await loaders.one(recordType, id)) ?? null;
    }

    @Query((() => Connection) as unknown as TypeFunction, {
      name: recordType.plural,
      nullable: true,
      description: `The records that the requester may see, a page at a time, in the order of their ids unless ordered. ${recordType.describes}`,
    })
    @Directive(existence)
    async plural(
      @Arg('first', () => Int, { defaultValue: 20, description: `How many, 1 to ${String(MAXIMUM_FIRST)}.` })
      first: number,
      @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
      after: string | undefined,
      @Arg('filter', (() => Filter) as unknown as TypeFunction, { nullable: true }) filter: RecordFilter | undefined,
      @Arg('orderBy', (() => [Order]) as unknown as TypeFunction, { nullable: true }) orderBy: RecordOrder | undefined,
      @Ctx() { scope, cursors }: OwnerContext,
    ): Promise<ConnectionAnswer> {
      checkFirst(first);
      const request: PageRequest = { first, after: after ?? null, filter: filter ?? null, orderBy: orderBy ?? null };
      return connectionAnswer(await readPage(scope, recordType, request, cursors));
    }
  }
  for (const relation of recordType.relations) addRelation(RecordResolver, relation);
  return RecordResolver;
}

/** Of whom a relation shows records: by default of the key alone that the parent has. */
type KeysOf = (key: string, context: OwnerContext) => Promise<readonly string[]>;
const thisKeyAlone: KeysOf = (key) => Promise.resolve([key]);

/**
 * Adds the field of a relation to a resolver class.
 * @param keysOf what a parent's key stands for, where it stands for more than itself
 */
export function addRelation(
  resolverClass: ResolverClass,
  relation: RelatedRecords,
  keysOf: KeysOf = thisKeyAlone,
): void {
  const prototype = resolverClass.prototype as Record<string, unknown>;
  const name = relation.name;
  const parentKeyOf = (parent: StoredRecord): unknown =>
    (parent as unknown as Readonly<Record<string, unknown>>)[relation.by];
  const relatedTo = async (parent: StoredRecord, first: number, context: OwnerContext) => {
    const key = parentKeyOf(parent);
    if (typeof key !== 'string') return [];
    const keys = await keysOf(key, context);
    const lists = await Promise.all(keys.map((each) => context.loaders.relatedTo(relation, each, first)));
    return lists.flat().slice(0, first);
  };
  prototype[name] = relation.many
    ? async (parent: StoredRecord, first: number, context: OwnerContext): Promise<unknown> => {
        checkFirst(first);
        return relatedTo(parent, first, context);
      }
    : async (parent: StoredRecord, context: OwnerContext): Promise<unknown> =>
        (await relatedTo(parent, 1, context))[0] ?? null;
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
  const type = (): unknown => (relation.many ? [relation.target()] : relation.target());
  Root()(prototype, name, 0);
  if (relation.many) {
    Arg('first', () => Int, {
      defaultValue: 50,
      description: `How many at most, 1 to ${String(MAXIMUM_FIRST)}; the root list pages through all.`,
    })(prototype, name, 1);
  }
  Ctx()(prototype, name, relation.many ? 2 : 1);
  FieldResolver(type as TypeFunction, { nullable: true, description: relation.describes })(prototype, name, descriptor);
  Directive(categoryDirective(relation.discloses))(prototype, name);
}

interface ConnectionAnswer {
  readonly edges: readonly { readonly node: StoredRecord; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly page: Page;
}

function connectionAnswer(page: Page): ConnectionAnswer {
  return {
    edges: page.records.map((node, index) => ({ node, cursor: page.cursors[index] ?? '' })),
    pageInfo: { hasNextPage: page.hasNextPage, endCursor: page.cursors.at(-1) ?? null },
    page,
  };
}

function connectionOf(recordType: RecordType): new () => object {
  @ObjectType(`${recordType.name}Edge`, { description: `One of a page of ${recordType.plural}.` })
  class Edge {
    @Field((() => recordType.recordClass) as unknown as TypeFunction, { description: 'The record.' })
    node!: object;

    @Field(() => String, { description: 'Sealed cursor, bound to this requester and this list.' })
    cursor!: string;
  }

  @ObjectType(`${recordType.name}Connection`, { description: `A page of ${recordType.plural}.` })
  class Connection {
    @Field((() => [Edge]) as unknown as TypeFunction, { description: 'The records of this page.' })
    edges!: readonly Edge[];

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo!: PageInfo;

    page!: Page;

    @Field(() => Int, { nullable: true, description: 'How many records match, of those that the requester may see.' })
    @Directive(categoryDirective(flagOf(recordType.discloses)))
    async totalCount(@Root() answer: ConnectionAnswer): Promise<number> {
      return answer.page.count();
    }
  }
  return Connection;
}

/** Refuses a page that is empty or larger than any may be. */
export function checkFirst(first: number): void {
  if (!Number.isInteger(first) || first < 1 || first > MAXIMUM_FIRST) {
    throw badInput(`"first" is ${String(first)}; give a whole number from 1 to ${String(MAXIMUM_FIRST)}.`);
  }
}
