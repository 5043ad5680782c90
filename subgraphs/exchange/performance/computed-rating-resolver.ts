import { Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { definitionOf } from '../../common/graph/definition';
import { instanceWith } from '../../common/graph/instance-with';
import { categoryDirective } from '../../common/records/disclosure-text';
import { ComputedRating } from './computed-rating';
import { rateTarget } from './rate-target';
import { Target } from './target';

const RULE = definitionOf('TARGET-RATING-PROPOSED-1');

@Resolver(() => Target)
export class ComputedRatingResolver {
  @FieldResolver(() => ComputedRating, {
    nullable: true,
    description:
      'How the target stands by the rule that the hub proposes. The printed rating stands in `rag`, unchanged.',
  })
  @Directive(categoryDirective('AGGREGATE/FULL'))
  computedRating(@Root() target: Target): ComputedRating {
    return instanceWith(ComputedRating, { ...rateTarget(target), definition: RULE });
  }
}
