import { Column } from 'typeorm';

import { Disclosed, Key, RecordOf, Related } from '../../common/records/decorators';
import { IntelligenceNote } from '../offences/intelligence-note';
import { PoliceOffence } from '../offences/police-offence';
import { ProsecutorOffence } from '../offences/prosecutor-offence';
import { Provenance } from '../provenance';
import { AgeBand, ExtremismCaseState, ExtremismTarget, Sex } from '../vocabularies';
import { ExtremismAction } from './extremism-action';
import { ExtremismFactor } from './extremism-factor';
import { ExtremismMeeting } from './extremism-meeting';

/**
 * It keeps its own copy of what it knows of the person: nothing of an ordinary case leads here, and nothing here
 * into an ordinary case, so that a change of status shows nowhere (SHH-EXTREMISM).
 */
@RecordOf({
  table: 'extremism_case',
  describes:
    'A case in the person-centred approach to extremism. Recorded by the triangle of mayor, police and public ' +
    'prosecutor.',
  discloses: 'EXTREMISM/FLAG',
  anchors: { subject: 'subjectId', extremismCase: 'id' },
})
@Provenance('EXTREMISM/FULL')
export class ExtremismCase {
  @Key()
  id!: string;

  @Disclosed('EXTREMISM/FLAG', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('EXTREMISM/BAND', 'text', { describes: 'The proposer’s summary.', filter: false })
  summary!: string | null;

  @Disclosed('EXTREMISM/BAND', 'code', { vocabulary: ExtremismCaseState, describes: 'Proposed or approved.' })
  state!: keyof typeof ExtremismCaseState | null;

  @Disclosed('EXTREMISM/BAND', 'date', { describes: 'Day on which the case was proposed, Europe/Amsterdam.' })
  proposedAt!: string | null;

  @Disclosed('EXTREMISM/BAND', 'text', { describes: 'Party that proposed the case.' })
  proposedBy!: string | null;

  @Disclosed('EXTREMISM/FULL', 'code', { vocabulary: ExtremismTarget, describes: 'Target group.' })
  targetGroup!: keyof typeof ExtremismTarget | null;

  @Disclosed('EXTREMISM/FULL', 'boolean', { describes: 'Whether the person takes part of their own will.' })
  voluntary!: boolean | null;

  @Disclosed('EXTREMISM/FULL', 'date', { describes: 'Day by which the case is to be reviewed, Europe/Amsterdam.' })
  reviewDue!: string | null;

  @Disclosed('EXTREMISM/FULL', 'date', { describes: 'Day of the judicial review, Europe/Amsterdam.' })
  judicialReviewAt!: string | null;

  @Disclosed('EXTREMISM/FULL', 'date', {
    describes: 'Day from which child protection takes part (for minors), Europe/Amsterdam.',
  })
  childProtectionSince!: string | null;

  @Disclosed('IDENTITY/FULL/GIVEN_NAME', 'text', { describes: 'Given name of the person concerned.' })
  subjectGivenName!: string | null;

  @Disclosed('IDENTITY/FULL/NAME', 'text', { describes: 'Full name of the person concerned.' })
  subjectName!: string | null;

  @Disclosed('IDENTITY/FULL/IDENTIFIERS', 'date', { describes: 'Date of birth of the person concerned.' })
  dateOfBirth!: string | null;

  @Disclosed('DEMOGRAPHIC/BAND', 'code', { vocabulary: Sex, describes: 'Sex as registered.' })
  sex!: keyof typeof Sex | null;

  @Disclosed('DEMOGRAPHIC/BAND', 'code', { vocabulary: AgeBand, describes: 'Age band when the record was made.' })
  ageBand!: keyof typeof AgeBand | null;

  @Disclosed('CONTACT/BAND/AREA', 'text', { describes: 'Municipality in which the person is registered.' })
  municipality!: string | null;

  @Disclosed('CONTACT/FULL/ADDRESS', 'text', { describes: 'Address at which the person is registered.', filter: false })
  address!: string | null;

  @Disclosed('OFFENCE/FLAG/RECORD', 'boolean', { describes: 'Whether the person was convicted of any offence.' })
  convicted!: boolean | null;

  @Disclosed('CUSTODY/FLAG/STATUS', 'boolean', { describes: 'Whether the person is in custody.' })
  inCustody!: boolean | null;

  @Disclosed('HOUSING/FULL', 'text', { describes: 'Where and how the person lives.', filter: false })
  housing!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'text', { describes: 'Work or other activity by day.', filter: false })
  dayActivity!: string | null;

  @Disclosed('FAMILY_CHILDREN/FLAG', 'boolean', { describes: 'Whether children are concerned, and no more.' })
  childrenConcerned!: boolean | null;

  @Disclosed('HEALTH/FLAG', 'boolean', { describes: 'Whether there is a mental health need, and no more.' })
  mentalHealthFlag!: boolean | null;

  /** Pseudonym of the person who directs the case, as in the token. Decides who sees; not shown. */
  @Column('text', { nullable: true })
  processDirector!: string | null;

  /** Pseudonym of the judge who is to review the case, as in the token. Decides who sees; not shown. */
  @Column('text', { nullable: true })
  reviewingJudge!: string | null;

  @Related('EXTREMISM/FULL', () => ExtremismMeeting, { targetKey: 'extremismCaseId', describes: 'Meetings.' })
  meetings!: ExtremismMeeting[];

  @Related('EXTREMISM/FULL', () => ExtremismFactor, { targetKey: 'extremismCaseId', describes: 'Assessed factors.' })
  factors!: ExtremismFactor[];

  @Related('CASE_PLAN/FULL/PLAN', () => ExtremismAction, { targetKey: 'extremismCaseId', describes: 'Agreed actions.' })
  actions!: ExtremismAction[];

  @Related('OFFENCE/FLAG/RECORD', () => PoliceOffence, { describes: 'Offences recorded by the police.' })
  policeOffences!: PoliceOffence[];

  @Related('OFFENCE/FLAG/RECORD', () => ProsecutorOffence, { describes: 'Offences recorded by the public prosecutor.' })
  prosecutorOffences!: ProsecutorOffence[];

  @Related('POLICE_INTELLIGENCE/FLAG', () => IntelligenceNote, { describes: 'Intelligence of the police.' })
  intelligenceNotes!: IntelligenceNote[];
}
