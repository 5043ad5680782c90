import { Disclosed, Related } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { LcpRegisterEntry } from './lcp-register-entry';

// A view over the stays in prison that have not ended. Who of them is near release is stored nowhere: every clause that
// opens the list asks for it, and the predicate counts the days from today. Wing and month are BAND, so that they can be
// told without the day; the prison is the one that recorded the entry.
@KnowsleyRecordOf({
  table: 'lcp_eligibility',
  describes:
    'An entry of a prison’s own list for the Life Change Programme: whom it holds, with release within 183 days. Computed from the prison’s custody records on the day.',
  discloses: 'PROGRAMME/FLAG',
  single: 'lcpEligibility',
  plural: 'lcpEligibilities',
})
export class LcpEligibility extends PersonRecord {
  @Disclosed('IDENTITY/FULL/GIVEN_NAME', 'text', { describes: 'Given name, as the Knowsley file has it.' })
  givenName!: string | null;

  @Disclosed('IDENTITY/FULL/NAME', 'text', { describes: 'Full name, as the Knowsley file has it.' })
  name!: string | null;

  @Disclosed('IDENTITY/FULL/IDENTIFIERS', 'date', { describes: 'Date of birth.' })
  dateOfBirth!: string | null;

  @Disclosed('CUSTODY/BAND/PLACE', 'text', { describes: 'Wing of the prison.' })
  wing!: string | null;

  @Disclosed('CUSTODY/BAND/RELEASE', 'month', { describes: 'Month of the expected release, YYYY-MM.', generated: true })
  expectedReleaseMonth!: string | null;

  @Disclosed('CUSTODY/FULL/RELEASE', 'date', { describes: 'Expected day of release, Europe/London.' })
  expectedRelease!: string | null;

  @Related('PROGRAMME/FLAG', () => LcpRegisterEntry, {
    by: 'subjectId',
    describes: 'What the prison recorded of the person’s choice.',
  })
  registerEntries!: LcpRegisterEntry[];
}
