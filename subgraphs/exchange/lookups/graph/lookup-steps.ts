import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import { DisclosedValue } from '../../../common/records/decorators';
import { AccessState, HandlingCode, LookupOutcome, LookupState, RequestedCategory } from './step-vocabularies';
import { LookupTarget } from '../../../common/lookup/graph/lookup-vocabularies';

const STEPS = 'LINK/FULL/STEPS';

@ObjectType('AccessRequest', {
  description: 'What an asker requested after its lookup was confirmed, and what the owner decided.',
})
export class AccessRequestSteps {
  @Field(() => ID, { description: 'Id of the request.' })
  id!: string;

  @DisclosedValue(STEPS, () => AccessState, 'Where it stands now; what has run out is EXPIRED.')
  state!: keyof typeof AccessState;

  @DisclosedValue(STEPS, () => [RequestedCategory], 'What was requested.')
  requested!: readonly (keyof typeof RequestedCategory)[];

  @DisclosedValue(STEPS, () => [RequestedCategory], 'What was approved; while AWAITING_SECOND, what is proposed.')
  approved!: readonly (keyof typeof RequestedCategory)[];

  @DisclosedValue(STEPS, () => HandlingCode, 'What may be done with what is shown.')
  handlingCode!: keyof typeof HandlingCode | null;

  @DisclosedValue(STEPS, () => GraphQLDateTimeISO, 'When it was requested (UTC).')
  requestedAt!: Date;

  @DisclosedValue(
    STEPS,
    () => GraphQLDateTimeISO,
    'Until when it can be decided on, or what was approved is shown (UTC).',
  )
  expiresAt!: Date;

  @DisclosedValue(STEPS, () => LookupOutcome, 'What came of it, as the asker told.')
  outcome!: keyof typeof LookupOutcome | null;
}

@ObjectType('LookupSteps', {
  description: 'A lookup that hit, and what became of it. It tells nothing of the person and of no record.',
})
export class LookupSteps {
  @Field(() => ID, { description: 'Id of the lookup.' })
  id!: string;

  @DisclosedValue(STEPS, () => LookupTarget, 'The owner that was asked.')
  target!: keyof typeof LookupTarget;

  @DisclosedValue(STEPS, () => String, 'The organisation that asked.')
  askedBy!: string;

  @DisclosedValue(STEPS, () => LookupState, 'Where it stands now; what has run out is EXPIRED.')
  state!: keyof typeof LookupState;

  @DisclosedValue(STEPS, () => GraphQLDateTimeISO, 'Until when the next step can be taken (UTC).')
  expiresAt!: Date;

  @DisclosedValue(STEPS, () => [AccessRequestSteps], 'What was requested on it.')
  requests!: readonly AccessRequestSteps[];
}

@ObjectType('TapState', { description: 'Whether an organisation may ask an owner whom it knows.' })
export class TapState {
  @DisclosedValue(STEPS, () => String, 'The organisation that asks.')
  organisation!: string;

  @DisclosedValue(STEPS, () => Boolean, 'true: its questions are not answered.')
  closed!: boolean;
}

@ObjectType('LookupAlarm', {
  description:
    'An organisation of whose questions of the last day 95 % or more missed, of 30 or more. It stops nothing: most ' +
    'honest questions miss, too. It tells nothing of whom it asked about, or where.',
})
export class LookupAlarm {
  @DisclosedValue(STEPS, () => String, 'The organisation that asks.')
  organisation!: string;

  @DisclosedValue(STEPS, () => LookupTarget, 'The owner with which the organisation works.')
  worksWith!: keyof typeof LookupTarget;
}

@ObjectType('LookupInbox', { description: 'What waits at an owner for those who decide there.' })
export class LookupInbox {
  @DisclosedValue(STEPS, () => Int, 'Identities to decide on.')
  toConfirm!: number;

  @DisclosedValue(STEPS, () => Int, 'Requests to decide on.')
  toDecide!: number;

  @DisclosedValue(STEPS, () => Int, 'Requests on which a second person has to decide.')
  toSecond!: number;

  @DisclosedValue(STEPS, () => [LookupSteps], 'All lookups that were released to the owner, the newest first.')
  lookups!: readonly LookupSteps[];
}
