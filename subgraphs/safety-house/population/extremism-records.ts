import { dateAfter } from '../../common/calendar/calendar-dates';
import type { InventedIdentity } from '../../common/loading/invented-identity';
import { type Synthetic } from '../../common/loading/synthetic';
import { ExtremismAction } from '../extremism/extremism-action';
import { ExtremismCase } from '../extremism/extremism-case';
import { ExtremismFactor } from '../extremism/extremism-factor';
import { ExtremismMeeting } from '../extremism/extremism-meeting';
import { ExtremismParty } from '../extremism/extremism-party';
import { inventPerson, named } from './invented-names';
import { ageBandOf, birthDateAt } from './person-records';
import type { PlannedExtremism } from './planned-extremism';
import type { RecordCollector } from './record-collector';
import { recorded } from './recorded';

const FACTORS = 54;
const DOMAINS = ['BEHAVIOURAL', 'TERMS_OF_REFERENCE', 'PERSONALITY', 'BIOGRAPHY'] as const;
const KNOWN_BIAS =
  'The tool is not used for far-right and other extremist groups; beware of stereotyping individuals (004, 002).';
const APPROVING_ROLES: Readonly<Record<string, string>> = {
  'den-haag': 'public-order',
  rijswijk: 'mayor',
  'politie-haaglanden': 'officer',
  'om-den-haag': 'prosecutor',
};

const numbered = (persona: string, number: 1 | 2): string => (number === 1 ? persona : `${persona}-2`);

/** A case of extremism with its own copy of what is known of the person. */
export function addExtremismCase(
  records: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  subjectId: string,
  planned: PlannedExtremism,
  identity?: InventedIdentity,
): void {
  const id = synthetic.id('extremism case', subjectId);
  const proposedAt = dateAfter(anchor, planned.proposedDay);
  const municipality = planned.parties.includes('rijswijk') ? 'Rijswijk' : 'The Hague';
  const { givenName, name, sex, address } = named(inventPerson(synthetic, municipality), identity);
  records.add(ExtremismCase, {
    id,
    subjectId,
    summary: synthetic.pick([
      'Left school, new friends, speaks of leaving the country.',
      'Family reports a sudden change of views and company.',
      'Shares recruiting messages.',
    ]),
    state: planned.approvals >= 2 ? 'APPROVED' : 'PROPOSED',
    proposedAt,
    proposedBy: planned.parties[0],
    targetGroup: synthetic.pick(['POTENTIAL_TRAVELLER', 'RETURNED', 'SYMPATHISER', 'RECRUITER_FACILITATOR']),
    voluntary: synthetic.chance(0.5),
    reviewDue: planned.reviewDay === null ? null : dateAfter(anchor, planned.reviewDay),
    judicialReviewAt: planned.judicialReview ? dateAfter(proposedAt, 20) : null,
    childProtectionSince: planned.childProtection ? dateAfter(proposedAt, 10) : null,
    subjectGivenName: givenName,
    subjectName: name,
    dateOfBirth: identity?.birthDate ?? birthDateAt(synthetic, anchor, planned.age),
    sex,
    ageBand: ageBandOf(planned.age),
    municipality,
    address,
    convicted: synthetic.chance(0.5),
    inCustody: synthetic.chance(0.3),
    housing: synthetic.pick(['With the parents.', 'Rents a room.']),
    dayActivity: synthetic.pick(['None.', 'At school.', 'Works part-time.']),
    childrenConcerned: synthetic.chance(0.4),
    mentalHealthFlag: synthetic.chance(0.4),
    processDirector: numbered('safety-house.process-director', planned.director),
    reviewingJudge: numbered('judge.reviewer', planned.approvers),
    ...recorded(planned.parties[0] ?? 'den-haag', proposedAt, 'ASSESSMENT', 'triangle register'),
  });
  planned.parties.forEach((organisation, place) =>
    records.add(ExtremismParty, {
      extremismCaseId: id,
      organisation,
      approver: numbered(`${organisation}.${APPROVING_ROLES[organisation] ?? ''}`, planned.approvers),
      approvedAt: place < planned.approvals ? dateAfter(proposedAt, 2 + place) : null,
    }),
  );
  addAssessment(records, synthetic, id, subjectId, proposedAt);
}

function addAssessment(
  records: RecordCollector,
  synthetic: Synthetic,
  extremismCaseId: string,
  subjectId: string,
  proposedAt: string,
): void {
  const by = recorded('den-haag', proposedAt, 'ASSESSMENT', 'triangle register');
  for (const kind of ['CASE', 'TRIANGULATION']) {
    records.add(ExtremismMeeting, {
      id: synthetic.id('extremism meeting', `${extremismCaseId} ${kind}`),
      subjectId,
      extremismCaseId,
      kind,
      heldOn: proposedAt,
      attendees: ['den-haag', 'politie-haaglanden', 'om-den-haag'],
      decisions: synthetic.pick(['Keep in touch with the family.', 'Talk with the school.']),
      ...by,
    });
  }
  for (let number = 1; number <= FACTORS; number += 1) {
    const factor = `F${String(number).padStart(2, '0')}`;
    records.add(ExtremismFactor, {
      id: synthetic.id('extremism factor', `${extremismCaseId} ${factor}`),
      subjectId,
      extremismCaseId,
      factor,
      domain: DOMAINS[Math.floor(((number - 1) * DOMAINS.length) / FACTORS)],
      present: synthetic.chance(0.1) ? null : synthetic.chance(0.4),
      assessedOn: proposedAt,
      toolVersion: 'synthetic 1',
      knownBias: KNOWN_BIAS,
      ...by,
    });
  }
  for (const strand of ['RESILIENCE', 'PERSONAL']) {
    records.add(ExtremismAction, {
      id: synthetic.id('extremism action', `${extremismCaseId} ${strand}`),
      subjectId,
      extremismCaseId,
      strand,
      action: synthetic.pick(['Find work close to home.', 'A mentor from the neighbourhood.']),
      organisation: synthetic.pick(['den-haag', 'politie-haaglanden']),
      due: dateAfter(proposedAt, 120),
      status: 'UNDER_WAY',
      ...by,
    });
  }
}
