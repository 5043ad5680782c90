// MALS-KIOM-FEEDBACK, from its wording: DOMAIN.md C, as C.0 amends it. MALS tells the offender manager and the council
// what is theirs; police and prison nothing.
import {
  all,
  anybody,
  isNominal,
  malsConsent,
  malsConsentExpired,
  malsConsentWithdrawn,
  managedBy,
  neverReferred,
  not,
  referredBy,
  releasedDisclosure,
  seriousHarm,
} from './knowsley-states';
import { asks, showsPolicy, type State } from './policy-table';

const NPS = 'nps.probation-officer';
const CRC = 'merseyside-crc.case-manager';
const KMBC = 'kmbc.iom-coordinator';
const POLICE = 'merseyside-police.officer';
const HMP = 'hmp-liverpool.officer';
const PURPOSE = 'IOM_CASE_MANAGEMENT';

const consentTo = (organisation: string): State => malsConsent(organisation, PURPOSE);
const managedWithConsent = (person: string, organisation: string): State =>
  all(managedBy(person), consentTo(organisation));
const neitherReferredNorConsenting = (organisation: string): State => all(neverReferred, not(consentTo(organisation)));

showsPolicy('MALS-KIOM-FEEDBACK', [
  {
    of: 'somebody who consented to it, or whom the recipient referred',
    purpose: PURPOSE,
    columns: {
      nps: asks(NPS, managedWithConsent(NPS, 'nps')),
      npsReferred: asks(NPS, all(managedBy(NPS), referredBy('nps'))),
      crc: asks(CRC, managedWithConsent(CRC, 'merseyside-crc')),
      crcReferred: asks(CRC, all(managedBy(CRC), referredBy('merseyside-crc'))),
      kmbc: asks(KMBC, consentTo('kmbc')),
      kmbcReferred: asks(KMBC, referredBy('kmbc')),
    },
    rows: `
                                            nps       npsReferred  crc       crcReferred  kmbc      kmbcReferred
      PathwaySupport.pathway,support,state  value     value        value     value        value     value
      MalsOutcome.achievement,achievedOn    value     value        value     value        value     value
      LcpEnrolment.daysAttended,completed   value     value        value     value        value     value
      LcpEnrolment.cohortNumber,enrolledOn  value     value        value     value        value     value
      LcpEnrolment.stageOfChange            withheld  withheld     withheld  withheld     withheld  withheld
      LcpAttendance.day,attended            value     value        value     value        value     value
      LcpAttendance.stageOfChange           withheld  withheld     withheld  withheld     withheld  withheld
      ProgressInventory.completedOn,answers value     value        value     value        value     value
      Signposting.agency,acceptedByPerson   value     value        value     value        value     value
      HelplineContact.minutes,kind          withheld  withheld     withheld  withheld     withheld  withheld
      HelplineContact.seriousHarm,content   withheld  withheld     withheld  withheld     withheld  withheld
      LcpReflection.goals,evaluation        withheld  withheld     withheld  withheld     withheld  withheld
      MalsHealthNeed.detail                 withheld  withheld     withheld  withheld     withheld  withheld
      MalsClient.givenName,name             withheld  withheld     withheld  withheld     withheld  withheld
      MalsClient.agreedChannel,homeBorough  withheld  withheld     withheld  withheld     withheld  withheld`,
  },
  {
    of: 'somebody who consented and is or was mentored',
    purpose: PURPOSE,
    columns: {
      nps: asks(NPS, managedWithConsent(NPS, 'nps')),
      crc: asks(CRC, managedWithConsent(CRC, 'merseyside-crc')),
      kmbc: asks(KMBC, consentTo('kmbc')),
      police: asks(POLICE, isNominal),
      hmp: asks(HMP, isNominal),
    },
    rows: `
                                                  nps       crc       kmbc      police    hmp
      MentoringSummary.sessions,hours,lastSeen    value     value     value     withheld  withheld
      MentoringMatch.matchedFrom                  value     value     withheld  withheld  withheld
      MentoringSession.heldOn,durationHours       value     value     withheld  withheld  withheld
      MentoringSession.pathwaysSupported          value     value     withheld  withheld  withheld
      MentoringSession.notes                      silent    silent    withheld  withheld  withheld
      MentoringReferralReply.accepted,repliedOn   value     value     value     withheld  withheld
      PathwaySupport.support                      value     value     value     withheld  withheld
      MalsOutcome.achievement,employed            value     value     value     withheld  withheld
      LcpEnrolment.completed                      value     value     value     withheld  withheld
      LcpReflection.testimonial                   -         -         withheld  withheld  withheld
      MalsDisclosure.content                      -         -         withheld  withheld  withheld
      MalsHealthNeed.needExists                   -         -         withheld  withheld  withheld
      MalsConsent.categories                      withheld  withheld  withheld  withheld  withheld`,
  },
  {
    of: 'somebody whose consent names the category, and somebody whose consent does not',
    purpose: PURPOSE,
    columns: {
      nps: asks(
        NPS,
        all(managedBy(NPS), malsConsent('nps', PURPOSE, 'LCP_REFLECTION'), malsConsent('nps', PURPOSE, 'HEALTH')),
      ),
      crc: asks(
        CRC,
        all(
          managedBy(CRC),
          malsConsent('merseyside-crc', PURPOSE, 'LCP_REFLECTION'),
          malsConsent('merseyside-crc', PURPOSE, 'HEALTH'),
        ),
      ),
      npsOther: asks(
        NPS,
        all(
          managedWithConsent(NPS, 'nps'),
          not(malsConsent('nps', PURPOSE, 'LCP_REFLECTION')),
          not(malsConsent('nps', PURPOSE, 'HEALTH')),
        ),
      ),
      crcOther: asks(
        CRC,
        all(
          managedWithConsent(CRC, 'merseyside-crc'),
          not(malsConsent('merseyside-crc', PURPOSE, 'LCP_REFLECTION')),
          not(malsConsent('merseyside-crc', PURPOSE, 'HEALTH')),
        ),
      ),
    },
    rows: `
                                                   nps       crc       npsOther  crcOther
      LcpReflection.testimonial                    value     value     silent    silent
      LcpReflection.goals                          withheld  withheld  withheld  withheld
      MalsHealthNeed.needExists,communicationNeed  value     value     silent    silent
      MalsHealthNeed.detail                        withheld  withheld  withheld  withheld`,
  },
  {
    of: 'what was said in confidence',
    purpose: PURPOSE,
    columns: {
      nps: asks(NPS, all(managedBy(NPS), releasedDisclosure, seriousHarm)),
      crc: asks(CRC, all(managedBy(CRC), releasedDisclosure, seriousHarm)),
      npsNoHarm: asks(NPS, all(managedBy(NPS), releasedDisclosure, not(seriousHarm))),
      npsUnreleased: asks(NPS, all(managedBy(NPS), not(releasedDisclosure), seriousHarm)),
      npsColleague: asks(NPS, all(not(managedBy(NPS)), releasedDisclosure, seriousHarm)),
      kmbc: asks(KMBC, all(releasedDisclosure, seriousHarm)),
      police: asks(POLICE, all(releasedDisclosure, seriousHarm)),
      hmp: asks(HMP, all(releasedDisclosure, seriousHarm)),
    },
    rows: `
                                       nps    crc    npsNoHarm  npsUnreleased  npsColleague  kmbc      police    hmp
      MalsDisclosure.content,decision  value  value  silent     silent         silent        withheld  withheld  withheld`,
  },
  {
    of: 'somebody who is not the recipient’s, or has not been referred and has not consented',
    purpose: PURPOSE,
    columns: {
      npsColleague: asks(NPS, all(not(managedBy(NPS)), consentTo('nps'))),
      crcColleague: asks(CRC, all(not(managedBy(CRC)), consentTo('merseyside-crc'))),
      nps: asks(NPS, all(managedBy(NPS), neitherReferredNorConsenting('nps'))),
      crc: asks(CRC, all(managedBy(CRC), neitherReferredNorConsenting('merseyside-crc'))),
      withdrawn: asks(KMBC, all(neitherReferredNorConsenting('kmbc'), malsConsentWithdrawn)),
      expired: asks(KMBC, all(neitherReferredNorConsenting('kmbc'), malsConsentExpired)),
      voluntary: asks(KMBC, not(isNominal)),
    },
    rows: `
                                            npsColleague  crcColleague  nps     crc     withdrawn  expired  voluntary
      PathwaySupport.support                silent        silent        silent  silent  silent     silent   silent
      MalsOutcome.achievement               silent        silent        silent  silent  silent     silent   silent
      LcpEnrolment.completed                silent        silent        -       silent  silent     silent   silent`,
  },
  {
    of: 'the mentoring of somebody who is not the recipient’s, or has not been referred and has not consented',
    purpose: PURPOSE,
    columns: {
      nps: asks(NPS, all(managedBy(NPS), neitherReferredNorConsenting('nps'))),
      crc: asks(CRC, all(managedBy(CRC), neitherReferredNorConsenting('merseyside-crc'))),
      voluntary: asks(KMBC, not(isNominal)),
    },
    rows: `
                                 nps     crc     voluntary
      MentoringSummary.sessions  silent  silent  silent
      MentoringSession.heldOn    silent  silent  withheld
      MentoringMatch.id          silent  silent  silent`,
  },
  {
    of: 'a mentor',
    purpose: PURPOSE,
    columns: {
      nps: asks(NPS, anybody),
      crc: asks(CRC, anybody),
      kmbc: asks(KMBC, anybody),
      police: asks(POLICE, anybody),
      hmp: asks(HMP, anybody),
    },
    rows: `
                                nps       crc       kmbc      police    hmp
      Mentor.givenName,status   withheld  withheld  withheld  withheld  withheld`,
  },
]);
