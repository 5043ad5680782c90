import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { instanceWith } from '../../common/graph/instance-with';
import { categoryDirective } from '../../common/records/disclosure-text';
import type { OwnerContext } from '../../common/serving/owner-context';
import { LcpEligibility } from './lcp-eligibility';
import { LcpEligibilityMeasure } from './lcp-eligibility-measure';
import { daysToRelease, isNearRelease, LCP_ELIGIBILITY_RULE } from './lcp-eligibility-rule';

@Resolver(() => LcpEligibility)
export class LcpEligibilityResolver {
  @FieldResolver(() => LcpEligibilityMeasure, {
    nullable: true,
    description: 'Eligibility for the Life Change Programme, with its rule.',
  })
  @Directive(categoryDirective('PROGRAMME/FLAG'))
  eligibility(@Root() entry: LcpEligibility, @Ctx() { scope }: OwnerContext): LcpEligibilityMeasure | null {
    if (entry.expectedRelease === null) return null;
    const days = daysToRelease(entry.expectedRelease, scope.today);
    return instanceWith(LcpEligibilityMeasure, {
      eligible: isNearRelease(days),
      daysToRelease: days,
      definition: LCP_ELIGIBILITY_RULE,
    });
  }
}
