import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Directive, ObjectType } from 'type-graphql';

import type { Hit } from '../desk/look-up-person';
import { DisclosedValue } from '../../records/decorators';
import { LookupBand, MatchedOn } from './lookup-vocabularies';

const HIT_TEXT =
  'A probable match. It says nothing of the record: a person at the owner has to confirm it, and to approve what is shown.';

/** A hit at one owner: a type for each, since each decides by itself who may be told. */
abstract class LookupHit {
  band!: keyof typeof LookupBand;
  matchedOn!: readonly (keyof typeof MatchedOn)[];
  handle!: string;
  release!: string;
  expiresAt!: Date;
  nextStep!: string;
}

const NEXT_STEP =
  'Release the identity to the owner by confirmIdentity(handle, release) before the handle expires; a person there decides.';

function hitType(name: string, of: string): new () => LookupHit {
  @Directive('@shareable')
  @ObjectType(name, { description: `${HIT_TEXT} At ${of}.` })
  class OwnHit extends LookupHit {
    @DisclosedValue('LINK/FLAG/HIT', () => LookupBand, 'PROBABLE; weaker hits are not told.')
    declare band: keyof typeof LookupBand;

    @DisclosedValue('LINK/FLAG/HIT', () => [MatchedOn], 'What agrees.')
    declare matchedOn: readonly (keyof typeof MatchedOn)[];

    @DisclosedValue('LINK/FLAG/HIT', () => String, 'Stands for the hit: good once, for this asker, for 15 minutes.')
    declare handle: string;

    @DisclosedValue('LINK/FLAG/HIT', () => String, 'The identity sealed to the owner, which alone can open it.')
    declare release: string;

    @DisclosedValue('LINK/FLAG/HIT', () => GraphQLDateTimeISO, 'Until when the handle is good (UTC).')
    declare expiresAt: Date;

    @DisclosedValue('LINK/FLAG/HIT', () => String, 'What the asker can do next.')
    declare nextStep: string;
  }
  return OwnHit;
}

export const KnowsleyHit = hitType('KnowsleyHit', 'Knowsley');
export const SafetyHouseHit = hitType('SafetyHouseHit', 'the Safety House');
export const EriHit = hitType('EriHit', 'ERI');

/** A hit as the graph has it; null where nothing can be told. */
export function hitAs<T extends LookupHit>(type: new () => T, hit: Hit | undefined): T | null {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the hit's values are the type's own
  return hit === undefined ? null : Object.assign<T, object>(new type(), { ...hit, nextStep: NEXT_STEP });
}

@Directive('@shareable')
@ObjectType('LookupAnswer', {
  description:
    'What can be told of each owner that was asked: a probable match, or null. Null is the same whether nobody is known ' +
    'there, no agreement permits to tell it, or the person did not consent. The owners that were asked do not learn of ' +
    'a question that missed.',
})
export class LookupAnswer {
  @DisclosedValue('LINK/FULL/STEPS', () => GraphQLDateTimeISO, 'When it was asked (UTC).')
  askedAt!: Date;

  @DisclosedValue('LINK/FLAG/HIT', () => KnowsleyHit, 'At Knowsley.')
  knowsley!: Promise<object | null> | null;

  @DisclosedValue('LINK/FLAG/HIT', () => SafetyHouseHit, 'At the Safety House in The Hague.')
  safetyHouse!: Promise<object | null> | null;

  @DisclosedValue('LINK/FLAG/HIT', () => EriHit, 'At ERI in Turin.')
  eri!: Promise<object | null> | null;
}
