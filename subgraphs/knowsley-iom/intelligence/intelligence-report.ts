import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';

@KnowsleyRecordOf({
  table: 'intelligence_report',
  describes: 'A police intelligence report about a person. Recorded by Merseyside Police in NICHE.',
  discloses: 'POLICE_INTELLIGENCE/FLAG',
})
export class IntelligenceReport extends PersonRecord {
  @Disclosed('POLICE_INTELLIGENCE/FULL', 'text', { describes: 'Reference in NICHE.' })
  reference!: string | null;

  @Disclosed('POLICE_INTELLIGENCE/FULL', 'date', { describes: 'Day of the report, Europe/London.' })
  reportedOn!: string | null;

  @Disclosed('POLICE_INTELLIGENCE/FULL', 'text', { describes: 'How reliable the source is held to be.' })
  sourceEvaluation!: string | null;

  @Disclosed('POLICE_INTELLIGENCE/FULL', 'text', {
    describes: 'Handling code: who may be told, under which conditions.',
  })
  handlingCode!: string | null;

  @Disclosed('POLICE_INTELLIGENCE/FULL', 'text', { describes: 'What is reported.', filter: false })
  text!: string | null;
}
