import { Column } from 'typeorm';

import { Client } from '../clients/client';
import { Disclosed, Key, RecordOf, Related } from '../../common/records/decorators';
import type { StoredRecord } from '../../common/records/record-registry';
import { ChildConcern } from '../families/child-concern';
import { FamilyMember } from '../families/family-member';
import { HealthNeed } from '../needs/health-need';
import { LivingSituation } from '../needs/living-situation';
import { PathwayNeed } from '../needs/pathway-need';
import { Provenance } from '../provenance';
import { VictimConstraint } from '../victims/victim-constraint';
import { CaseComplexity, CaseStage, SafetyHouseTheme } from '../vocabularies';
import { CaseConference } from './case-conference';
import { CaseOutcome } from './case-outcome';
import { CaseParticipant } from './case-participant';
import { CaseReferral } from './case-referral';
import { PlanAction } from './plan-action';
import { ScreeningItem } from './screening-item';

@RecordOf({
  table: 'safety_case',
  describes:
    'A case of the Safety House about one person: screening, developing, a short-term and a longer-term plan, ' +
    'evaluation. Never a case of extremism. Recorded by the partners of the Safety House.',
  discloses: 'CASE_PLAN/FLAG/LEAD_CONTACT',
  anchors: { subject: 'subjectId', case: 'id' },
})
@Provenance('CASE_PLAN/FLAG/LEAD_CONTACT')
export class Case {
  @Key()
  id!: string;

  @Disclosed('CASE_PLAN/FLAG/LEAD_CONTACT', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('CASE_PLAN/FULL/LEAD_CONTACT', 'text', { describes: 'Organisation that takes the lead.' })
  leadOrganisation!: string | null;

  @Disclosed('CASE_PLAN/BAND/MEETING', 'code', { vocabulary: SafetyHouseTheme, describes: 'Theme of the case.' })
  theme!: keyof typeof SafetyHouseTheme | null;

  @Disclosed('CASE_PLAN/BAND/MEETING', 'code', { vocabulary: CaseStage, describes: 'Stage that the case has reached.' })
  stage!: keyof typeof CaseStage;

  @Disclosed('CASE_PLAN/BAND/MEETING', 'code', {
    vocabulary: CaseComplexity,
    describes: 'What screening decided; not recorded before.',
  })
  complexity!: keyof typeof CaseComplexity | null;

  @Disclosed('CASE_PLAN/BAND/MEETING', 'text', { describes: 'Municipality of Haaglanden in which the case plays.' })
  municipality!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'date', { describes: 'Day on which the case was opened, Europe/Amsterdam.' })
  openedAt!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'date', { describes: 'Day on which the case was closed, Europe/Amsterdam.' })
  closedAt!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'date', { describes: 'Day on which it was reopened, Europe/Amsterdam.' })
  reopenedAt!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'text', { describes: 'Organisation that reopened the case.' })
  reopenedBy!: string | null;

  /** Pseudonym of the person who runs the case, as in the token. Decides who sees; not shown. */
  @Column('text', { nullable: true })
  processManager!: string | null;

  /** Pseudonym of the person who directs the case, as in the token. Decides who sees; not shown. */
  @Column('text', { nullable: true })
  processDirector!: string | null;

  @Related('IDENTITY/FLAG/GIVEN_NAME', () => Client, {
    targetKey: 'id',
    by: 'subjectId',
    many: false,
    describes: 'The person concerned.',
  })
  client!: StoredRecord | null;

  @Related('REFERRAL/FLAG', () => CaseReferral, { targetKey: 'caseId', describes: 'Referrals from which it came.' })
  referrals!: CaseReferral[];

  @Related('CASE_PLAN/FLAG/MEETING', () => CaseParticipant, { targetKey: 'caseId', describes: 'Participants.' })
  participants!: CaseParticipant[];

  @Related('CASE_PLAN/FLAG/MEETING', () => CaseConference, { targetKey: 'caseId', describes: 'Conferences.' })
  conferences!: CaseConference[];

  @Related('OFFENCE/FLAG/RECORD', () => ScreeningItem, {
    targetKey: 'caseId',
    describes: 'What partners brought into screening.',
  })
  screeningItems!: ScreeningItem[];

  @Related('CASE_PLAN/FLAG/PLAN', () => PlanAction, { targetKey: 'caseId', describes: 'Actions of the plans.' })
  planActions!: PlanAction[];

  @Related('OUTCOME/FLAG/OTHER', () => CaseOutcome, { targetKey: 'caseId', describes: 'Outcomes.' })
  outcomes!: CaseOutcome[];

  @Related('PATHWAY_NEEDS/FLAG', () => PathwayNeed, { targetKey: 'caseId', describes: 'Needs on the pathways.' })
  pathwayNeeds!: PathwayNeed[];

  @Related('HEALTH/FLAG', () => HealthNeed, { targetKey: 'caseId', describes: 'Health needs.' })
  healthNeeds!: HealthNeed[];

  @Related('HOUSING/FLAG', () => LivingSituation, {
    targetKey: 'caseId',
    describes: 'Housing, daytime activity and debts.',
  })
  livingSituations!: LivingSituation[];

  @Related('FAMILY_CHILDREN/FULL', () => FamilyMember, { targetKey: 'caseId', describes: 'Members of the family.' })
  familyMembers!: FamilyMember[];

  @Related('FAMILY_CHILDREN/FLAG', () => ChildConcern, { targetKey: 'caseId', describes: 'Concerns about children.' })
  childConcerns!: ChildConcern[];

  @Related('VICTIM/FLAG', () => VictimConstraint, { targetKey: 'caseId', describes: 'What protects victims.' })
  victimConstraints!: VictimConstraint[];
}
