import { Ctx, Directive, Query, Resolver } from 'type-graphql';

import { BoundValues } from '../../common/disclosure/condition-sql';
import { instanceWith } from '../../common/graph/instance-with';
import { visibleSql } from '../../common/reading/visible-sql';
import { categoryDirective } from '../../common/records/disclosure-text';
import { recordTypeOf } from '../../common/records/record-registry';
import type { OwnerContext } from '../../common/serving/owner-context';
import {
  MALS_REFERRAL_COUNT_DEFINITION,
  MalsReferralCount,
  MalsReferralCounts,
  REFERRAL_COUNT_DEFINITION,
  ReferralCount,
  ReferralCounts,
} from './referral-counts';
import { Referral } from './referral';

type Plain<T> = Pick<T, keyof T>;

@Resolver()
export class ReferralCountsResolver {
  @Query(() => ReferralCounts, {
    nullable: true,
    description: 'Referrals of KIOM by source and outcome, of those that the requester may see.',
  })
  @Directive(categoryDirective('AGGREGATE/FULL'))
  async referralCounts(@Ctx() { scope }: OwnerContext): Promise<ReferralCounts> {
    const bound = new BoundValues();
    // A count over everybody would tell of the referrals that are hidden.
    const visible = visibleSql(scope, recordTypeOf(Referral), 'r', bound);
    const rows = await scope.store.query<Plain<ReferralCount>>(
      `select r.source, r.stage as outcome, count(*)::integer as count from referral r
       where ${visible} group by r.source, r.stage order by r.source, r.stage`,
      bound.values,
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
    const rows = await store.query<Plain<MalsReferralCount>>(
      `select c.came_by as source, a.accepted, count(*)::integer as count
       from mals_client c full join mentoring_referral_reply a on a.subject_id = c.id
       group by c.came_by, a.accepted order by c.came_by, a.accepted`,
      [],
    );
    return instanceWith(MalsReferralCounts, {
      counts: rows.map((row) => instanceWith(MalsReferralCount, row)),
      definition: MALS_REFERRAL_COUNT_DEFINITION,
    });
  }
}
