import { Ctx, Directive, Query, Resolver } from 'type-graphql';

import { instanceWith } from '../../common/graph/instance-with';
import { categoryDirective } from '../../common/records/disclosure-text';
import { type OwnerMeasure, readMeasure } from '../../common/row-security/owner-measure';
import type { OwnerContext } from '../../common/serving/owner-context';
import {
  MALS_REFERRAL_COUNT_DEFINITION,
  MalsReferralCount,
  MalsReferralCounts,
  REFERRAL_COUNT_DEFINITION,
  ReferralCount,
  ReferralCounts,
} from './referral-counts';

/** Of all clients of MALS: it names nobody. */
export const MALS_REFERRAL_COUNTS: OwnerMeasure = {
  name: 'malsReferralCounts',
  coordinate: 'Query.malsReferralCounts',
  select: `
    select c.came_by as source, a.accepted, count(*)::integer as count
    from mals_client c full join mentoring_referral_reply a on a.subject_id = c.id
    group by c.came_by, a.accepted order by c.came_by, a.accepted`,
};

type Plain<T> = Pick<T, keyof T>;

@Resolver()
export class ReferralCountsResolver {
  @Query(() => ReferralCounts, {
    nullable: true,
    description: 'Referrals of KIOM by source and outcome, of those that the requester may see.',
  })
  @Directive(categoryDirective('AGGREGATE/FULL'))
  async referralCounts(@Ctx() { scope }: OwnerContext): Promise<ReferralCounts> {
    // Of the rows that their policy shows: a count over everybody would tell of the referrals that are hidden.
    const rows = await scope.store.query<Plain<ReferralCount>>(
      `select r.source, r.stage as outcome, count(*)::integer as count from referral r
       group by r.source, r.stage order by r.source, r.stage`,
      [],
    );
    return instanceWith(ReferralCounts, {
      counts: rows.map((row) => instanceWith(ReferralCount, row)),
      definition: REFERRAL_COUNT_DEFINITION,
    });
  }

  @Query(() => MalsReferralCounts, {
    nullable: true,
    description: 'Clients of MALS, and those whom it declined, by how they came and what MALS answered.',
  })
  @Directive(categoryDirective('AGGREGATE/FULL'))
  async malsReferralCounts(@Ctx() { scope: { store } }: OwnerContext): Promise<MalsReferralCounts> {
    const rows = await readMeasure<Plain<MalsReferralCount>>(store, MALS_REFERRAL_COUNTS, []);
    return instanceWith(MalsReferralCounts, {
      counts: rows.map((row) => instanceWith(MalsReferralCount, row)),
      definition: MALS_REFERRAL_COUNT_DEFINITION,
    });
  }
}
