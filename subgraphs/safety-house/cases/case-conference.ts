import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';

@RecordOf({
  table: 'case_conference',
  describes: 'A meeting of the participants about a case (casusoverleg). Recorded by the process manager.',
  discloses: 'CASE_PLAN/FLAG/MEETING',
  anchors: { subject: 'subjectId', case: 'caseId' },
})
@Provenance('CASE_PLAN/FLAG/MEETING')
export class CaseConference {
  @Key()
  id!: string;

  @Disclosed('CASE_PLAN/FLAG/MEETING', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('CASE_PLAN/FLAG/MEETING', 'reference', { describes: 'Id of the case.' })
  caseId!: string;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'date', { describes: 'Day of the meeting, Europe/Amsterdam.' })
  heldOn!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'texts', { describes: 'Organisations that were present.' })
  attendees!: string[] | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'text', { describes: 'What was decided.', filter: false })
  decisions!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'text', {
    describes: 'What happens when agreements are not kept.',
    filter: false,
  })
  nonComplianceResponse!: string | null;
}
