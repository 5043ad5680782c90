import { Directive, Field, ID, InputType } from 'type-graphql';

import type { DeskCode } from '../../../common/lookup/desk/desks';
import { LookupTarget } from '../../../common/lookup/graph/lookup-vocabularies';
import { HandlingCode, IdentityAnswer, LookupOutcome, RequestedCategory } from './step-vocabularies';

// Whoever may not follow lookups may not ask with any of these either.
const REVEALS = '@reveals(coordinate: "LookupSteps.state")';
type TypeFunction = () => typeof String;
const listOf = (type: object): TypeFunction => (() => [type]) as unknown as TypeFunction;
const oneOf = (type: object): TypeFunction => (() => type) as unknown as TypeFunction;

@InputType('ConfirmIdentityInput', { description: 'The release of an identity after a hit.' })
export class ConfirmIdentityInput {
  @Field(oneOf(LookupTarget), { description: 'The owner at which there was a hit.' })
  @Directive(REVEALS)
  target!: DeskCode;

  @Field(() => String, { description: 'The handle of the hit.' })
  @Directive(REVEALS)
  handle!: string;

  @Field(() => String, { description: 'The identity as the hit gave it, sealed to that owner.' })
  @Directive(REVEALS)
  release!: string;
}

@InputType('DecideIdentityInput', { description: 'What a person at the owner decided on an identity.' })
export class DecideIdentityInput {
  @Field(() => ID, { description: 'The lookup.' })
  @Directive(REVEALS)
  lookup!: string;

  @Field(oneOf(IdentityAnswer), { description: 'The decision.' })
  @Directive(REVEALS)
  decision!: keyof typeof IdentityAnswer;

  @Field(() => ID, { nullable: true, description: 'To confirm: the id of the person, one of the candidates.' })
  @Directive(REVEALS)
  candidate?: string | null;
}

@InputType('RequestAccessInput', { description: 'What an asker requests after its lookup was confirmed.' })
export class RequestAccessInput {
  @Field(() => ID, { description: 'The lookup.' })
  @Directive(REVEALS)
  lookup!: string;

  @Field(listOf(RequestedCategory), { description: 'What is requested, one at least.' })
  @Directive(REVEALS)
  categories!: (keyof typeof RequestedCategory)[];
}

@InputType('DecideAccessInput', {
  description: 'What is approved of a request, for how long, and how it is to be handled.',
})
export class DecideAccessInput {
  @Field(() => ID, { description: 'The request.' })
  @Directive(REVEALS)
  request!: string;

  @Field(listOf(RequestedCategory), { description: 'All of what was requested, part of it, or nothing.' })
  @Directive(REVEALS)
  categories!: (keyof typeof RequestedCategory)[];

  @Field(() => String, {
    nullable: true,
    description: 'For how long, ISO 8601 (P14D at most, and without it); in development also PT5S.',
  })
  @Directive(REVEALS)
  duration?: string | null;

  @Field(oneOf(HandlingCode), { nullable: true, description: 'Needed where anything is approved.' })
  @Directive(REVEALS)
  handlingCode?: keyof typeof HandlingCode | null;
}

@InputType('SecondDecisionInput', { description: 'What the second person says of what the first proposed.' })
export class SecondDecisionInput {
  @Field(() => ID, { description: 'The request.' })
  @Directive(REVEALS)
  request!: string;

  @Field(() => Boolean, { description: 'Whether the second person agrees to what needs one.' })
  @Directive(REVEALS)
  agrees!: boolean;
}

@InputType('CloseRequestInput', { description: 'The outcome, told by the asker, who needs the access no longer.' })
export class CloseRequestInput {
  @Field(() => ID, { description: 'The request.' })
  @Directive(REVEALS)
  request!: string;

  @Field(oneOf(LookupOutcome), { description: 'What came of it.' })
  @Directive(REVEALS)
  outcome!: keyof typeof LookupOutcome;
}

@InputType('TapInput', { description: 'Whether a partner may ask an owner at all.' })
export class TapInput {
  @Field(() => String, { description: 'The organisation that asks.' })
  @Directive(REVEALS)
  organisation!: string;

  @Field(() => Boolean, { description: 'true: its questions are answered no longer; false: they are again.' })
  @Directive(REVEALS)
  closed!: boolean;
}
