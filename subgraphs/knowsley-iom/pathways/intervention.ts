import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { Pathway } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'intervention',
  describes: 'What a partner did for a person on a pathway, and for how long. Recorded by the KIOM team.',
  discloses: 'PATHWAY_NEEDS/FLAG',
})
export class Intervention extends PersonRecord {
  @Disclosed('PATHWAY_NEEDS/FULL', 'text', { describes: 'Organisation that did it.' })
  organisation!: string | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'code', { vocabulary: Pathway, describes: 'On which pathway.' })
  pathway!: keyof typeof Pathway | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'text', { describes: 'What was done.' })
  kind!: string | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'date', { describes: 'First day, Europe/London.' })
  startedOn!: string | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'date', { describes: 'Last day, Europe/London.' })
  endedOn!: string | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'number', { describes: 'Hours in all.' })
  hours!: number | null;
}
