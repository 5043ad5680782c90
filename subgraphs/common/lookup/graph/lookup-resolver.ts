import { Arg, Ctx, Directive, Int, Mutation, Query, Resolver } from 'type-graphql';

import type { LookupOwner } from '../../../../blinding/lookup-keys';
import { categoryDirective } from '../../records/disclosure-text';
import { checkFirst } from '../../graph/record-resolvers';
import type { OwnerContext } from '../../serving/owner-context';
import { AskingDesk } from '../desk/asking-desk';
import type { Hit } from '../desk/look-up-person';
import { OwnerDesk } from '../desk/owner-desk';
import { IdentityReview, reviewAs } from './identity-review';
import { EriHit, hitAs, KnowsleyHit, LookupAnswer, SafetyHouseHit } from './lookup-answer';
import { LookUpPersonInput } from './lookup-inputs';

/** How an owner's fields begin. */
const PREFIXES: Readonly<Record<LookupOwner, string>> = {
  'knowsley-iom': 'knowsley',
  'safety-house': 'safetyHouse',
  eri: 'eri',
};

/**
 * What an owner contributes to lookups: its own mutation, so that no name of who is sought leaves it in clear, and the
 * queue of what is to be decided here.
 */
export function lookupResolverOf(owner: LookupOwner): new () => object {
  const prefix = PREFIXES[owner];

  @Resolver()
  class LookupResolver {
    @Mutation(() => LookupAnswer, {
      name: `${prefix}LookUpPerson`,
      nullable: true,
      description:
        'Asks other owners whether they know somebody, for an own open case: x-case-reference names it. At most three ' +
        'questions at once, 20 an hour and 200 a day for an organisation.',
    })
    @Directive(categoryDirective('LINK/FULL/STEPS'))
    async lookUpPerson(
      @Arg('input', () => LookUpPersonInput) input: LookUpPersonInput,
      @Ctx() context: OwnerContext,
    ): Promise<LookupAnswer> {
      const askedAt = performance.now();
      const desk = context.service(AskingDesk);
      const answers = await context.scope.store.outside(() => desk.ask(input, context, askedAt));
      const as = (type: typeof KnowsleyHit, answer: Promise<Hit | undefined> | undefined) =>
        answer?.then((hit) => hitAs(type, hit)) ?? null;
      return Object.assign(new LookupAnswer(), {
        askedAt: context.agreements.now,
        knowsley: as(KnowsleyHit, answers.get('KNOWSLEY')),
        safetyHouse: as(SafetyHouseHit, answers.get('SAFETY_HOUSE')),
        eri: as(EriHit, answers.get('ERI')),
      });
    }

    @Query(() => [IdentityReview], {
      name: `${prefix}IdentityReviews`,
      nullable: true,
      description:
        'Identities that were released to this owner and wait for a person who decides here, the oldest first.',
    })
    @Directive(categoryDirective('LINK/FULL/REVIEW'))
    async identityReviews(
      @Arg('first', () => Int, { defaultValue: 20, description: 'How many at most, 1 to 100.' }) first: number,
      @Ctx() { service, scope, notes }: OwnerContext,
    ): Promise<readonly IdentityReview[]> {
      checkFirst(first);
      const waiting = await scope.store.outside(() => service(OwnerDesk).waiting(scope.requester, first));
      const decision = scope.decide('IdentityReview.candidates');
      const clause = decision?.kind === 'permit' ? decision.clause : undefined;
      // Whom a review shows is a disclosure about each of them.
      for (const review of waiting) {
        for (const { subject } of review.candidates) {
          notes.disclosed(subject, 'IdentityReview.candidates', review, clause);
        }
      }
      return waiting.map(reviewAs);
    }
  }
  return LookupResolver;
}
