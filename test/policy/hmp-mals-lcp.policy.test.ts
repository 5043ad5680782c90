// HMP-MALS-LCP, from its wording: DOMAIN.md C, as C.0 amends it: the eligibility list is the prison's own; MALS sees
// those who volunteered, with release within 183 days; the prison sees register and completion only.
import { all, anybody, inPrison, not, releasedFrom } from './knowsley-states';
import { asks, showsPolicy } from './policy-table';
import {
  choiceNotRecorded,
  declined,
  inGroupOfAnother,
  inGroupRunBy,
  inNoGroup,
  nearRelease,
  notAsked,
  releaseInDays,
  volunteered,
  withdrew,
} from './programme-states';

const COORDINATOR = 'mals.coordinator';
const FACILITATOR = 'mals.facilitator';
const LIVERPOOL = 'hmp-liverpool.officer';
const KENNET = 'hmp-kennet.officer';
const PURPOSE = 'PROGRAMME_DELIVERY';

showsPolicy('HMP-MALS-LCP', [
  {
    of: 'a volunteer with release on the 183rd day, on the day itself, and in either prison',
    purpose: PURPOSE,
    columns: {
      day183: asks(COORDINATOR, all(volunteered, releaseInDays(183, 183), inPrison('hmp-liverpool'))),
      kennet: asks(COORDINATOR, all(volunteered, releaseInDays(183, 183), inPrison('hmp-kennet'))),
      today: asks(COORDINATOR, all(volunteered, releaseInDays(0, 0))),
      noGroup: asks(COORDINATOR, all(volunteered, nearRelease, inNoGroup)),
      facilitator: asks(FACILITATOR, all(volunteered, releaseInDays(183, 183), inGroupRunBy(FACILITATOR))),
    },
    rows: `
                                                   day183    kennet    today     noGroup   facilitator
      LcpEligibility.givenName,name,dateOfBirth    value     value     value     value     value
      LcpEligibility.expectedReleaseMonth,wing     value     value     value     value     value
      LcpEligibility.expectedRelease               withheld  withheld  withheld  withheld  withheld
      LcpRegisterEntry.voluntary                   value     value     value     value     value
      LcpRegisterEntry.voluntaryRecordedOn         value     value     value     value     value
      LcpRegisterEntry.groupSafetyFlag             value     value     value     value     value
      LcpRegisterEntry.referralSource,referredOn   value     value     value     value     value`,
  },
  {
    of: 'such a volunteer, of whom nothing else is told',
    purpose: PURPOSE,
    columns: {
      coordinator: asks(COORDINATOR, all(volunteered, nearRelease)),
      facilitator: asks(FACILITATOR, all(volunteered, nearRelease, inGroupRunBy(FACILITATOR))),
    },
    rows: `
                                                 coordinator  facilitator
      CustodyEpisode.status,prison,wing          withheld     withheld
      CustodyEpisode.expectedReleaseMonth        withheld     withheld
      CustodyEpisode.startedOn,sentence          withheld     withheld
      CustodyConduct.band                        withheld     withheld
      Nominal.name,sex,address,agreedChannel     withheld     withheld
      Nominal.mentorSafetyBand                   withheld     withheld
      Offence.offenceClass                       withheld     withheld
      CorvusScore.band                           withheld     withheld
      CostOfCrime.band                           withheld     withheld
      PathwayStatus.need                         withheld     withheld
      StatusAssessment.housing                   withheld     withheld
      Supervision.riskOfHarm                     withheld     withheld
      LifeChangePlan.goal                        withheld     withheld
      LcpEnrolment.completed                     withheld     withheld
      LcpReflection.goals                        withheld     withheld
      MalsClient.name                            withheld     withheld`,
  },
  {
    of: 'a prisoner of whom one condition fails',
    purpose: PURPOSE,
    columns: {
      day184: asks(COORDINATOR, all(volunteered, releaseInDays(184, 184))),
      past: asks(COORDINATOR, all(volunteered, releaseInDays(-99, -1))),
      notAsked: asks(COORDINATOR, all(notAsked, nearRelease)),
      declined: asks(COORDINATOR, all(declined, nearRelease)),
      withdrew: asks(COORDINATOR, all(withdrew, nearRelease)),
      notRecorded: asks(COORDINATOR, all(choiceNotRecorded, nearRelease)),
      runner184: asks(FACILITATOR, all(volunteered, releaseInDays(184, 184), inGroupRunBy(FACILITATOR))),
      anothers: asks(FACILITATOR, all(volunteered, nearRelease, inGroupOfAnother(FACILITATOR))),
      noGroup: asks(FACILITATOR, all(volunteered, nearRelease, inNoGroup)),
      runnerDeclined: asks(FACILITATOR, all(withdrew, nearRelease, inGroupRunBy(FACILITATOR))),
    },
    rows: `
                                        day184  past    notAsked  declined  withdrew  notRecorded  runner184  anothers  noGroup  runnerDeclined
      LcpEligibility.name,wing          silent  silent  silent    silent    silent    silent       silent     silent    silent   silent
      LcpEligibility.expectedReleaseMonth silent silent silent    silent    silent    silent       silent     silent    silent   silent
      LcpEligibility.id                 silent  silent  silent    silent    silent    silent       silent     silent    silent   silent
      LcpRegisterEntry.voluntary        silent  silent  -         silent    silent    silent       silent     silent    silent   silent
      LcpRegisterEntry.groupSafetyFlag  silent  silent  -         silent    silent    silent       silent     silent    silent   silent
      LcpRegisterEntry.referredOn       silent  silent  -         silent    silent    silent       silent     silent    silent   silent`,
  },
  {
    of: 'somebody who was released since',
    purpose: PURPOSE,
    columns: { coordinator: asks(COORDINATOR, all(volunteered, releasedFrom('hmp-liverpool', 1, 28))) },
    rows: `
                                  coordinator
      LcpRegisterEntry.voluntary  silent`,
  },
  {
    of: 'a participant, as MALS tells the prison',
    purpose: PURPOSE,
    columns: {
      liverpool: asks(LIVERPOOL, inPrison('hmp-liverpool')),
      kennet: asks(KENNET, inPrison('hmp-kennet')),
      other: asks(LIVERPOOL, all(inPrison('hmp-kennet'), not(inPrison('hmp-liverpool')))),
      released: asks(LIVERPOOL, releasedFrom('hmp-liverpool', 1, 28)),
    },
    rows: `
                                               liverpool  kennet    other     released
      LcpEnrolment.cohortNumber,enrolledOn     value      value     silent    silent
      LcpEnrolment.voluntary                   value      value     silent    silent
      LcpEnrolment.id                          value      value     silent    silent
      LcpEnrolment.daysAttended,venue          withheld   withheld  withheld  withheld
      LcpEnrolment.startedOn,endedOn           withheld   withheld  withheld  withheld
      LcpEnrolment.stageOfChange               withheld   withheld  withheld  withheld
      LcpAttendance.attended,day               withheld   withheld  withheld  withheld
      LcpReflection.testimonial,goals          withheld   withheld  withheld  withheld
      MalsClient.givenName,name                withheld   withheld  withheld  withheld
      ProgressInventory.completedOn            withheld   withheld  withheld  withheld
      PathwaySupport.support                   withheld   withheld  withheld  withheld`,
  },
  {
    of: 'what was completed, and what else MALS keeps',
    purpose: PURPOSE,
    columns: {
      liverpool: asks(LIVERPOOL, inPrison('hmp-liverpool')),
      other: asks(KENNET, all(inPrison('hmp-liverpool'), not(inPrison('hmp-kennet')))),
      anybody: asks(KENNET, anybody),
    },
    rows: `
                                        liverpool  other     anybody
      LcpEnrolment.completed            value      silent    -
      LcpCohort.number,venue            -          -         withheld
      MentoringSummary.sessions         -          -         withheld
      HelplineContact.minutes,content   -          -         withheld
      MalsDisclosure.content            -          -         withheld
      Mentor.givenName                  -          -         withheld
      LcpEligibility.name               withheld   withheld  withheld`,
  },
]);
