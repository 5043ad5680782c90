import { lookupResolverOf } from '../common/lookup/graph/lookup-resolver';
import { openOwnerDesks } from '../common/lookup/open-owner-desks';
import { openOwnerResearch } from '../common/research/open-owner-research';
import { openTogether } from '../common/serving/open-together';
import type { OwnerDefinition } from '../common/serving/owner-definition';
import { Invitation } from './invitations/invitation';
import { InvitationConsent } from './invitations/invitation-consent';
import { eriRegister } from './lookup/eri-register';
import { eriResearch } from './research/eri-research';
import { migrations } from './migrations';
import { ParticipantOutcome } from './outcomes/participant-outcome';
import { ParticipantProlificResolver } from './outcomes/participant-prolific-resolver';
import { PARTICIPANT_REOFFENDING, ParticipantReoffendingResolver } from './outcomes/participant-reoffending-resolver';
import { Participant } from './participants/participant';
import { ParticipantConsent } from './participants/participant-consent';
import { ServiceClient } from './participants/service-client';
import { EmployerVisit } from './placements/employer-visit';
import { JobScholarship } from './placements/job-scholarship';
import { Placement } from './placements/placement';
import { SocialEnterprise } from './placements/social-enterprise';
import { SocialEnterpriseMembership } from './placements/social-enterprise-membership';
import { ParticipantMilestone } from './plans/participant-milestone';
import { ParticipantPlan } from './plans/participant-plan';
import { ordinaryPeople } from './population/ordinary-people';
import { populate } from './population/populate';
import { GRANT_PREDICATES } from '../common/lookup/grants/grant-predicates';
import { consentPredicates } from './predicates/consent-predicates';
import { participationPredicates } from './predicates/participation-predicates';
import { PARTICIPATION, ParticipationResolver } from './programme/participation-resolver';
import { ProgrammeAttendance } from './programme/programme-attendance';
import { ProgrammeEnrolment, ProgrammeRunMentor } from './programme/programme-group';
import { ProgrammeRun } from './programme/programme-run';
import { ProgrammeWeek } from './programme/programme-week';

export const eri: OwnerDefinition = {
  name: 'eri',
  records: [
    Participant,
    ParticipantConsent,
    ParticipantOutcome,
    Invitation,
    InvitationConsent,
    ParticipantPlan,
    ParticipantMilestone,
    ProgrammeRun,
    ProgrammeWeek,
    ProgrammeAttendance,
    Placement,
    JobScholarship,
    EmployerVisit,
    SocialEnterprise,
    SocialEnterpriseMembership,
  ],
  internalTables: [ProgrammeEnrolment, ProgrammeRunMentor, ServiceClient],
  resolvers: [
    lookupResolverOf('eri'),
    ParticipantProlificResolver,
    ParticipantReoffendingResolver,
    ParticipationResolver,
  ],
  personViews: [
    {
      name: 'participant',
      discloses: 'IDENTITY/FLAG/GIVEN_NAME',
      describes: 'What ERI Turin holds on this person as a participant of its programme.',
      target: () => Participant,
      targetKey: 'id',
      many: false,
    },
    {
      name: 'invitations',
      discloses: 'REFERRAL/FLAG',
      describes: 'Invitations of this person to the programme of ERI Turin.',
      target: () => Invitation,
      targetKey: 'subjectId',
      many: true,
    },
  ],
  explanation: {
    name: 'eri',
    typeName: 'EriExplanation',
    describes: 'The explanation for the records of ERI Turin: of those that the officer oversees.',
  },
  disclosures: { name: 'eri', describes: 'What the ledger of ERI Turin has of the officer’s own organisation.' },
  migrations,
  predicates: [...consentPredicates, ...participationPredicates, ...GRANT_PREDICATES],
  measures: [PARTICIPATION, PARTICIPANT_REOFFENDING],
  openServices: openTogether(openOwnerDesks, openOwnerResearch),
  anchors: { subject: 'subject' },
  lookup: eriRegister,
  research: eriResearch,
  populate,
  ordinary: ordinaryPeople,
};
