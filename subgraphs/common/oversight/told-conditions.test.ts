import { type PredicateName, PREDICATES } from '../../../protocols/predicates';
import type { Controller } from '../../../schema/organisations';
import { mayBeTold, TOLD_CONDITIONS, UNTOLD_CONDITIONS } from './told-conditions';

const all = Object.keys(PREDICATES) as PredicateName[];
const TOLD = Object.keys(TOLD_CONDITIONS) as PredicateName[];
const OVERSEEN: readonly Controller[] = ['kiom', 'probation', 'prisons', 'safety-house-partners'];
const condition = (name: string) => ({ name, arguments: {} });

describe('whether a condition holds', () => {
  it.each(all)('%s is either told or not told', (name) => {
    const lists = [TOLD, UNTOLD_CONDITIONS].filter((list) => list.includes(name));
    expect(lists).toHaveLength(1);
  });

  it('is told of no condition twice', () => {
    const listed = [...TOLD, ...UNTOLD_CONDITIONS];
    expect(listed).toHaveLength(all.length);
    expect(new Set(listed).size).toBe(listed.length);
  });

  // By hand: what would tell of extremism, mentoring, consent, victims, health, or of a recorded value.
  it.each([
    ...['triangleParty', 'approvedBy', 'reviewDateNotPast', 'judicialReviewRecorded', 'childProtectionParticipates'],
    ...['proposalOpen', 'appointedTo', 'actionConcernsVictim', 'consentActive', 'clientAgreed', 'assignedMentor'],
    ...['matchActiveOrEndedWithin', 'riskAssessmentAllows', 'ownPatient', 'clientOfService', 'providerOfNeed'],
    ...['subjectInCohort', 'riskOfHarmIn', 'bandAtLeast', 'caseStageIs', 'caseComplex', 'adult', 'controlledBy'],
    ...[
      'hitConfirmed',
      'requesterGrant',
      'releasedForSeriousHarm',
      'ownGroup',
      'placementAccepted',
      'referredBy',
      'inRecipientPrison',
    ],
    ...['livesInTerritory', 'adequacyInForce', 'requestApproved', 'handlingCodePresent'],
  ])('%s is not told to an officer', (name) => {
    expect(mayBeTold(condition(name), 'nps', OVERSEEN)).toBe(false);
  });

  it('is told of who is in charge and where a case belongs', () => {
    for (const name of ['ownCaseload', 'handoverOpen', 'offenderManagerOf', 'participantOfCase', 'territoryOf']) {
      expect(mayBeTold(condition(name), 'reclassering', OVERSEEN)).toBe(true);
    }
  });

  it('is told only to whom oversees the records that decide it', () => {
    expect(mayBeTold(condition('offenderManagerOf'), 'nps', ['probation'])).toBe(true);
    expect(mayBeTold(condition('offenderManagerOf'), 'nps', ['mals'])).toBe(false);
    expect(mayBeTold(condition('participantOfCase'), 'reclassering', ['kiom', 'probation'])).toBe(false);
    expect(mayBeTold(condition('purposeIs'), 'nps', [])).toBe(true);
  });

  it('is not told of an unknown condition', () => {
    expect(mayBeTold(condition('bornOnASunday'), 'nps', OVERSEEN)).toBe(false);
  });

  it.each(['mental-health', 'forensic-care', 'sert', 'care-provider', 'youth-care', 'child-protection'] as const)(
    'is not told where somebody of %s is asked about, whose clients are known by that',
    (organisation) => {
      for (const name of TOLD) expect(mayBeTold(condition(name), organisation, OVERSEEN)).toBe(false);
    },
  );

  it.each(['mals', 'victim-liaison', 'judge'] as const)('is not told where somebody of %s is asked about', (one) => {
    for (const name of TOLD) expect(mayBeTold(condition(name), one, OVERSEEN)).toBe(false);
  });
});
