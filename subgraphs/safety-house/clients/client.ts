import { Case } from '../cases/case';
import { Disclosed, Key, RecordOf, Related } from '../../common/records/decorators';
import { CaseConference } from '../cases/case-conference';
import { CaseOutcome } from '../cases/case-outcome';
import { CaseParticipant } from '../cases/case-participant';
import { CaseReferral } from '../cases/case-referral';
import { PlanAction } from '../cases/plan-action';
import { ScreeningItem } from '../cases/screening-item';
import { Detention } from '../custody/detention';
import { SpatialOrder } from '../custody/spatial-order';
import { ChildConcern } from '../families/child-concern';
import { FamilyMember } from '../families/family-member';
import { HealthNeed } from '../needs/health-need';
import { LivingSituation } from '../needs/living-situation';
import { PathwayNeed } from '../needs/pathway-need';
import { IntelligenceNote } from '../offences/intelligence-note';
import { PoliceOffence } from '../offences/police-offence';
import { ProsecutorOffence } from '../offences/prosecutor-offence';
import { Provenance } from '../provenance';
import { VictimConstraint } from '../victims/victim-constraint';
import { AgeBand, Sex } from '../vocabularies';

/** Key and person are one: a client's id is Person.id. Nobody becomes a client by a case of extremism. */
@RecordOf({
  table: 'client',
  describes:
    'A person in a case of the Safety House (veiligheidshuis: the place where criminal justice, care and municipality ' +
    'meet on complex cases). Recorded by the partners of the Safety House.',
  discloses: 'IDENTITY/FLAG/GIVEN_NAME',
  anchors: { subject: 'id' },
})
@Provenance('IDENTITY/FLAG/GIVEN_NAME')
export class Client {
  @Key()
  id!: string;

  @Disclosed('IDENTITY/FULL/GIVEN_NAME', 'text', { describes: 'Given name.' })
  givenName!: string | null;

  @Disclosed('IDENTITY/FULL/NAME', 'text', { describes: 'Full name.' })
  name!: string | null;

  @Disclosed('IDENTITY/FULL/IDENTIFIERS', 'texts', { describes: 'Other names by which the person is known.' })
  aliases!: string[] | null;

  @Disclosed('IDENTITY/FULL/IDENTIFIERS', 'date', { describes: 'Date of birth.' })
  birthDate!: string | null;

  @Disclosed('IDENTITY/FULL/IDENTIFIERS', 'text', { describes: 'Place of birth.' })
  birthPlace!: string | null;

  @Disclosed('DEMOGRAPHIC/BAND', 'code', { vocabulary: Sex, describes: 'Sex as registered.' })
  sex!: keyof typeof Sex | null;

  @Disclosed('DEMOGRAPHIC/BAND', 'code', { vocabulary: AgeBand, describes: 'Age band when the record was made.' })
  ageBand!: keyof typeof AgeBand | null;

  @Disclosed('CONTACT/BAND/AREA', 'text', { describes: 'Municipality in which the person is registered.' })
  municipality!: string | null;

  @Disclosed('CONTACT/FULL/ADDRESS', 'text', { describes: 'Address at which the person is registered.', filter: false })
  address!: string | null;

  @Disclosed('CONTACT/FULL/CHANNEL', 'text', { describes: 'Telephone number.', filter: false })
  phone!: string | null;

  @Related('CASE_PLAN/FLAG/LEAD_CONTACT', () => Case, { by: 'id', describes: 'Cases of the person.' })
  cases!: Case[];

  @Related('REFERRAL/FLAG', () => CaseReferral, { by: 'id', describes: 'Referrals of the person to the Safety House.' })
  referrals!: CaseReferral[];

  @Related('CASE_PLAN/FLAG/MEETING', () => CaseParticipant, { by: 'id', describes: 'Organisations in the cases.' })
  participants!: CaseParticipant[];

  @Related('CASE_PLAN/FLAG/MEETING', () => CaseConference, { by: 'id', describes: 'Conferences about the cases.' })
  conferences!: CaseConference[];

  @Related('OFFENCE/FLAG/RECORD', () => ScreeningItem, { by: 'id', describes: 'What partners brought into screening.' })
  screeningItems!: ScreeningItem[];

  @Related('CASE_PLAN/FLAG/PLAN', () => PlanAction, { by: 'id', describes: 'Actions of the plans.' })
  planActions!: PlanAction[];

  @Related('OUTCOME/FLAG/OTHER', () => CaseOutcome, { by: 'id', describes: 'Outcomes of the cases.' })
  outcomes!: CaseOutcome[];

  @Related('PATHWAY_NEEDS/FLAG', () => PathwayNeed, { by: 'id', describes: 'Needs on the pathways.' })
  pathwayNeeds!: PathwayNeed[];

  @Related('HEALTH/FLAG', () => HealthNeed, { by: 'id', describes: 'Health needs.' })
  healthNeeds!: HealthNeed[];

  @Related('HOUSING/FLAG', () => LivingSituation, { by: 'id', describes: 'Housing, daytime activity and debts.' })
  livingSituations!: LivingSituation[];

  @Related('FAMILY_CHILDREN/FULL', () => FamilyMember, { by: 'id', describes: 'Members of the family.' })
  familyMembers!: FamilyMember[];

  @Related('FAMILY_CHILDREN/FLAG', () => ChildConcern, { by: 'id', describes: 'Concerns about children.' })
  childConcerns!: ChildConcern[];

  @Related('VICTIM/FLAG', () => VictimConstraint, { by: 'id', describes: 'What protects victims.' })
  victimConstraints!: VictimConstraint[];

  @Related('CUSTODY/FLAG/STATUS', () => Detention, { by: 'id', describes: 'Detentions.' })
  detentions!: Detention[];

  @Related('CUSTODY/FLAG/ORDERS', () => SpatialOrder, { by: 'id', describes: 'Orders to stay away from an area.' })
  spatialOrders!: SpatialOrder[];

  @Related('OFFENCE/FLAG/RECORD', () => PoliceOffence, { by: 'id', describes: 'Offences recorded by the police.' })
  policeOffences!: PoliceOffence[];

  @Related('OFFENCE/FLAG/RECORD', () => ProsecutorOffence, {
    by: 'id',
    describes: 'Offences recorded by the public prosecutor.',
  })
  prosecutorOffences!: ProsecutorOffence[];

  @Related('POLICE_INTELLIGENCE/FLAG', () => IntelligenceNote, { by: 'id', describes: 'Intelligence of the police.' })
  intelligenceNotes!: IntelligenceNote[];
}
