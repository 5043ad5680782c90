import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';

@KnowsleyRecordOf({
  table: 'status_assessment',
  describes: 'How a person lives at a date: home, work, income, relationship. Assessed by the KIOM team.',
  discloses: 'HOUSING/FLAG',
})
export class StatusAssessment extends PersonRecord {
  @Disclosed('HOUSING/FULL', 'date', { describes: 'Day of the assessment, Europe/London.' })
  assessedOn!: string | null;

  @Disclosed('HOUSING/FULL', 'text', { describes: 'How the person is housed.' })
  housing!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'text', { describes: 'Whether and how the person works.' })
  employment!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'text', { describes: 'Training or education under way.' })
  training!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'text', { describes: 'State benefits claimed.' })
  benefits!: string | null;

  @Disclosed('FAMILY_CHILDREN/FULL', 'text', { describes: 'Relationship and children, as told.', filter: false })
  relationship!: string | null;
}
