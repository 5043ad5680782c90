import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { NeedState, Pathway } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'pathway_status',
  describes: 'A person’s need on one of the seven pathways and who works on it. Recorded by the KIOM team.',
  discloses: 'PATHWAY_NEEDS/FLAG',
  single: 'pathwayStatus',
  plural: 'pathwayStatuses',
})
export class PathwayStatus extends PersonRecord {
  @Disclosed('PATHWAY_NEEDS/FULL', 'code', { vocabulary: Pathway, describes: 'Which pathway.' })
  pathway!: keyof typeof Pathway | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'text', { describes: 'The need, in words.', filter: false })
  need!: string | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'code', { vocabulary: NeedState, describes: 'How far the need is met.' })
  state!: keyof typeof NeedState | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'text', { describes: 'Organisation that works on it.' })
  interventionBy!: string | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'date', { describes: 'Since when, Europe/London.' })
  since!: string | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'text', { describes: 'What came of it.', filter: false })
  outcome!: string | null;
}
