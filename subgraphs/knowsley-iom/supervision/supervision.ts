import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { RiskOfHarm, SupervisionRegime } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'supervision',
  describes:
    'Who is responsible for a person’s supervision, on what footing, and at what risk of harm. Recorded by the ' +
    'probation service or company that is responsible.',
  discloses: 'CASE_PLAN/FLAG/LEAD_CONTACT',
})
export class Supervision extends PersonRecord {
  @Disclosed('CASE_PLAN/FULL/LEAD_CONTACT', 'code', {
    vocabulary: SupervisionRegime,
    describes: 'Footing of the supervision.',
  })
  regime!: keyof typeof SupervisionRegime | null;

  @Disclosed('CASE_PLAN/FULL/LEAD_CONTACT', 'text', { describes: 'Organisation that is responsible.' })
  responsibleOrganisation!: string | null;

  @Disclosed('CASE_PLAN/FULL/LEAD_CONTACT', 'text', {
    describes: 'Organisation of the lead practitioner and since when.',
  })
  leadPractitioner!: string | null;

  @Disclosed('RISK_SCORE/FULL/HARM', 'code', {
    vocabulary: RiskOfHarm,
    describes: 'Assessed risk of serious harm; not recorded while it is not assessed.',
  })
  riskOfHarm!: keyof typeof RiskOfHarm | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'date', { describes: 'First day of this supervision, Europe/London.' })
  startedOn!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'date', { describes: 'First day after this supervision, Europe/London.' })
  endedOn!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'text', { describes: 'Organisation that hands the person over.' })
  handoverFrom!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'text', { describes: 'Organisation that takes the person over.' })
  handoverTo!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'date', { describes: 'Day on which the handover was opened, Europe/London.' })
  handoverOpenedOn!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'date', { describes: 'Day on which the handover was completed, Europe/London.' })
  handoverCompletedOn!: string | null;
}
