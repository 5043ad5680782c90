import { ObjectType } from 'type-graphql';

import { Definition } from '../../common/graph/definition';
import { DisclosedValue } from '../../common/records/decorators';
import { Rag } from '../vocabularies';

@ObjectType('ComputedRating', {
  description: 'How a target stands by a rule that the hub proposes, beside the rating that its source prints.',
})
export class ComputedRating {
  @DisclosedValue('AGGREGATE/FULL', () => Rag, 'The rating by the rule; null where it cannot be computed.')
  value!: keyof typeof Rag | null;

  @DisclosedValue('AGGREGATE/FULL', () => String, 'Why nothing is computed; null where something is.')
  reason!: string | null;

  @DisclosedValue(
    'AGGREGATE/FULL',
    () => String,
    'What the source prints instead, where it differs; null where it does not, or prints nothing.',
  )
  contradiction!: string | null;

  @DisclosedValue('GOVERNANCE/FULL', () => Definition, 'The rule, which is a proposal of the hub.')
  definition!: Definition;
}
