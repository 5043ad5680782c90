// ERI-INTAKE, from its wording: DOMAIN.md C, as C.0 amends it: the person's consent for this purpose and recipient, and
// an invitation that the person accepted.
import type { Purpose } from '../../schema/purposes';
import { consentToEri, expired, invited, withdrew } from './eri-states';
import { all, not } from './knowsley-states';
import { asks, type PolicyTable, showsPolicy } from './policy-table';

const STAFF = 'eri.staff';
const PURPOSES: readonly Purpose[] = ['REFERRAL', 'PROGRAMME_DELIVERY'];

const tables: readonly PolicyTable[] = [
  ...PURPOSES.map((purpose) => ({
    of: 'somebody who accepted the invitation and consented',
    purpose,
    columns: {
      staff: asks(STAFF, all(invited(true), consentToEri(purpose), not(consentToEri(purpose, 'HEALTH')))),
      staffHealth: asks(STAFF, all(invited(true), consentToEri(purpose, 'HEALTH'))),
    },
    rows: `
                                               staff     staffHealth
      Invitation.givenName,name,birthDate      value     value
      Invitation.phone,agreedChannel           value     value
      Invitation.ageBand                       value     value
      Invitation.invitedBy,invitedOn,accepted  value     value
      Invitation.basicNeeds                    value     value
      Invitation.legalStatus,releaseMonth      value     value
      Invitation.groupSafetyFlag               value     value
      Invitation.healthNeed                    withheld  value
      InvitationConsent.purposes,categories    value     value
      InvitationConsent.recipients,givenAt     value     value`,
  })),
  ...PURPOSES.map((purpose) => ({
    of: 'somebody who did not consent to that, or did not accept',
    purpose,
    columns: {
      withdrawn: asks(STAFF, all(invited(true), not(consentToEri(purpose)), withdrew('InvitationConsent', 'eri'))),
      expired: asks(STAFF, all(invited(true), not(consentToEri(purpose)), expired('InvitationConsent', 'eri'))),
      never: asks(
        STAFF,
        all(
          invited(true),
          not(consentToEri(purpose)),
          not(withdrew('InvitationConsent', 'eri')),
          not(expired('InvitationConsent', 'eri')),
        ),
      ),
      declined: asks(STAFF, all(invited(false), consentToEri(purpose))),
      unanswered: asks(STAFF, all(invited(null), consentToEri(purpose))),
    },
    rows: `
                                            withdrawn  expired  never   declined  unanswered
      Invitation.id,name,phone,basicNeeds   silent     silent   silent  silent    silent
      Invitation.invitedBy,legalStatus      silent     silent   silent  silent    silent
      Invitation.groupSafetyFlag,healthNeed silent     silent   silent  silent    silent
      InvitationConsent.id,categories       silent     silent   silent  silent    silent`,
  })),
  {
    // One purpose is not the other: who consented to the invitation alone is not to be delivered a programme.
    of: 'somebody who consented to the other purpose only',
    purpose: 'PROGRAMME_DELIVERY',
    columns: {
      staff: asks(STAFF, all(invited(true), consentToEri('REFERRAL'), not(consentToEri('PROGRAMME_DELIVERY')))),
    },
    rows: `
                                      staff
      Invitation.id,name,basicNeeds   silent`,
  },
  ...PURPOSES.map((purpose) => ({
    of: 'what no service told with an invitation',
    purpose,
    columns: { staff: asks(STAFF, () => true) },
    rows: `
                                            staff
      Participant.name,sex,address          withheld
      Participant.legalStatus,pathologies   withheld
      Participant.responsibleWorker         withheld
      ParticipantConsent.categories         withheld
      ProgrammeAttendance.attended          withheld
      Placement.skillArea                   withheld
      SocialEnterpriseMembership.activity   withheld
      ParticipantOutcome.employed           withheld
      ParticipantPlan.goal                  withheld
      EmployerVisit.employer                withheld
      Participant.participation             withheld
      Participant.reoffending,prolific      withheld
      Nominal.name                          withheld
      Offence.offenceClass                  withheld
      CorvusScore.band                      withheld
      CostOfCrime.band                      withheld
      IntelligenceReport.subjectId          withheld
      StatusAssessment.housing              withheld
      StatusAssessment.relationship         withheld
      VictimConstraint.protectedArea        withheld
      MentoringSummary.sessions             withheld
      MalsDisclosure.content                withheld
      LcpReflection.testimonial             withheld
      ExtremismCase.summary                 withheld
      Target.achieved                       withheld`,
  })),
];

showsPolicy('ERI-INTAKE', tables, ['StatusAssessment.relationship']);
