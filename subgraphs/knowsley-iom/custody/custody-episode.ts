import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { CustodyStartReason, CustodyStatus } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'custody_episode',
  describes: 'A stay in prison. Recorded by the prison.',
  discloses: 'CUSTODY/FLAG/STATUS',
})
export class CustodyEpisode extends PersonRecord {
  @Disclosed('CUSTODY/BAND/STATUS', 'code', {
    vocabulary: CustodyStatus,
    describes: 'How the person stands with custody.',
  })
  status!: keyof typeof CustodyStatus | null;

  @Disclosed('CUSTODY/FULL/STATUS', 'code', { vocabulary: CustodyStartReason, describes: 'Why this stay began.' })
  startReason!: keyof typeof CustodyStartReason | null;

  @Disclosed('CUSTODY/FULL/STATUS', 'text', { describes: 'The sentence, in words.' })
  sentence!: string | null;

  @Disclosed('CUSTODY/FULL/PLACE', 'text', { describes: 'Prison, as schema/organisations names it.' })
  prison!: string | null;

  @Disclosed('CUSTODY/FULL/PLACE', 'text', { describes: 'Wing of the prison.' })
  wing!: string | null;

  @Disclosed('CUSTODY/FULL/RELEASE', 'date', { describes: 'First day in custody, Europe/London.' })
  startedOn!: string | null;

  @Disclosed('CUSTODY/FULL/RELEASE', 'date', { describes: 'Day of release, Europe/London; not recorded while inside.' })
  releasedOn!: string | null;

  @Disclosed('CUSTODY/FULL/RELEASE', 'date', { describes: 'Expected day of release, Europe/London.' })
  expectedRelease!: string | null;

  @Disclosed('CUSTODY/BAND/RELEASE', 'month', { describes: 'Month of the expected release, YYYY-MM.', generated: true })
  expectedReleaseMonth!: string | null;
}
