import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';

import { MAXIMUM_FIRST } from '../../graph/record-resolvers';
import { categoryDirective } from '../../records/disclosure-text';
import type { OwnerContext } from '../../serving/owner-context';
import { DisclosureEntryConnection } from './disclosure-entry';
import { readQuestion } from './disclosure-filter';
import { disclosuresDoor } from './disclosures-door';
import { type DisclosurePage, readDisclosures } from './read-disclosures';

const DISCLOSURES_TEXT =
  'What was disclosed to and withheld from the officer’s own organisation, by every owner from its own ledger: for data ' +
  'protection officers. It holds no content of a case.';

/** The officer's question, which every owner answers from its own ledger. It is only a key: nothing of it is stored. */
@Directive('@key(fields: "id")')
@ObjectType('Disclosures', { description: DISCLOSURES_TEXT })
export class Disclosures {
  @Field(() => ID, { description: 'The question itself, in the hub’s own form.' })
  id!: string;
}

/** What one owner contributes to `Disclosures`. */
export interface DisclosuresView {
  readonly name: string;
  readonly describes: string;
  /** Whether the root field `disclosures` stands at this owner. */
  readonly isDoor?: true;
}

/** An owner's `Disclosures` and the resolver of its own part. A class of its own for each owner, as for `Person`. */
export function disclosuresOf(view: DisclosuresView): {
  readonly type: new () => object;
  readonly resolvers: readonly (new () => object)[];
} {
  const type = derivedDisclosures();

  @Resolver(() => type)
  class DisclosuresResolver {}
  const prototype = DisclosuresResolver.prototype as Record<string, unknown>;
  prototype[view.name] = async (
    { id }: Disclosures,
    first: number,
    after: string | undefined,
    context: OwnerContext,
  ): Promise<DisclosurePage> => {
    const page = await readDisclosures(readQuestion(id), first, after, context);
    // Who reads the log is on record in it, however little was found.
    context.notes.readTheLog(page.edges.length, context.scope.decide(`Disclosures.${view.name}`));
    return page;
  };
  const descriptor = Object.getOwnPropertyDescriptor(prototype, view.name) ?? {};
  Root()(prototype, view.name, 0);
  Arg('first', () => Int, { defaultValue: 20, description: `How many, 1 to ${String(MAXIMUM_FIRST)}.` })(
    prototype,
    view.name,
    1,
  );
  Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })(
    prototype,
    view.name,
    2,
  );
  Ctx()(prototype, view.name, 3);
  FieldResolver((() => DisclosureEntryConnection) as unknown as () => typeof String, {
    nullable: true,
    description: view.describes,
  })(prototype, view.name, descriptor);
  Directive(categoryDirective('AUDIT/FULL'))(prototype, view.name);
  return { type, resolvers: [DisclosuresResolver, ...(view.isDoor === true ? [disclosuresDoor(type)] : [])] };
}

const DisclosuresKey = Disclosures;

function derivedDisclosures(): new () => object {
  @Directive('@key(fields: "id")')
  @ObjectType('Disclosures', { description: DISCLOSURES_TEXT })
  class Disclosures extends DisclosuresKey {}
  return Disclosures;
}
