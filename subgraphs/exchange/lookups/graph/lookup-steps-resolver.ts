import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';

import type { Requester } from '../../../../schema/requester';
import { categoryDirective } from '../../../common/records/disclosure-text';
import type { OwnerContext } from '../../../common/serving/owner-context';
import {
  CloseRequestInput,
  ConfirmIdentityInput,
  DecideAccessInput,
  DecideIdentityInput,
  RequestAccessInput,
  SecondDecisionInput,
  TapInput,
} from './lookup-inputs';
import { AccessRequestSteps, LookupAlarm, LookupInbox, LookupSteps, TapState } from './lookup-steps';
import { inboxAs, requestAs, stepsAs } from './steps-as';
import { ExchangeDesk } from '../exchange-desk';

const STEPS = categoryDirective('LINK/FULL/STEPS');
const nullable = true;

/** The steps of a lookup after its hit: who may take which is decided by the desk, of this very lookup. */
@Resolver()
export class LookupStepsResolver {
  @Query(() => [LookupSteps], { nullable, description: 'The requester’s own lookups, the newest first.' })
  @Directive(STEPS)
  async myLookups(@Ctx() context: OwnerContext): Promise<readonly LookupSteps[]> {
    return (await atDesk(context, (desk, by) => desk.ofAsker(by))).map(stepsAs);
  }

  @Query(() => LookupInbox, {
    nullable,
    description: 'What waits at the requester’s own owner, for those who decide there; null for anybody else.',
  })
  @Directive(STEPS)
  async lookupInbox(@Ctx() context: OwnerContext): Promise<LookupInbox | null> {
    const lookups = await atDesk(context, (desk, by) => desk.inboxOf(by));
    return lookups === undefined ? null : inboxAs(lookups);
  }

  @Query(() => [LookupAlarm], {
    nullable,
    description:
      'Organisations whose lookups miss too often, of all jurisdictions, for the data protection officers and second ' +
      'persons of each owner; null for anybody else.',
  })
  @Directive(STEPS)
  async lookupAlarms(@Ctx() context: OwnerContext): Promise<readonly LookupAlarm[] | null> {
    const alarms = await atDesk(context, (desk, by) => desk.alarms(by));
    return (
      alarms?.map(({ organisation, desk }) => Object.assign(new LookupAlarm(), { organisation, worksWith: desk })) ??
      null
    );
  }

  @Mutation(() => LookupSteps, {
    nullable,
    description:
      'Releases the identity of a hit to the owner that was asked, where a person decides whether it is one of theirs.',
  })
  @Directive(STEPS)
  async confirmIdentity(
    @Arg('input', () => ConfirmIdentityInput) input: ConfirmIdentityInput,
    @Ctx() context: OwnerContext,
  ): Promise<LookupSteps> {
    return stepsAs(await atDesk(context, (desk, by) => desk.confirmIdentity(input, by, context.agreements)));
  }

  @Mutation(() => LookupSteps, { nullable, description: 'A person at the owner decides on an identity.' })
  @Directive(STEPS)
  async decideIdentity(
    @Arg('input', () => DecideIdentityInput) input: DecideIdentityInput,
    @Ctx() context: OwnerContext,
  ): Promise<LookupSteps> {
    return stepsAs(await atDesk(context, (desk, by) => desk.decideIdentity(input, by)));
  }

  @Mutation(() => AccessRequestSteps, {
    nullable,
    description: 'Requests what is to be shown of a person who was confirmed.',
  })
  @Directive(STEPS)
  async requestAccess(
    @Arg('input', () => RequestAccessInput) { lookup, categories }: RequestAccessInput,
    @Ctx() context: OwnerContext,
  ): Promise<AccessRequestSteps> {
    return requestAs(await atDesk(context, (desk, by) => desk.requestAccess(lookup, categories, by)));
  }

  @Mutation(() => AccessRequestSteps, {
    nullable,
    description: 'A person at the owner approves all, part or nothing of a request; special categories await a second.',
  })
  @Directive(STEPS)
  async decideAccess(
    @Arg('input', () => DecideAccessInput) input: DecideAccessInput,
    @Ctx() context: OwnerContext,
  ): Promise<AccessRequestSteps> {
    return requestAs(await atDesk(context, (desk, by) => desk.decideAccess(input, by)));
  }

  @Mutation(() => AccessRequestSteps, {
    nullable,
    description: 'The second person at the owner agrees, or takes out what needs one.',
  })
  @Directive(STEPS)
  async decideAccessAsSecond(
    @Arg('input', () => SecondDecisionInput) { request, agrees }: SecondDecisionInput,
    @Ctx() context: OwnerContext,
  ): Promise<AccessRequestSteps> {
    return requestAs(await atDesk(context, (desk, by) => desk.decideAsSecond(request, agrees, by)));
  }

  @Mutation(() => AccessRequestSteps, {
    nullable,
    description: 'The asker takes its request back, or the owner what it granted: nothing is shown from then on.',
  })
  @Directive(STEPS)
  async withdrawRequest(
    @Arg('id', () => ID, { description: 'The request.' }) id: string,
    @Ctx() context: OwnerContext,
  ): Promise<AccessRequestSteps> {
    return requestAs(await atDesk(context, (desk, by) => desk.withdraw(id, by)));
  }

  @Mutation(() => AccessRequestSteps, {
    nullable,
    description: 'The asker tells the outcome; nothing is shown from then on.',
  })
  @Directive(STEPS)
  async closeRequest(
    @Arg('input', () => CloseRequestInput) { request, outcome }: CloseRequestInput,
    @Ctx() context: OwnerContext,
  ): Promise<AccessRequestSteps> {
    return requestAs(await atDesk(context, (desk, by) => desk.close(request, outcome, by)));
  }

  @Mutation(() => TapState, {
    nullable,
    description: 'A person who decides at an owner stops, or lets through again, the questions of one partner.',
  })
  @Directive(STEPS)
  async closeTap(@Arg('input', () => TapInput) input: TapInput, @Ctx() context: OwnerContext): Promise<TapState> {
    await atDesk(context, (desk, by) => desk.setTap(input, by));
    return Object.assign(new TapState(), input);
  }
}

/** A step at the desk, as the requester, beside the request's own transaction. */
function atDesk<Result>(
  { service, scope }: OwnerContext,
  step: (desk: ExchangeDesk, by: Requester) => Promise<Result>,
): Promise<Result> {
  return scope.store.outside(() => step(service(ExchangeDesk), scope.requester));
}
