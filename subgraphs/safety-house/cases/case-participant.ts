import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';
import { SafetyHousePillar } from '../vocabularies';

@RecordOf({
  table: 'case_participant',
  describes: 'An organisation that takes part in a case. Recorded by the Safety House.',
  discloses: 'CASE_PLAN/FLAG/MEETING',
  anchors: { subject: 'subjectId', case: 'caseId' },
})
@Provenance('CASE_PLAN/FLAG/MEETING')
export class CaseParticipant {
  @Key()
  id!: string;

  @Disclosed('CASE_PLAN/FLAG/MEETING', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('CASE_PLAN/FLAG/MEETING', 'reference', { describes: 'Id of the case.' })
  caseId!: string;

  @Disclosed('CASE_PLAN/BAND/MEETING', 'text', { describes: 'Organisation that takes part.' })
  organisation!: string | null;

  @Disclosed('CASE_PLAN/BAND/MEETING', 'code', { vocabulary: SafetyHousePillar, describes: 'Its pillar.' })
  pillar!: keyof typeof SafetyHousePillar | null;

  @Disclosed('CASE_PLAN/BAND/MEETING', 'text', { describes: 'What it does in the case.' })
  role!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'date', { describes: 'First day of its participation, Europe/Amsterdam.' })
  activeFrom!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'date', {
    describes: 'Last day of its participation, Europe/Amsterdam; none while it lasts.',
  })
  activeUntil!: string | null;
}
