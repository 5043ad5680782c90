import { Int, ObjectType } from 'type-graphql';

import { Definition, definitionOf } from '../../common/graph/definition';
import { DisclosedValue } from '../../common/records/decorators';
import { ReferralSource, ReferralStage } from '../vocabularies';

export const REFERRAL_COUNT_DEFINITION = definitionOf('UK-REFERRALS-1');

export const MALS_REFERRAL_COUNT_DEFINITION = definitionOf('UK-MALS-REFERRALS-1');

// KIOM decides on referrals and MALS on its answers: each has a type of its own.
@ObjectType('ReferralCount', { description: 'How many referrals came about in one way and are at one stage.' })
export class ReferralCount {
  @DisclosedValue('AGGREGATE/FULL', () => ReferralSource, 'How they came about.')
  source!: keyof typeof ReferralSource | null;

  @DisclosedValue('AGGREGATE/FULL', () => ReferralStage, 'How far they are.')
  outcome!: keyof typeof ReferralStage | null;

  @DisclosedValue('AGGREGATE/FULL', () => Int, 'Number of referrals.')
  count!: number;
}

@ObjectType('ReferralCounts', { description: 'Referrals of KIOM by source and outcome.' })
export class ReferralCounts {
  @DisclosedValue('AGGREGATE/FULL', () => [ReferralCount], 'The counts; a pair that does not occur is left out.')
  counts!: readonly ReferralCount[];

  @DisclosedValue('GOVERNANCE/FULL', () => Definition, 'The definition by which they are counted.')
  definition!: Definition;
}

@ObjectType('MalsReferralCount', { description: 'How many clients came to MALS in one way and were answered alike.' })
export class MalsReferralCount {
  @DisclosedValue('AGGREGATE/FULL', () => ReferralSource, 'How they came.')
  source!: keyof typeof ReferralSource | null;

  @DisclosedValue(
    'AGGREGATE/FULL',
    () => Boolean,
    'Whether MALS and the person accepted; not recorded where there was no referral to answer.',
  )
  accepted!: boolean | null;

  @DisclosedValue('AGGREGATE/FULL', () => Int, 'Number of people.')
  count!: number;
}

@ObjectType('MalsReferralCounts', { description: 'Referrals to MALS by source and outcome, as MALS recorded them.' })
export class MalsReferralCounts {
  @DisclosedValue('AGGREGATE/FULL', () => [MalsReferralCount], 'The counts; a pair that does not occur is left out.')
  counts!: readonly MalsReferralCount[];

  @DisclosedValue('GOVERNANCE/FULL', () => Definition, 'The definition by which they are counted.')
  definition!: Definition;
}
