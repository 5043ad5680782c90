import { Int, ObjectType } from 'type-graphql';

import { Definition } from '../../common/graph/definition';
import { DisclosedValue } from '../../common/records/decorators';

@ObjectType('LcpEligibilityMeasure', {
  description: 'Whether a prisoner is near enough to release for the Life Change Programme, computed on the day.',
})
export class LcpEligibilityMeasure {
  @DisclosedValue('PROGRAMME/FLAG', () => Boolean, 'Whether the expected release lies within 183 days.')
  eligible!: boolean;

  @DisclosedValue(
    'CUSTODY/FULL/RELEASE',
    () => Int,
    'Calendar days from today to the expected release, Europe/London; it tells the day.',
  )
  daysToRelease!: number;

  @DisclosedValue('GOVERNANCE/FULL', () => Definition, 'The rule by which the person is eligible or not.')
  definition!: Definition;
}
