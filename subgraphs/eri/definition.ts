import type { OwnerDefinition } from '../common/serving/owner-definition';
import { Invitation } from './invitations/invitation';
import { InvitationConsent } from './invitations/invitation-consent';
import { migrations } from './migrations';
import { ParticipantOutcome } from './outcomes/participant-outcome';
import { Participant } from './participants/participant';
import { ParticipantConsent } from './participants/participant-consent';
import { ServiceClient } from './participants/service-client';
import { JobScholarship } from './placements/job-scholarship';
import { Placement } from './placements/placement';
import { SocialEnterpriseMembership } from './placements/social-enterprise-membership';
import { populate } from './population/populate';
import { consentPredicates } from './predicates/consent-predicates';
import { participationPredicates } from './predicates/participation-predicates';
import { ProgrammeAttendance } from './programme/programme-attendance';
import { ProgrammeEnrolment, ProgrammeRunMentor } from './programme/programme-group';
import { ProgrammeRun } from './programme/programme-run';

export const eri: OwnerDefinition = {
  name: 'eri',
  records: [
    Participant,
    ParticipantConsent,
    ParticipantOutcome,
    Invitation,
    InvitationConsent,
    ProgrammeRun,
    ProgrammeAttendance,
    Placement,
    JobScholarship,
    SocialEnterpriseMembership,
  ],
  internalTables: [ProgrammeEnrolment, ProgrammeRunMentor, ServiceClient],
  resolvers: [],
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
  migrations,
  predicates: [...consentPredicates, ...participationPredicates],
  anchors: { subject: 'subject' },
  populate,
};
