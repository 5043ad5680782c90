import { Int, ObjectType } from 'type-graphql';

import { Definition } from '../../common/graph/definition';
import { instanceWith } from '../../common/graph/instance-with';
import { DisclosedValue } from '../../common/records/decorators';
import { ReferralSource, ReferralStage } from '../vocabularies';

export const REFERRAL_COUNT_DEFINITION: Definition = instanceWith(Definition, {
  jurisdiction: 'UK',
  text:
    'Referrals by how they came about and how far they are: offered, accepted or declined. Each referral counts once, at ' +
    'its present stage; only those are counted that the one who asks may see one by one.',
  version: 'UK-REFERRALS-1',
});

export const MALS_REFERRAL_COUNT_DEFINITION: Definition = instanceWith(Definition, {
  jurisdiction: 'UK',
  text:
    'Clients of MALS by how they came and what MALS answered to their referral. Who came without a referral has no ' +
    'answer; whose referral was declined is no client and counts with the source not recorded.',
  version: 'UK-MALS-REFERRALS-1',
});

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
