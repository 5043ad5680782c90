// ERI-PLACEMENT, from its wording: DOMAIN.md C, as C.0 amends it: consent for each recipient, who referred the person
// or with or through whom a placement was accepted.
import type { Purpose } from '../../schema/purposes';
import { clientOfService, consentTo, expired, invitedBy, placement, withdrew } from './eri-states';
import { all, not } from './knowsley-states';
import { asks, showsPolicy } from './policy-table';

const EMPLOYER = 'employer.manager';
const PIO = 'ufficio-pio.officer';
const CISAP = 'cisap.social-worker';
const D1 = 'turin-d1.social-worker';
const UEPE = 'uepe.officer';
const SERT = 'sert.clinician';
const PLACEMENT: Purpose = 'EMPLOYMENT_PLACEMENT';

showsPolicy('ERI-PLACEMENT', [
  ...(['EMPLOYMENT_PLACEMENT', 'PROGRAMME_DELIVERY'] satisfies Purpose[]).map((purpose) => ({
    of: 'somebody who consented, and whom the recipient referred, placed or treats',
    purpose,
    columns: {
      pio: asks(PIO, all(consentTo('ufficio-pio', purpose), placement('ufficio-pio', 'ACCEPTED'))),
      cisap: asks(CISAP, all(consentTo('cisap', purpose), invitedBy('cisap'))),
      d1: asks(D1, all(consentTo('turin-d1', purpose), invitedBy('turin-d1'))),
      uepe: asks(UEPE, all(consentTo('uepe', purpose), invitedBy('uepe'))),
      sert: asks(SERT, all(consentTo('sert', purpose, 'HEALTH'), clientOfService('sert'))),
    },
    rows: `
                                                      pio       cisap     d1        uepe      sert
      Participant.givenName,name                      value     value     value     value     value
      Participant.birthDate,birthPlace                value     value     value     value     value
      JobScholarship.kind,months,sector               value     value     value     value     value
      Placement.skillArea,availability                value     value     value     value     value

      ProgrammeAttendance.week,attended               withheld  value     value     value     withheld
      Participant.basicNeeds,isolation,literacy       withheld  value     value     withheld  withheld
      Participant.participation                       withheld  value     value     value     withheld
      ParticipantOutcome.employed                     withheld  value     value     withheld  withheld
      Participant.pathologies,sertClient              withheld  withheld  withheld  withheld  value

      Participant.reoffending,prolific                withheld  withheld  withheld  withheld  withheld
      ParticipantPlan.goal                            withheld  withheld  withheld  withheld  withheld
      ParticipantMilestone.milestone,state            withheld  withheld  withheld  withheld  withheld
      ParticipantOutcome.returnedToPrison             withheld  withheld  withheld  withheld  withheld
      ParticipantOutcome.mentorLater                  withheld  withheld  withheld  withheld  withheld
      Participant.phone,agreedChannel,address         withheld  withheld  withheld  withheld  withheld
      Participant.municipality                        withheld  withheld  withheld  withheld  withheld
      Participant.sex,ageBand                         withheld  withheld  withheld  withheld  withheld
      Participant.legalStatus,releaseMonth            withheld  withheld  withheld  withheld  withheld
      Participant.groupSafetyFlag                     withheld  withheld  withheld  withheld  withheld
      Participant.responsibleWorker                   withheld  withheld  withheld  withheld  withheld
      ParticipantConsent.categories                   withheld  withheld  withheld  withheld  withheld`,
  })),
  {
    of: 'somebody who consented and whose placement with the employer was accepted',
    purpose: PLACEMENT,
    columns: { employer: asks(EMPLOYER, all(consentTo('employer', PLACEMENT), placement('employer', 'ACCEPTED'))) },
    rows: `
                                                 employer
      Participant.givenName,name                 value
      JobScholarship.kind,months,sector          value
      Placement.skillArea,availability           value

      Participant.birthDate,birthPlace           withheld
      Participant.phone,agreedChannel,address    withheld
      Participant.municipality,sex,ageBand       withheld
      Participant.legalStatus,releaseMonth       withheld
      Participant.pathologies,sertClient         withheld
      Participant.groupSafetyFlag                withheld
      Participant.basicNeeds,isolation,literacy  withheld
      Participant.responsibleWorker              withheld
      ProgrammeAttendance.attended               withheld
      Participant.participation                  withheld
      Participant.reoffending,prolific           withheld
      ParticipantPlan.goal                       withheld
      ParticipantOutcome.employed                withheld
      ParticipantOutcome.returnedToPrison        withheld
      ParticipantConsent.categories              withheld
      SocialEnterpriseMembership.activity        withheld`,
  },
  {
    // The wording: skills, availability, scholarship. A visit to an employer is none of these.
    of: 'somebody who visited an employer',
    purpose: PLACEMENT,
    columns: {
      employer: asks(EMPLOYER, all(consentTo('employer', PLACEMENT), placement('employer', 'ACCEPTED'))),
      pio: asks(PIO, all(consentTo('ufficio-pio', PLACEMENT), placement('ufficio-pio', 'ACCEPTED'))),
      cisap: asks(CISAP, all(consentTo('cisap', PLACEMENT), invitedBy('cisap'))),
      d1: asks(D1, all(consentTo('turin-d1', PLACEMENT), invitedBy('turin-d1'))),
      sert: asks(SERT, all(consentTo('sert', PLACEMENT, 'HEALTH'), clientOfService('sert'))),
    },
    rows: `
                                          employer  pio       cisap     d1        sert
      EmployerVisit.employer,visitedOn    withheld  withheld  withheld  withheld  withheld`,
  },
  {
    // Nor is membership of a social enterprise.
    of: 'somebody in the social enterprise',
    purpose: PLACEMENT,
    columns: {
      pio: asks(PIO, all(consentTo('ufficio-pio', PLACEMENT), placement('ufficio-pio', 'ACCEPTED'))),
      cisap: asks(CISAP, all(consentTo('cisap', PLACEMENT), invitedBy('cisap'))),
      sert: asks(SERT, all(consentTo('sert', PLACEMENT, 'HEALTH'), clientOfService('sert'))),
    },
    rows: `
                                                     pio       cisap     sert
      SocialEnterpriseMembership.enterprise,activity withheld  withheld  withheld`,
  },
  {
    // The name after acceptance; skills before it, or there is nothing to accept. A placement elsewhere is no matter
    // of this employer's.
    of: 'somebody who consented and whose placement is offered',
    purpose: PLACEMENT,
    columns: { employer: asks(EMPLOYER, all(consentTo('employer', PLACEMENT), placement('employer', 'OFFERED'))) },
    rows: `
                                         employer
      Placement.skillArea,availability   value
      Participant.id,givenName,name      silent`,
  },
  {
    of: 'somebody who did not consent to that recipient',
    purpose: PLACEMENT,
    columns: {
      employer: asks(EMPLOYER, all(not(consentTo('employer', PLACEMENT)), placement('employer', 'ACCEPTED'))),
      pio: asks(PIO, all(not(consentTo('ufficio-pio', PLACEMENT)), placement('ufficio-pio', 'ACCEPTED'))),
      cisapWithdrawn: asks(
        CISAP,
        all(not(consentTo('cisap', PLACEMENT)), withdrew('ParticipantConsent', 'cisap'), invitedBy('cisap')),
      ),
      cisapExpired: asks(
        CISAP,
        all(not(consentTo('cisap', PLACEMENT)), expired('ParticipantConsent', 'cisap'), invitedBy('cisap')),
      ),
      d1: asks(D1, all(not(consentTo('turin-d1', PLACEMENT)), invitedBy('turin-d1'))),
      uepe: asks(UEPE, all(not(consentTo('uepe', PLACEMENT)), invitedBy('uepe'))),
      sert: asks(SERT, all(not(consentTo('sert', PLACEMENT, 'HEALTH')), clientOfService('sert'))),
    },
    rows: `
                                    employer  pio     cisapWithdrawn  cisapExpired  d1      uepe    sert
      Participant.id,givenName,name silent    silent  silent          silent        silent  silent  silent
      JobScholarship.kind           silent    silent  silent          silent        silent  silent  silent
      Placement.skillArea           silent    silent  silent          silent        silent  silent  silent`,
  },
  {
    of: 'somebody who consented to a recipient that did not refer, place or treat them',
    purpose: PLACEMENT,
    columns: {
      employer: asks(EMPLOYER, all(consentTo('employer', PLACEMENT), not(placement('employer', 'ACCEPTED')))),
      pio: asks(
        PIO,
        all(
          consentTo('ufficio-pio', PLACEMENT),
          not(placement('ufficio-pio', 'ACCEPTED')),
          not(invitedBy('ufficio-pio')),
        ),
      ),
      cisap: asks(CISAP, all(consentTo('cisap', PLACEMENT), not(invitedBy('cisap')))),
      d1: asks(D1, all(consentTo('turin-d1', PLACEMENT), not(invitedBy('turin-d1')))),
      uepe: asks(UEPE, all(consentTo('uepe', PLACEMENT), not(invitedBy('uepe')))),
      sert: asks(SERT, all(consentTo('sert', PLACEMENT), not(clientOfService('sert')))),
    },
    rows: `
                                    employer  pio     cisap   d1      uepe    sert
      Participant.id,givenName,name silent    silent  silent  silent  silent  silent`,
  },
  {
    of: 'the attendance of somebody who consented and whom another service referred',
    purpose: 'PROGRAMME_DELIVERY',
    columns: {
      cisap: asks(CISAP, all(consentTo('cisap', 'PROGRAMME_DELIVERY'), not(invitedBy('cisap')))),
      d1: asks(D1, all(consentTo('turin-d1', 'PROGRAMME_DELIVERY'), not(invitedBy('turin-d1')))),
      uepe: asks(UEPE, all(consentTo('uepe', 'PROGRAMME_DELIVERY'), not(invitedBy('uepe')))),
    },
    rows: `
                                       cisap   d1      uepe
      ProgrammeAttendance.id,attended  silent  silent  silent
      Participant.participation        silent  silent  silent
      JobScholarship.kind              silent  silent  silent`,
  },
  {
    of: 'what ERI does not hold or was not asked to share',
    purpose: PLACEMENT,
    columns: {
      employer: asks(EMPLOYER, () => true),
      pio: asks(PIO, () => true),
      cisap: asks(CISAP, () => true),
      d1: asks(D1, () => true),
      uepe: asks(UEPE, () => true),
      sert: asks(SERT, () => true),
    },
    rows: `
                                       employer  pio       cisap     d1        uepe      sert
      Invitation.invitedOn,healthNeed  withheld  withheld  withheld  withheld  withheld  withheld
      InvitationConsent.categories     withheld  withheld  withheld  withheld  withheld  withheld
      Offence.offenceClass             withheld  withheld  withheld  withheld  withheld  withheld
      CustodyEpisode.status            withheld  withheld  withheld  withheld  withheld  withheld
      CorvusScore.band                 withheld  withheld  withheld  withheld  withheld  withheld
      CostOfCrime.band                 withheld  withheld  withheld  withheld  withheld  withheld
      IntelligenceReport.subjectId     withheld  withheld  withheld  withheld  withheld  withheld
      StatusAssessment.housing         withheld  withheld  withheld  withheld  withheld  withheld
      ChildConcern.childrenConcerned   withheld  withheld  withheld  withheld  withheld  withheld
      VictimConstraint.protectedArea   withheld  withheld  withheld  withheld  withheld  withheld
      MentoringSummary.sessions        withheld  withheld  withheld  withheld  withheld  withheld
      MalsDisclosure.content           withheld  withheld  withheld  withheld  withheld  withheld
      LcpReflection.testimonial        withheld  withheld  withheld  withheld  withheld  withheld
      ExtremismCase.summary            withheld  withheld  withheld  withheld  withheld  withheld
      SocialEnterprise.name,funding    withheld  withheld  withheld  withheld  withheld  withheld
      Target.achieved                  withheld  withheld  withheld  withheld  withheld  withheld`,
  },
]);
