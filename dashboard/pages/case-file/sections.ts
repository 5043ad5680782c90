// What a case file shows, owner by owner, in the order in which it is read. It names fields only: who sees which is for
// the agreements, and the graph says so in its answer.
import { OWNERS, type OwnerName } from '../../../schema/owners';
import type { Language } from '../../words/languages';

/** A list of records, each shown with these fields. */
export interface RecordList {
  readonly field: string;
  readonly shows: readonly string[];
  /** There is at most one. */
  readonly isSingle?: boolean;
}

/** What one owner holds on a person under one root. */
export interface FileSection {
  /** The field of `Person`. */
  readonly root: string;
  readonly type: string;
  readonly owner: OwnerName;
  /** Facts of the person itself, apart from the name. */
  readonly facts: readonly string[];
  readonly lists: readonly RecordList[];
}

/** The language in which an owner's own people write. */
export const OWNER_LANGUAGES: Readonly<Record<OwnerName, Language>> = {
  'knowsley-iom': 'en',
  'safety-house': 'nl',
  eri: 'it',
  exchange: 'en',
};

export const MOST_RECORDS = 50;

export const FILE_SECTIONS: readonly FileSection[] = [
  {
    root: 'nominal',
    type: 'Nominal',
    owner: 'knowsley-iom',
    facts: [
      ...['givenName', 'name', 'aliases', 'dateOfBirth', 'sex', 'ageBand', 'homeBorough', 'address', 'phone'],
      ...['agreedChannel', 'mentorSafetyBand', 'communicationNeed'],
    ],
    lists: [
      {
        field: 'cohortMemberships',
        shows: ['status', 'borough', 'inclusionReason', 'memberFrom', 'memberUntil', 'reviewDue'],
      },
      {
        field: 'supervisions',
        shows: ['regime', 'responsibleOrganisation', 'leadPractitioner', 'riskOfHarm', 'startedOn', 'endedOn'],
      },
      { field: 'offenderManagers', shows: ['name', 'organisation', 'telephone', 'inChargeFrom', 'inChargeUntil'] },
      { field: 'riskAssessments', shows: ['safetyBand', 'constraints', 'assessedOn', 'reviewDue'] },
      { field: 'meetingConstraint', shows: ['exclusionArea', 'nonAssociation'], isSingle: true },
      { field: 'corvusScores', shows: ['band', 'score', 'asAt', 'schemeArea'] },
      { field: 'offences', shows: ['offenceClass', 'code', 'month', 'offenceDate', 'convictionDate', 'borough'] },
      { field: 'arrests', shows: ['code', 'month', 'arrestDate', 'outcome'] },
      { field: 'intelligenceReports', shows: ['reference', 'reportedOn', 'handlingCode', 'text'] },
      {
        field: 'custodyEpisodes',
        shows: ['status', 'prison', 'wing', 'startedOn', 'expectedReleaseMonth', 'expectedRelease', 'releasedOn'],
      },
      { field: 'licenceConditions', shows: ['kind', 'area', 'validFrom', 'validUntil', 'breachedOn'] },
      { field: 'pathwayStatuses', shows: ['pathway', 'need', 'state', 'interventionBy', 'since', 'outcome'] },
      { field: 'interventions', shows: ['organisation', 'pathway', 'kind', 'startedOn', 'endedOn', 'hours'] },
      {
        field: 'statusAssessments',
        shows: ['assessedOn', 'housing', 'employment', 'training', 'benefits', 'relationship'],
      },
      { field: 'healthNotes', shows: ['kind', 'notedOn', 'text'] },
      { field: 'jointActionGroupDecisions', shows: ['meetingDate', 'decision', 'action', 'organisation', 'due'] },
      { field: 'lifeChangePlans', shows: ['plannedFrom', 'plannedUntil', 'goal'] },
      {
        field: 'referrals',
        shows: [
          'stage',
          'fromOrganisation',
          'toOrganisation',
          'referredOn',
          'decidedOn',
          'reason',
          'pathwaysRequested',
        ],
      },
      { field: 'mentoringMatches', shows: ['matchedFrom', 'matchedUntil', 'commitmentMonths'] },
      { field: 'mentoringSummary', shows: ['sessions', 'hours', 'lastSeen'], isSingle: true },
      { field: 'lcpEnrolments', shows: ['cohortNumber', 'enrolledOn', 'venue', 'daysAttended', 'completed'] },
      { field: 'movements', shows: ['fromArea', 'toArea', 'month', 'movedOn'] },
    ],
  },
  {
    root: 'malsClient',
    type: 'MalsClient',
    owner: 'knowsley-iom',
    facts: ['givenName', 'name', 'dateOfBirth', 'homeBorough', 'address', 'phone', 'agreedChannel', 'cameBy'],
    lists: [
      { field: 'mentoringMatches', shows: ['matchedFrom', 'matchedUntil', 'commitmentMonths'] },
      { field: 'mentoringSessions', shows: ['heldOn', 'mode', 'durationHours', 'pathwaysSupported', 'notes'] },
      { field: 'pathwaySupports', shows: ['pathway', 'support', 'state', 'since'] },
      { field: 'malsOutcomes', shows: ['achievement', 'achievedOn', 'employed'] },
    ],
  },
  {
    root: 'safetyHouseClient',
    type: 'Client',
    owner: 'safety-house',
    facts: [
      'givenName',
      'name',
      'aliases',
      'birthDate',
      'birthPlace',
      'sex',
      'ageBand',
      'municipality',
      'address',
      'phone',
    ],
    lists: [
      {
        field: 'cases',
        shows: ['theme', 'stage', 'complexity', 'municipality', 'leadOrganisation', 'openedAt', 'closedAt'],
      },
      { field: 'participants', shows: ['organisation', 'pillar', 'role', 'activeFrom', 'activeUntil'] },
      { field: 'conferences', shows: ['heldOn', 'attendees', 'decisions', 'nonComplianceResponse'] },
      { field: 'planActions', shows: ['horizon', 'goal', 'action', 'organisation', 'due', 'status', 'impactReview'] },
      { field: 'pathwayNeeds', shows: ['need', 'state', 'provider'] },
      { field: 'healthNeeds', shows: ['needExists', 'needStatement', 'treatingOrganisation', 'detail'] },
      { field: 'livingSituations', shows: ['housing', 'dayActivity', 'debts', 'contradiction'] },
      { field: 'detentions', shows: ['status', 'startDate', 'startReason', 'prison', 'releaseDate'] },
      { field: 'spatialOrders', shows: ['issuedBy', 'area', 'validFrom', 'validUntil', 'breached', 'contradiction'] },
      { field: 'policeOffences', shows: ['offenceType', 'code', 'localLabel', 'month', 'offenceDate'] },
      {
        field: 'prosecutorOffences',
        shows: ['offenceType', 'code', 'localLabel', 'month', 'offenceDate', 'convictionDate', 'decision'],
      },
      { field: 'intelligenceNotes', shows: ['intelligenceExists', 'text'] },
      { field: 'victimConstraints', shows: ['protectedArea', 'noContact', 'reason'] },
      { field: 'outcomes', shows: ['stage', 'indicator', 'result', 'reoffending'] },
    ],
  },
  {
    root: 'aftercareClient',
    type: 'AftercareClient',
    owner: 'safety-house',
    facts: [
      'givenName',
      'name',
      'birthDate',
      'age',
      'municipality',
      'address',
      'phone',
      'prison',
      'releaseDate',
      'firstContactOn',
      'livingEssentials',
    ],
    lists: [
      { field: 'needs', shows: ['need', 'status', 'provider'] },
      { field: 'healthNeeds', shows: ['careNeeded', 'provider', 'detail'] },
      {
        field: 'housingApplications',
        shows: ['placementRequest', 'status', 'eligible', 'reasons', 'decidedOn', 'provider'],
      },
      { field: 'workApplications', shows: ['status', 'eligible', 'reasons', 'decidedOn', 'mentoring'] },
    ],
  },
  {
    root: 'extremismCase',
    type: 'ExtremismCase',
    owner: 'safety-house',
    facts: [
      'subjectGivenName',
      'subjectName',
      'dateOfBirth',
      'municipality',
      'state',
      'summary',
      'targetGroup',
      'proposedAt',
      'proposedBy',
      'reviewDue',
    ],
    lists: [
      { field: 'meetings', shows: ['kind', 'heldOn', 'attendees', 'decisions'] },
      { field: 'actions', shows: ['strand', 'action', 'organisation', 'due', 'status'] },
    ],
  },
  {
    root: 'participant',
    type: 'Participant',
    owner: 'eri',
    facts: [
      ...[
        'givenName',
        'name',
        'birthDate',
        'birthPlace',
        'sex',
        'ageBand',
        'municipality',
        'address',
        'phone',
        'agreedChannel',
      ],
      ...[
        'legalStatus',
        'releaseMonth',
        'isolation',
        'literacy',
        'basicNeeds',
        'pathologies',
        'sertClient',
        'responsibleWorker',
      ],
    ],
    lists: [
      { field: 'invitations', shows: ['invitedBy', 'invitedOn', 'accepted', 'answeredOn'] },
      { field: 'consents', shows: ['purposes', 'categories', 'recipients', 'givenAt', 'expiresAt', 'withdrawnAt'] },
      { field: 'attendances', shows: ['week', 'weekKind', 'heldOn', 'attended'] },
      { field: 'plans', shows: ['plannedFrom', 'plannedUntil', 'goal'] },
      {
        field: 'placements',
        shows: ['employer', 'supportedBy', 'skillArea', 'availability', 'state', 'offeredOn', 'acceptedOn', 'endedOn'],
      },
      { field: 'jobScholarships', shows: ['kind', 'months', 'sector', 'funder', 'startsOn', 'outcome'] },
      { field: 'outcomes', shows: ['employed', 'returnedToPrison', 'mentorLater', 'followedUpOn'] },
    ],
  },
];

/** The time zone of an owner's moments. */
export function timeZoneOf(owner: OwnerName): string {
  return OWNERS[owner].timeZone;
}
