import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';
import { OffenceClass } from '../vocabularies';

@RecordOf({
  table: 'screening_item',
  describes: 'What one partner brought into the screening of a case. Recorded by the partner that contributed it.',
  discloses: 'OFFENCE/FLAG/RECORD',
  anchors: { subject: 'subjectId', case: 'caseId' },
})
@Provenance('OFFENCE/FLAG/RECORD')
export class ScreeningItem {
  @Key()
  id!: string;

  @Disclosed('OFFENCE/FLAG/RECORD', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('OFFENCE/FLAG/RECORD', 'reference', { describes: 'Id of the case.' })
  caseId!: string;

  @Disclosed('OFFENCE/FLAG/RECORD', 'code', { vocabulary: OffenceClass, describes: 'Type of the offence, no more.' })
  offenceType!: keyof typeof OffenceClass | null;

  @Disclosed('OFFENCE/FULL/RECORD', 'text', { describes: 'Circumstances of the offence.', filter: false })
  context!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'text', { describes: 'What the partner has done so far.', filter: false })
  actionsAlreadyTaken!: string | null;

  @Disclosed('CUSTODY/FULL/STATUS', 'text', { describes: 'The sentence so far.', filter: false })
  sentenceProgress!: string | null;

  @Disclosed('OFFENCE/FLAG/RECORD', 'text', { describes: 'Partner that contributed it.' })
  contributedBy!: string | null;
}
