import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { NeedState, Pathway } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'pathway_support',
  describes: 'What MALS does for a mentee on a pathway. Recorded by MALS.',
  discloses: 'PATHWAY_NEEDS/FLAG',
})
export class PathwaySupport extends PersonRecord {
  @Disclosed('PATHWAY_NEEDS/FULL', 'code', { vocabulary: Pathway, describes: 'On which pathway.' })
  pathway!: keyof typeof Pathway | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'text', { describes: 'What is done.', filter: false })
  support!: string | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'code', { vocabulary: NeedState, describes: 'How far the need is met.' })
  state!: keyof typeof NeedState | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'date', { describes: 'Since when, Europe/London.' })
  since!: string | null;
}
