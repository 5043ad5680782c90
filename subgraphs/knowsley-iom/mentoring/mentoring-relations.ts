import { Related } from '../../common/records/decorators';
import type { DisclosureText } from '../../common/records/disclosure-text';
import type { RecordClass } from '../../common/records/record-registry';
import { MalsHealthNeed } from '../health/mals-health-need';
import { HelplineContact } from '../helpline/helpline-contact';
import { MalsOutcome } from '../outcomes/mals-outcome';
import { ProgressInventory } from '../outcomes/progress-inventory';
import { PathwaySupport } from '../pathways/pathway-support';
import { LcpEnrolment } from '../programme/lcp-enrolment';
import { LcpReflection } from '../programme/lcp-reflection';
import { MentoringReferralReply } from '../referrals/mentoring-referral-reply';
import { Signposting } from '../referrals/signposting';
import { MalsConsent } from './mals-consent';
import { MalsDisclosure } from './mals-disclosure';
import { MentoringMatch } from './mentoring-match';
import { MentoringSession } from './mentoring-session';
import { MentoringSummary } from './mentoring-summary';

const RELATIONS: Readonly<Record<string, readonly [DisclosureText, RecordClass, string]>> = {
  mentoringMatches: ['MENTORING_RECORD/FLAG/SESSIONS', MentoringMatch, 'Matches with mentors.'],
  mentoringSessions: ['MENTORING_RECORD/FULL/SESSIONS', MentoringSession, 'Mentoring sessions.'],
  mentoringReferralReplies: ['REFERRAL/FLAG', MentoringReferralReply, 'What MALS answered to referrals.'],
  pathwaySupports: ['PATHWAY_NEEDS/FLAG', PathwaySupport, 'What MALS does on the pathways.'],
  malsOutcomes: ['OUTCOME/FLAG/OTHER', MalsOutcome, 'What was reached with MALS.'],
  helplineContacts: ['MENTORING_RECORD/FULL/HELPLINE', HelplineContact, 'Contacts with the helpline.'],
  progressInventories: ['OUTCOME/FLAG/OTHER', ProgressInventory, 'Inventories of progress, given out or completed.'],
  signpostings: ['REFERRAL/FLAG', Signposting, 'Agencies to which the person was pointed.'],
  malsHealthNeeds: ['HEALTH/FLAG', MalsHealthNeed, 'Health and communication needs known to MALS.'],
  malsDisclosures: ['MENTOR_NOTES/FLAG', MalsDisclosure, 'What was confided to a mentor.'],
  malsConsents: ['CONSENT/FLAG', MalsConsent, 'Consents given to MALS.'],
  lcpEnrolments: ['PROGRAMME/FLAG', LcpEnrolment, 'Places on the Life Change Programme.'],
  lcpReflections: [
    'LCP_REFLECTION/FLAG/TESTIMONIAL',
    LcpReflection,
    'What the person wrote in the Life Change Programme.',
  ],
};

/** Class decorator, below the one of the record: the kinds of records that MALS keeps on a person. */
export function MentoringRelations() {
  return (recordClass: RecordClass): void => {
    const prototype = recordClass.prototype as object;
    for (const [name, [discloses, target, describes]] of Object.entries(RELATIONS)) {
      Related(discloses, () => target, { by: 'id', describes })(prototype, name);
    }
    Related('MENTORING_RECORD/FLAG/SESSIONS', () => MentoringSummary, {
      by: 'id',
      many: false,
      describes: 'Counts of mentoring.',
    })(prototype, 'mentoringSummary');
  };
}
