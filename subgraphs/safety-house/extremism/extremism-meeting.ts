import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';
import { ExtremismMeetingKind } from '../vocabularies';

@RecordOf({
  table: 'extremism_meeting',
  describes:
    'A meeting in the person-centred approach to extremism. Recorded by the triangle of mayor, police and public prosecutor.',
  discloses: 'EXTREMISM/FULL',
  anchors: { subject: 'subjectId', extremismCase: 'extremismCaseId' },
})
@Provenance('EXTREMISM/FULL')
export class ExtremismMeeting {
  @Key()
  id!: string;

  @Disclosed('EXTREMISM/FULL', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('EXTREMISM/FULL', 'reference', { describes: 'Id of the case of extremism.' })
  extremismCaseId!: string | null;

  @Disclosed('EXTREMISM/FULL', 'code', { vocabulary: ExtremismMeetingKind, describes: 'Kind of meeting.' })
  kind!: keyof typeof ExtremismMeetingKind | null;

  @Disclosed('EXTREMISM/FULL', 'date', { describes: 'Day of the meeting, Europe/Amsterdam.' })
  heldOn!: string | null;

  @Disclosed('EXTREMISM/FULL', 'texts', { describes: 'Organisations that were present.' })
  attendees!: string[] | null;

  @Disclosed('EXTREMISM/FULL', 'text', { describes: 'What was decided.', filter: false })
  decisions!: string | null;
}
