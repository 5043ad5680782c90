import type { RecordSet } from '../../common/loading/load-records';
import { Subject } from '../../common/loading/subject';
import { dateAfter, monthsAfter } from '../../common/calendar/calendar-dates';
import { createSynthetic, type Synthetic } from '../../common/loading/synthetic';
import { Invitation } from '../invitations/invitation';
import { InvitationConsent } from '../invitations/invitation-consent';
import { Participant } from '../participants/participant';
import { ParticipantConsent } from '../participants/participant-consent';
import { ServiceClient } from '../participants/service-client';
import { ItalianLegalStatus, Pathway } from '../vocabularies';
import { consentColumns, consentsAbroad, consentsToPartners, consentsToResearch } from './consents';
import { type InventedPerson, inventPeople } from './invented-people';
import { planRecords } from './plans';
import { programmeRecords } from './programme';
import { recordedByEri } from './recorded-by-eri';
import { libertyColumns } from './returns';
import { socialEnterprise, workRecords } from './work';

const INTAKE_PURPOSES = ['REFERRAL', 'PROGRAMME_DELIVERY'];
const INTAKE_CATEGORIES = [
  'IDENTITY',
  'CONTACT',
  'DEMOGRAPHIC',
  'REFERRAL',
  'PATHWAY_NEEDS',
  'CONSENT',
  'CUSTODY',
  'RISK_SCORE',
];
const TO_PARTNERS = {
  purposes: ['EMPLOYMENT_PLACEMENT', 'PROGRAMME_DELIVERY'],
  categories: ['IDENTITY', 'EMPLOYMENT_FINANCE', 'PROGRAMME', 'PATHWAY_NEEDS', 'OUTCOME'],
};
const TO_RESEARCHERS = {
  purposes: ['EVALUATION_RESEARCH'],
  categories: ['DEMOGRAPHIC', 'PROGRAMME', 'PATHWAY_NEEDS', 'OUTCOME'],
};
const TO_PARTNERS_ABROAD = { purposes: ['CROSS_BORDER_CASE'], categories: ['IDENTITY', 'CUSTODY', 'CASE_PLAN'] };

const PATHWAYS = Object.keys(Pathway);
const LEGAL_STATUSES = Object.keys(ItalianLegalStatus);
const CHANNELS = ['Telephone', 'Text message', 'Letter', 'Through the social worker'];
const MUNICIPALITIES = ['Collegno', 'Grugliasco', 'Turin', 'Rivoli'];
const HEALTH_NEEDS = [
  'Invented back complaint',
  'Invented diabetes, insulin daily',
  'Invented anxiety, sees a doctor',
  'Invented hearing loss',
];

/** The people of ERI: the same for the same seed and anchor date. */
export function* populate(seed: string, anchor: string): Iterable<RecordSet> {
  const synthetic = createSynthetic(seed, 'eri');
  const people = inventPeople(synthetic, anchor);
  const participants = people.filter(({ isParticipant }) => isParticipant);
  yield { table: Subject, rows: people.map(({ id }) => ({ id })) };
  yield* invitationRecords(synthetic, people, anchor);
  yield* participantRecords(synthetic, participants, anchor);
  yield* planRecords(synthetic, participants, anchor);
  yield* programmeRecords(synthetic, participants, anchor);
  yield socialEnterprise(synthetic, anchor);
  yield* workRecords(synthetic, participants, anchor);
}

export function* invitationRecords(
  synthetic: Synthetic,
  people: readonly InventedPerson[],
  anchor: string,
): Iterable<RecordSet> {
  const random = synthetic.stream('invitations');
  const invited = people.filter(({ invitedBy }) => invitedBy !== undefined);
  const recordedBy = ({ invitedBy }: InventedPerson, day: string) => ({
    sourceSystem: 'Invitation letter',
    recordedBy: invitedBy,
    recordedAt: new Date(`${day}T09:00:00Z`),
    basis: 'FACT',
    sourceReference: `INVENTED/${day}`,
    // What somebody says in an invitation.
    quality: 'UNVERIFIED',
  });
  yield {
    table: Invitation,
    rows: invited.map((person) => {
      const { number, id, accepted, givenName, name, birthDate, ageBand, invitedBy } = person;
      const invitedOn = dateAfter(anchor, accepted === null ? -random.integer(2, 12) : -random.integer(390, 480));
      return {
        id: synthetic.id('invitation', number),
        subjectId: id,
        invitedBy,
        invitedOn,
        accepted,
        answeredOn: accepted === null ? null : dateAfter(invitedOn, 9),
        givenName,
        name,
        birthDate,
        ageBand,
        ...circumstances(random, number, anchor),
        phone: telephone(number),
        agreedChannel: random.pick(CHANNELS),
        healthNeed: random.pick(HEALTH_NEEDS),
        ...recordedBy(person, invitedOn),
      };
    }),
  };
  yield {
    table: InvitationConsent,
    rows: invited.map((person) => ({
      id: synthetic.id('invitation consent', person.number),
      subjectId: person.id,
      invitationId: synthetic.id('invitation', person.number),
      ...consentColumns(person.intakeConsent, 'eri', INTAKE_PURPOSES, INTAKE_CATEGORIES, anchor),
      ...recordedBy(person, dateAfter(anchor, -380)),
    })),
  };
}

export function* participantRecords(
  synthetic: Synthetic,
  participants: readonly InventedPerson[],
  anchor: string,
): Iterable<RecordSet> {
  const random = synthetic.stream('participants');
  yield {
    table: Participant,
    rows: participants.map(({ number, id, givenName, name, birthDate, ageBand, female, free }) => ({
      id,
      givenName,
      name,
      birthDate,
      birthPlace: random.pick([...MUNICIPALITIES, 'Abroad']),
      sex: female ? 'FEMALE' : 'MALE',
      ageBand,
      phone: telephone(number),
      agreedChannel: random.pick(CHANNELS),
      municipality: random.pick(MUNICIPALITIES),
      address: `Via dell’Esempio ${String(number + 1)}`,
      ...circumstances(random, number, anchor),
      ...libertyColumns({ number, free }, anchor),
      isolation: random.chance(0.4),
      literacy: random.pick(['Reads and writes', 'Reads with help', 'Learning Italian']),
      pathologies: random.pick(HEALTH_NEEDS),
      sertClient: isClientOfSert(number),
      responsibleWorker: random.pick(['Worker Ipazia Modellini', 'Worker Ulderico Supponi']),
      responsibleWorkerContact: '+39 011 555 0100',
      ...recordedByEri(dateAfter(anchor, -random.integer(20, 380)), 'ASSESSMENT'),
    })),
  };
  yield {
    table: ServiceClient,
    rows: participants
      .filter(({ number }) => isClientOfSert(number) || number % 3 === 1)
      .map(({ number, id }) => ({
        id: synthetic.id('service client', number),
        subjectId: id,
        organisation: 'sert',
        until: isClientOfSert(number) ? null : dateAfter(anchor, -30),
      })),
  };
  yield {
    table: ParticipantConsent,
    rows: participants.flatMap((person) => {
      const nth = participants.filter(
        ({ invitedBy, number }) => invitedBy === person.invitedBy && number < person.number,
      ).length;
      const partners = consentsToPartners(person, nth).map((consent) => ({ ...consent, ...TO_PARTNERS }));
      const abroad = consentsAbroad(person).map((consent) => ({ ...consent, ...TO_PARTNERS_ABROAD }));
      const research = consentsToResearch(person).map((consent) => ({ ...consent, ...TO_RESEARCHERS }));
      return [...partners, ...abroad, ...research].map(({ recipient, state, purposes, categories }) => ({
        id: synthetic.id('participant consent', `${String(person.number)}-${recipient}`),
        subjectId: person.id,
        ...consentColumns(state, recipient, purposes, categories, anchor),
        ...recordedByEri(dateAfter(anchor, -380)),
      }));
    }),
  };
}

/** What both an invitation and ERI’s own record say of a person’s situation, each in its own words. */
function circumstances(random: Synthetic, number: number, anchor: string) {
  return {
    basicNeeds: random.pickSome(PATHWAYS, 1, 3),
    legalStatus: random.pick(LEGAL_STATUSES),
    releaseMonth: monthsAfter(anchor, random.integer(-14, 5)).slice(0, 7),
    groupSafetyFlag: number % 6 === 1,
  };
}

function isClientOfSert(number: number): boolean {
  return number % 3 === 0;
}

/** Numbers in a range that is given to nobody. */
function telephone(number: number): string {
  return `+39 011 555 ${String(1000 + (number % 9000))}`;
}
