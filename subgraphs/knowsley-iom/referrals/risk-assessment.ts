import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { NominalBand, RiskAssessed } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'risk_assessment',
  describes:
    'How safely a mentor can work with a person, alone or in a group, and what the mentor is to know for it. Assessed ' +
    'by the KIOM team with the referral.',
  discloses: 'RISK_SCORE/FLAG/MENTOR_SAFETY',
})
export class RiskAssessment extends PersonRecord {
  @Disclosed('RISK_SCORE/BAND/MENTOR_SAFETY', 'code', {
    vocabulary: RiskAssessed,
    describes: 'Whether a match with one mentor is assessed, or a place in a group.',
  })
  assessed!: keyof typeof RiskAssessed | null;

  @Disclosed('RISK_SCORE/BAND/MENTOR_SAFETY', 'code', {
    vocabulary: NominalBand,
    describes: 'How much care a mentor must take; not the band of the CORVUS score.',
  })
  safetyBand!: keyof typeof NominalBand | null;

  @Disclosed('RISK_SCORE/FULL/MENTOR_SAFETY', 'text', { describes: 'What to keep to in meeting.', filter: false })
  constraints!: string | null;

  @Disclosed('RISK_SCORE/FULL/MENTOR_SAFETY', 'boolean', {
    describes: 'Whether the mentor is to know the class of the offence; the class itself stands in the referral.',
  })
  mentorMayKnowOffence!: boolean | null;

  @Disclosed('RISK_SCORE/FULL/MENTOR_SAFETY', 'date', { describes: 'Day of the assessment, Europe/London.' })
  assessedOn!: string | null;

  @Disclosed('RISK_SCORE/FULL/MENTOR_SAFETY', 'date', {
    describes: 'Day by which it is to be reviewed, Europe/London.',
  })
  reviewDue!: string | null;
}
