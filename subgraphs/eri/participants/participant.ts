import { Disclosed, Key, RecordOf, Related } from '../../common/records/decorators';
import { Invitation } from '../invitations/invitation';
import { InvitationConsent } from '../invitations/invitation-consent';
import { ParticipantOutcome } from '../outcomes/participant-outcome';
import { EmployerVisit } from '../placements/employer-visit';
import { JobScholarship } from '../placements/job-scholarship';
import { Placement } from '../placements/placement';
import { SocialEnterpriseMembership } from '../placements/social-enterprise-membership';
import { ParticipantPlan } from '../plans/participant-plan';
import { ProgrammeAttendance } from '../programme/programme-attendance';
import { WithProvenance } from '../provenance';
import { AgeBand, ItalianLegalStatus, Pathway, Sex } from '../vocabularies';
import { ParticipantConsent } from './participant-consent';

@RecordOf({
  table: 'participant',
  describes: 'A person who takes or took part in the programme of ERI Turin, of their own will. Recorded by ERI staff.',
  discloses: 'IDENTITY/FLAG/GIVEN_NAME',
  anchors: { subject: 'id' },
})
@WithProvenance('IDENTITY/FLAG/GIVEN_NAME')
export class Participant {
  @Key()
  id!: string;

  @Disclosed('IDENTITY/FULL/GIVEN_NAME', 'text', { describes: 'Given name.' })
  givenName!: string | null;

  @Disclosed('IDENTITY/FULL/NAME', 'text', { describes: 'Family name.' })
  name!: string | null;

  @Disclosed('IDENTITY/FULL/IDENTIFIERS', 'date', { describes: 'Date of birth.' })
  birthDate!: string | null;

  @Disclosed('IDENTITY/FULL/IDENTIFIERS', 'text', { describes: 'Municipality or country of birth.' })
  birthPlace!: string | null;

  @Disclosed('DEMOGRAPHIC/FULL', 'code', { vocabulary: Sex, describes: 'Sex, as recorded at intake.' })
  sex!: keyof typeof Sex | null;

  @Disclosed('DEMOGRAPHIC/BAND', 'code', { vocabulary: AgeBand, describes: 'Age band at intake.' })
  ageBand!: keyof typeof AgeBand | null;

  @Disclosed('CONTACT/FULL/CHANNEL', 'text', { describes: 'Telephone number.' })
  phone!: string | null;

  @Disclosed('CONTACT/FULL/CHANNEL', 'text', { describes: 'Way of contact that the participant agreed to.' })
  agreedChannel!: string | null;

  @Disclosed('CONTACT/FULL/AREA', 'text', { describes: 'Municipality of residence.' })
  municipality!: string | null;

  @Disclosed('CONTACT/FULL/ADDRESS', 'text', { describes: 'Street and number of residence.' })
  address!: string | null;

  @Disclosed('CUSTODY/BAND/STATUS', 'code', {
    vocabulary: ItalianLegalStatus,
    describes: 'Legal status at intake, without dates or places.',
  })
  legalStatus!: keyof typeof ItalianLegalStatus | null;

  @Disclosed('CUSTODY/BAND/RELEASE', 'month', { describes: 'Month of release, YYYY-MM, past or expected.' })
  releaseMonth!: string | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'boolean', {
    describes: 'Whether the participant lives in isolation. Assessed by ERI staff.',
  })
  isolation!: boolean | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'text', { describes: 'Reading and writing, in the words of ERI staff.' })
  literacy!: string | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'texts', { vocabulary: Pathway, describes: 'Basic needs, assessed by ERI staff.' })
  basicNeeds!: readonly (keyof typeof Pathway)[] | null;

  @Disclosed('HEALTH/FULL', 'text', { filter: false, describes: 'Health problems of which the participant told ERI.' })
  pathologies!: string | null;

  @Disclosed('HEALTH/FULL', 'boolean', {
    describes: 'Whether the participant is a client of SERT, the addiction service.',
  })
  sertClient!: boolean | null;

  @Disclosed('RISK_SCORE/FLAG/GROUP_SAFETY', 'boolean', {
    describes: 'Whether something must be minded for the safety of a group.',
  })
  groupSafetyFlag!: boolean | null;

  @Disclosed('CASE_PLAN/FULL/LEAD_CONTACT', 'text', {
    describes: 'Worker at ERI who is responsible for the participant.',
  })
  responsibleWorker!: string | null;

  @Disclosed('CASE_PLAN/FULL/LEAD_CONTACT', 'text', { describes: 'How to reach the responsible worker.' })
  responsibleWorkerContact!: string | null;

  @Related('REFERRAL/FLAG', () => Invitation, { by: 'id', describes: 'Invitations to the programme.' })
  invitations!: Invitation[];

  @Related('CONSENT/FLAG', () => InvitationConsent, { by: 'id', describes: 'Consents given with an invitation.' })
  invitationConsents!: InvitationConsent[];

  @Related('CONSENT/FLAG', () => ParticipantConsent, { by: 'id', describes: 'Consents given to ERI.' })
  consents!: ParticipantConsent[];

  @Related('PROGRAMME/FLAG', () => ProgrammeAttendance, {
    by: 'id',
    describes: 'Weeks of the programme, attended or missed.',
  })
  attendances!: ProgrammeAttendance[];

  @Related('EMPLOYMENT_FINANCE/FLAG/EMPLOYABILITY', () => Placement, { by: 'id', describes: 'Placements in work.' })
  placements!: Placement[];

  @Related('EMPLOYMENT_FINANCE/FLAG/EMPLOYABILITY', () => JobScholarship, { by: 'id', describes: 'Job scholarships.' })
  jobScholarships!: JobScholarship[];

  @Related('CASE_PLAN/FLAG/PLAN', () => ParticipantPlan, { by: 'id', describes: 'Life Change plans.' })
  plans!: ParticipantPlan[];

  @Related('EMPLOYMENT_FINANCE/FLAG/STATUS', () => EmployerVisit, { by: 'id', describes: 'Visits to employers.' })
  employerVisits!: EmployerVisit[];

  @Related('EMPLOYMENT_FINANCE/FLAG/STATUS', () => SocialEnterpriseMembership, {
    by: 'id',
    describes: 'Memberships of a social enterprise.',
  })
  socialEnterpriseMemberships!: SocialEnterpriseMembership[];

  @Related('OUTCOME/FLAG/EMPLOYED', () => ParticipantOutcome, { by: 'id', describes: 'What became of it.' })
  outcomes!: ParticipantOutcome[];
}
