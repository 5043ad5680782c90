import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { CohortStatus, MerseysideBorough } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'cohort_membership',
  describes: 'That a person is, or was, in the integrated offender management cohort. Recorded by the KIOM team.',
  discloses: 'RISK_SCORE/FLAG/COHORT',
})
export class CohortMembership extends PersonRecord {
  @Disclosed('RISK_SCORE/FLAG/COHORT', 'code', {
    vocabulary: CohortStatus,
    describes: 'In the cohort and why, or left.',
  })
  status!: keyof typeof CohortStatus | null;

  @Disclosed('RISK_SCORE/BAND/COHORT', 'code', { vocabulary: MerseysideBorough, describes: 'Borough of the cohort.' })
  borough!: keyof typeof MerseysideBorough | null;

  @Disclosed('RISK_SCORE/FULL/COHORT', 'text', { describes: 'Why the person was added by hand.', filter: false })
  inclusionReason!: string | null;

  @Disclosed('RISK_SCORE/FULL/COHORT', 'date', { describes: 'First day in the cohort, Europe/London.' })
  memberFrom!: string | null;

  @Disclosed('RISK_SCORE/FULL/COHORT', 'date', { describes: 'First day no longer in the cohort, Europe/London.' })
  memberUntil!: string | null;

  @Disclosed('RISK_SCORE/FULL/COHORT', 'date', {
    describes: 'Day by which an inclusion by hand is to be reviewed; at most 90 days after it.',
  })
  reviewDue!: string | null;
}
