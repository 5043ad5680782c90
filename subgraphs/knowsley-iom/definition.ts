import { lookupResolverOf } from '../common/lookup/graph/lookup-resolver';
import { openOwnerDesks } from '../common/lookup/open-owner-desks';
import { openOwnerResearch } from '../common/research/open-owner-research';
import { openTogether } from '../common/serving/open-together';
import type { OwnerDefinition } from '../common/serving/owner-definition';
import { Treatment } from './health/treatment';
import { MalsClient } from './mentoring/mals-client';
import { MENTOR_WORKLOADS, MentorWorkloadResolver } from './mentoring/mentor-workload-resolver';
import { knowsleyRegister } from './lookup/knowsley-register';
import { knowsleyResearch } from './research/knowsley-research';
import { KNOWSLEY_MIGRATIONS } from './migrations/knowsley-migrations';
import { Nominal } from './nominals/nominal';
import { REOFFENDING_MEASURE } from './outcomes/count-reoffending';
import { INVENTORY_COMPLETION, ProgressInventoryCompletionResolver } from './outcomes/progress-inventory-completion';
import { ReoffendingResolver } from './outcomes/reoffending-resolver';
import { ProlificResolver } from './prolific/prolific-resolver';
import { PROLIFIC_FACTS } from './prolific/read-prolific-facts';
import { ordinaryPeople } from './population/ordinary-people';
import { populate } from './population/populate';
import { KNOWSLEY_PREDICATES } from './predicates/knowsley-predicates';
import { LCP_ATTENDANCE, LcpAttendanceResolver } from './programme/lcp-attendance-resolver';
import { LcpEligibilityResolver } from './programme/lcp-eligibility-resolver';
import { KNOWSLEY_RECORDS } from './records/all-records';
import { MALS_REFERRAL_COUNTS, ReferralCountsResolver } from './referrals/referral-counts-resolver';
import { CompareScoresResolver } from './scores/compare-scores-resolver';

/** Integrated offender management in Knowsley (KIOM), and the mentoring charity MALS that works with it. */
export const knowsleyIom: OwnerDefinition = {
  name: 'knowsley-iom',
  records: KNOWSLEY_RECORDS,
  internalTables: [Treatment],
  resolvers: [
    lookupResolverOf('knowsley-iom'),
    ReoffendingResolver,
    ProlificResolver,
    CompareScoresResolver,
    LcpEligibilityResolver,
    LcpAttendanceResolver,
    MentorWorkloadResolver,
    ReferralCountsResolver,
    ProgressInventoryCompletionResolver,
  ],
  personViews: [
    {
      name: 'nominal',
      discloses: 'IDENTITY/FLAG/GIVEN_NAME',
      describes: 'What Knowsley integrated offender management holds on this person as a nominal.',
      target: () => Nominal,
      targetKey: 'id',
      many: false,
    },
    {
      name: 'malsClient',
      discloses: 'IDENTITY/FLAG/GIVEN_NAME',
      describes: 'What the mentoring charity MALS holds on this person as a client.',
      target: () => MalsClient,
      targetKey: 'id',
      many: false,
    },
  ],
  explanation: {
    name: 'knowsley',
    typeName: 'KnowsleyExplanation',
    describes: 'The explanation for the records of Knowsley, MALS included: of those that the officer oversees.',
  },
  disclosures: {
    name: 'knowsley',
    describes: 'What the ledger of Knowsley, MALS included has of the officer’s own organisation.',
  },
  migrations: KNOWSLEY_MIGRATIONS,
  predicates: KNOWSLEY_PREDICATES,
  measures: [
    REOFFENDING_MEASURE,
    PROLIFIC_FACTS,
    LCP_ATTENDANCE,
    MENTOR_WORKLOADS,
    MALS_REFERRAL_COUNTS,
    INVENTORY_COMPLETION,
  ],
  openServices: openTogether(openOwnerDesks, openOwnerResearch),
  anchors: { subject: 'subject' },
  lookup: knowsleyRegister,
  research: knowsleyResearch,
  populate,
  ordinary: ordinaryPeople,
};
