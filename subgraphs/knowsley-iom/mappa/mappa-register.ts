import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { MappaPillar } from '../vocabularies';

// The file itself is paper and stays with its custodian: the register says where it is and never what is in it.
@KnowsleyRecordOf({
  table: 'mappa_register',
  describes:
    'That a person is managed under MAPPA (multi-agency public protection arrangements), and who keeps the paper file; ' +
    'never what is in it. Recorded by the MAPPA coordination.',
  discloses: 'CASE_PLAN/FLAG/MEETING',
  plural: 'mappaRegisters',
})
export class MappaRegister extends PersonRecord {
  @Disclosed('CASE_PLAN/FLAG/MEETING', 'boolean', { describes: 'That there is a file.' })
  fileExists!: boolean | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'text', { describes: 'Organisation that keeps the file.' })
  custodian!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'date', { describes: 'Day of the next meeting, Europe/London.' })
  nextMeeting!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'texts', {
    vocabulary: MappaPillar,
    describes: 'On which of the four pillars the plan rests.',
  })
  pillars!: (keyof typeof MappaPillar)[] | null;
}
