/**
 * The closed set of statements about a record that a clause may demand, each with its arguments and its meaning.
 * Owners evaluate them in SQL; a protocol that names any other is refused when it is loaded. Source: DOMAIN.md C, C.0.
 */
import { z } from 'zod';

import { CATEGORIES, type DataCategory } from '../schema/categories';
import { type Purpose, PURPOSES } from '../schema/purposes';

/**
 * What a predicate is stated of: the person, the Safety House case, the single record, the category of the value that
 * is asked for, the request, a table, or what the agreement itself says. Nothing evaluates the request yet: only a
 * clause that awaits its machinery may speak of it. What is said of a table is promised of all of them
 * (table-promises.ts).
 */
export type PredicateSubject = 'subject' | 'case' | 'record' | 'category' | 'request' | 'table' | 'agreement';

export interface PredicateDefinition {
  readonly about: PredicateSubject;
  readonly arguments: z.ZodObject;
  /** Whether it is asked with the category of the value, beside what the clause says. */
  readonly ofCategory?: true;
  readonly description: string;
}

export const RISK_OF_HARM_LEVELS = ['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH', 'NOT_ASSESSED'] as const;
/** The stages of a Safety House case in their order; `caseStageAtLeast` never holds for a closed case. */
export const CASE_STAGES = ['SCREENING', 'DEVELOPING', 'SHORT_TERM_PLAN', 'LONG_TERM_PLAN', 'EVALUATION'] as const;

const none = z.strictObject({});
const days = z.strictObject({ days: z.int().positive() });
const category = z.enum(Object.keys(CATEGORIES) as DataCategory[]);
const purpose = z.enum(Object.keys(PURPOSES) as Purpose[]);
const caseStage = z.strictObject({ stage: z.enum(CASE_STAGES) });
const word = z.string().min(1);

export const PREDICATES = {
  // About the person
  subjectInCohort: {
    about: 'subject',
    arguments: none,
    description: 'The person is in the IOM cohort, or was added by hand with a reason and a review within 90 days.',
  },
  manualInclusionValid: {
    about: 'subject',
    arguments: none,
    description: 'The person was added to the cohort by hand, with a reason and a review within 90 days.',
  },
  bandAtLeast: {
    about: 'subject',
    arguments: z.strictObject({ band: z.enum(['LOW', 'MEDIUM', 'HIGH']) }),
    description: 'The person’s latest score lies in this band or above.',
  },
  riskOfHarmIn: {
    about: 'subject',
    arguments: z.strictObject({ levels: z.array(z.enum(RISK_OF_HARM_LEVELS)).nonempty() }),
    description: 'The person’s risk of harm is assessed at one of these levels; NOT_ASSESSED: it is not assessed yet.',
  },
  ownCaseload: {
    about: 'subject',
    arguments: none,
    description:
      'At Knowsley: the requester is the person’s practitioner in charge today, and the requester’s organisation is ' +
      'responsible for the person. At the Safety House: the person is a client of the requester’s organisation today.',
  },
  handoverOpen: {
    about: 'subject',
    arguments: none,
    description: 'A handover of the person to the requester’s organisation is open today.',
  },
  offenderManagerOf: {
    about: 'subject',
    arguments: none,
    description: 'The requester is the person’s practitioner in charge today, whoever is responsible.',
  },
  inRecipientPrison: {
    about: 'subject',
    arguments: z.strictObject({ releasedWithinDays: z.int().nonnegative() }),
    description: 'The person is in the requester’s prison, or was released from it within these days (0: is in it).',
  },
  recordedInArea: {
    about: 'subject',
    arguments: z.strictObject({ months: z.int().positive() }),
    description:
      'An offence of the person in the requester’s area, or a movement to it, is recorded within these months.',
  },
  consentActive: {
    about: 'subject',
    arguments: z.strictObject({ category: category.optional() }),
    description:
      'The person’s consent to the requester’s organisation for this purpose (and this category, where one is named) ' +
      'was given, is not withdrawn and has not expired.',
  },
  clientAgreed: {
    about: 'subject',
    arguments: none,
    description: 'The person agreed that the requester’s organisation takes part.',
  },
  assignedMentor: {
    about: 'subject',
    arguments: none,
    description: 'The requester is the mentor of the person in an active match.',
  },
  matchActiveOrEndedWithin: {
    about: 'subject',
    arguments: days,
    description: 'The requester is the mentor of the person in a match that is active or ended within these days.',
  },
  referralStage: {
    about: 'subject',
    arguments: z.strictObject({ stage: z.enum(['OFFERED', 'ACCEPTED']) }),
    description: 'A referral of the person to the requester’s organisation is at this stage.',
  },
  referredBy: {
    about: 'subject',
    arguments: none,
    description: 'The requester’s organisation referred the person.',
  },
  invitationAccepted: {
    about: 'subject',
    arguments: none,
    description: 'The person accepted the invitation to the programme.',
  },
  placementAccepted: {
    about: 'subject',
    arguments: none,
    description: 'A placement of the person with, or supported by, the requester’s organisation was accepted.',
  },
  riskAssessmentAllows: {
    about: 'subject',
    arguments: none,
    description: 'The risk assessment of the match says that the mentor is to know.',
  },
  controlledBy: {
    about: 'subject',
    arguments: none,
    description: 'The requester’s organisation itself recorded something about the person in a type that it controls.',
  },
  clientOfService: {
    about: 'subject',
    arguments: none,
    description: 'The person is a client of the requester’s service.',
  },
  ownPatient: {
    about: 'subject',
    arguments: none,
    description:
      'At Knowsley: the requester’s organisation treats the person today. At the Safety House: it treats the need that ' +
      'the record states, so that one clinic does not read another’s.',
  },
  // Not in the source list: an ERI mentor's scope is the group, which no other predicate says (DOMAIN.md A.2, ERI mentor).
  ownGroup: {
    about: 'subject',
    arguments: none,
    description: 'The person takes part in the programme group that the requester mentors or runs.',
  },
  adult: { about: 'subject', arguments: none, description: 'The person is 18 or over.' },
  ageBetween: {
    about: 'subject',
    arguments: z.strictObject({ from: z.int().nonnegative(), to: z.int().positive() }),
    description: 'The person’s age lies between these years, both included.',
  },
  releaseWithinDays: {
    about: 'subject',
    arguments: days,
    description: 'The person is in prison, with an expected release today or within these days after today.',
  },
  withinHoursOfRelease: {
    about: 'subject',
    arguments: z.strictObject({ hours: z.int().positive() }),
    description:
      'The person has not been released yet, or was released within these hours; counted in whole days, since the ' +
      'release is known by its day.',
  },
  routeIs: {
    about: 'subject',
    arguments: z.strictObject({ route: z.enum(['HOUSING', 'WORK']) }),
    description: 'The person applied for this route.',
  },
  // Not in the source list: the municipality in SHH-AFTERCARE is the person's, who need not be in any case.
  livesInTerritory: {
    about: 'subject',
    arguments: none,
    description: 'The person lives in the requester’s territory.',
  },
  providerOfNeed: {
    about: 'record',
    arguments: none,
    description:
      'The record states a need, or a placement request, of which the requester’s organisation is the provider, or is ' +
      'the file of such a person. A request that was refused on a ground other than age and homelessness is none. ' +
      'At Knowsley: the file of a person of whom one need, on the pathway that the requester’s organisation serves, was ' +
      'selected for it.',
  },
  enrolmentVoluntary: {
    about: 'subject',
    arguments: none,
    description: 'The person’s free choice of the programme is recorded, and was not taken back.',
  },
  // About the case
  participantOfCase: {
    about: 'case',
    arguments: none,
    description: 'The requester’s organisation is an active participant of the case.',
  },
  caseComplex: { about: 'case', arguments: none, description: 'The case was found complex.' },
  caseOpen: {
    about: 'case',
    arguments: none,
    description: 'The case is not closed, or was reopened by an active party.',
  },
  // Not in the source list: the screening gate of SHH-CASE closes when screening ends, which "at least" cannot say.
  caseStageIs: { about: 'case', arguments: caseStage, description: 'The case is at this stage.' },
  caseStageAtLeast: { about: 'case', arguments: caseStage, description: 'The case reached this stage.' },
  timeBox: {
    about: 'case',
    arguments: z.strictObject({ weeks: z.int().positive() }),
    description: 'The case was opened within these weeks.',
  },
  territoryOf: {
    about: 'case',
    arguments: none,
    description: 'The municipality of the case lies in the requester’s territory.',
  },
  appointedTo: {
    about: 'case',
    arguments: z.strictObject({ as: z.enum(['PROCESS_MANAGER', 'PROCESS_DIRECTOR', 'VICTIM_LIAISON']) }),
    description: 'The requester is appointed to the case in this function.',
  },
  triangleParty: {
    about: 'case',
    arguments: none,
    description: 'The requester’s organisation is one of the three triangle parties of the extremism case.',
  },
  approvedBy: {
    about: 'case',
    arguments: z.strictObject({ parties: z.int().positive() }),
    description: 'This many of the triangle parties approved the extremism case.',
  },
  reviewDateNotPast: {
    about: 'case',
    arguments: none,
    description: 'The extremism case has a review date, at most six months ahead, that is not past.',
  },
  judicialReviewRecorded: {
    about: 'case',
    arguments: none,
    description: 'A judicial review of the extremism case is recorded.',
  },
  childProtectionParticipates: {
    about: 'case',
    arguments: none,
    description: 'The person is an adult, or child protection takes part in the extremism case.',
  },
  // Not in the source list: the PROPOSED state of SHH-EXTREMISM (DOMAIN.md C.0, gates).
  proposalOpen: {
    about: 'case',
    arguments: days,
    description: 'The extremism case was proposed within these days, and the requester is to approve or to review it.',
  },
  // About the single record
  needSelectedInReferral: {
    about: 'record',
    arguments: none,
    description:
      'The pathway of the record was selected in a referral of the person to the requester’s organisation; by a request ' +
      'to a co-opted agency one only, which the agency serves.',
  },
  // Not in the source list: "the actions assigned to them" (DOMAIN.md C.0, KIOM-COOPTED).
  assignedToRequester: {
    about: 'record',
    arguments: none,
    description:
      'The action of the record is for the requester’s organisation to do, and one need of the person is selected for it.',
  },
  disclosureReleased: {
    about: 'record',
    arguments: none,
    description: 'The MALS manager released the disclosure record.',
  },
  releasedForSeriousHarm: {
    about: 'record',
    arguments: none,
    description: 'The disclosure record is marked as serious harm, and was released for that reason.',
  },
  // Not in the source list: "own notes" of a mentor (DOMAIN.md C.0, OWN-WORK).
  authoredBySelf: { about: 'record', arguments: none, description: 'The requester wrote the record.' },
  notSpent: { about: 'record', arguments: none, description: 'The conviction is not spent.' },
  actionConcernsVictim: {
    about: 'record',
    arguments: none,
    description: 'The action of the plan concerns the victim.',
  },
  notCategory: {
    about: 'category',
    arguments: z.strictObject({ categories: z.array(category).nonempty() }),
    description: 'The record is of none of these categories.',
  },
  // The cross-border lookup: each is true of a grant that a person at the discloser gave this very requester
  requesterGrant: {
    about: 'subject',
    arguments: none,
    ofCategory: true,
    description:
      'The discloser granted this requester access to this category of the person’s record, and the grant has neither ' +
      'expired nor ended.',
  },
  hitConfirmed: {
    about: 'subject',
    arguments: none,
    description: 'A person at the discloser confirmed that this requester’s lookup found this person.',
  },
  requestApproved: {
    about: 'subject',
    arguments: days,
    description: 'The discloser approved this requester’s request within these days.',
  },
  handlingCodePresent: {
    about: 'subject',
    arguments: none,
    description: 'What was approved for this requester carries a handling code.',
  },
  adequacyInForce: {
    about: 'subject',
    arguments: z.strictObject({ regime: z.enum(['LED', 'GDPR']), from: word, to: word }),
    description: 'An adequacy decision of this regime is in force on the day, in this direction.',
  },
  // About the agreement: said by its signatories and purposes, never by a clause
  recipientIsSignatory: {
    about: 'agreement',
    arguments: none,
    description: 'The requester’s organisation signed the version in force.',
  },
  purposeIs: {
    about: 'agreement',
    arguments: z.strictObject({ purpose }),
    description: 'The request states this purpose.',
  },
  // About the request: known before any record is read
  studyActive: {
    about: 'request',
    arguments: none,
    description: 'The request names an approved study that has not ended.',
  },
  // About a table: promised of every table, before any is asked for
  minCell: {
    about: 'table',
    arguments: z.strictObject({ count: z.int().positive() }),
    description: 'No cell is published whose protected count is less than this.',
  },
} as const satisfies Record<string, PredicateDefinition>;

export type PredicateName = keyof typeof PREDICATES;

/** Whether a word names a predicate of the closed set. */
export function isPredicate(name: string): name is PredicateName {
  return Object.hasOwn(PREDICATES, name);
}

/** What is said of a predicate of a clause, whose words were checked against the closed set when it was loaded. */
export function definitionOf({ name }: { readonly name: string }): PredicateDefinition {
  return PREDICATES[name as PredicateName];
}
