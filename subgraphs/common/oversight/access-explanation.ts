import { GraphQLLocalDate } from 'graphql-scalars';
import { Ctx, Directive, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';

import { instanceWith } from '../graph/instance-with';
import { DisclosedValue } from '../records/decorators';
import { categoryDirective } from '../records/disclosure-text';
import type { OwnerContext } from '../serving/owner-context';
import { explainFields } from './explain-fields';
import { ExplainedField } from './explained-field';
import { overseenBy } from './overseen-controllers';
import { readExplained } from './read-explained';

const EXPLANATION_TEXT =
  'What the agreements say to one persona, for one purpose, about one person: for data protection officers, from every ' +
  'owner for its own records. It holds nothing that is recorded of the person.';

/** The question, which every owner answers for itself. It is only a key: nothing of it is stored. */
@Directive('@key(fields: "persona purpose subject")')
@ObjectType('AccessExplanation', { description: EXPLANATION_TEXT })
export class AccessExplanation {
  @DisclosedValue('AUDIT/FULL', () => String, 'The persona that was asked about.')
  persona!: string;

  @DisclosedValue('AUDIT/FULL', () => String, 'The purpose that was asked about.')
  purpose!: string;

  @DisclosedValue('AUDIT/FULL', () => ID, 'The id that was asked about, whether anybody has it or not.')
  subject!: string;
}

/** What one owner contributes to `AccessExplanation`. */
export interface ExplanationView {
  readonly name: string;
  /** The type of the answer, whose controller decides which officers are answered. */
  readonly typeName: string;
  readonly describes: string;
}

/**
 * An owner's `AccessExplanation` and the resolver of its own part. A class of its own for each owner, as for `Person`.
 */
export function accessExplanationOf(view: ExplanationView): {
  readonly type: new () => object;
  readonly resolver: new () => object;
} {
  const type = derivedExplanation();

  @ObjectType(view.typeName, { description: view.describes })
  class OwnersExplanation {
    @DisclosedValue('AUDIT/FULL', () => GraphQLLocalDate, 'Day on which the conditions were evaluated, owner’s time.')
    asAt!: string;

    @DisclosedValue('AUDIT/FULL', () => [ExplainedField], 'The fields that the officer oversees, by the alphabet.')
    fields!: readonly ExplainedField[];
  }

  @Resolver(() => type)
  class ExplanationResolver {}
  const prototype = ExplanationResolver.prototype as Record<string, unknown>;
  prototype[view.name] = async (asked: AccessExplanation, context: OwnerContext): Promise<object> =>
    instanceWith(OwnersExplanation, { asAt: context.scope.today, fields: await explain(asked, context) });
  const descriptor = Object.getOwnPropertyDescriptor(prototype, view.name) ?? {};
  Root()(prototype, view.name, 0);
  Ctx()(prototype, view.name, 1);
  FieldResolver((() => OwnersExplanation) as unknown as () => typeof String, {
    nullable: true,
    description: view.describes,
  })(prototype, view.name, descriptor);
  Directive(categoryDirective('AUDIT/FULL'))(prototype, view.name);
  return { type, resolver: ExplanationResolver };
}

/** Evaluated as the explained persona, in a transaction that is not the officer's. */
async function explain(
  asked: AccessExplanation,
  { scope: { requester, catalogue }, agreements: { decide, now }, storeAs }: OwnerContext,
): Promise<readonly ExplainedField[]> {
  const explained = readExplained(asked, requester.requestId);
  const store = storeAs(explained);
  try {
    return await explainFields(catalogue, {
      explained,
      subject: asked.subject,
      controllers: overseenBy(requester),
      decide: (field) => decide(explained, field, now),
      store,
    });
  } finally {
    await store.close();
  }
}

const ExplanationKey = AccessExplanation;

function derivedExplanation(): new () => object {
  @Directive('@key(fields: "persona purpose subject")')
  @ObjectType('AccessExplanation', { description: EXPLANATION_TEXT })
  class AccessExplanation extends ExplanationKey {}
  return AccessExplanation;
}
