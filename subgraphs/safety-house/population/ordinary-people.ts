// Ordinary people of The Hague: each in one of the states of which an agreement speaks, each of those equally often
// within its kind. The shares of the kinds are invented.
import {
  drawFrom,
  type InventedIdentity,
  inventIdentity,
  type NameShapeName,
  type Weighted,
} from '../../common/loading/invented-identity';
import { identityKnownToTwo } from '../../common/loading/known-to-two';
import type { RecordSet } from '../../common/loading/load-records';
import { canaryOutcome, type OrdinaryBatch, ordinaryId, ordinaryKey } from '../../common/loading/ordinary-people';
import { withRareCodes } from '../../common/loading/rare-codes';
import { Subject } from '../../common/loading/subject';
import { createSynthetic, type Synthetic } from '../../common/loading/synthetic';
import { ageOn } from '../aftercare/calendar';
import { Case } from '../cases/case';
import { Client } from '../clients/client';
import { ExtremismCase } from '../extremism/extremism-case';
import { addAftercareClient } from './aftercare-records';
import { addCase } from './case-records';
import { addExtremismCase } from './extremism-records';
import { addAssignments, addClient, addCustody, addOffences, addSubject } from './person-records';
import { PLANNED_AFTERCARE, type PlannedAftercare } from './planned-aftercare';
import { PLANNED_CASES } from './planned-cases';
import { ordinaryExtremism } from './ordinary-extremism';
import { RARE_CODES_OF_THE_HAGUE } from './rare-codes';
import { RecordCollector } from './record-collector';

export const NAME_SHAPES_OF_THE_HAGUE: Weighted<NameShapeName> = [
  [52, 'DUTCH'],
  [15, 'ARABIC'],
  [13, 'TURKISH'],
  [8, 'BALKAN'],
  [6, 'ROMA'],
  [4, 'ENGLISH'],
  [2, 'ITALIAN'],
];
export const AGES_OF_CLIENTS = { from: 16, to: 60 } as const;
export const KINDS: Weighted<'CASE' | 'CLIENT_ONLY' | 'EXTREMISM' | 'AFTERCARE'> = [
  [53, 'CASE'],
  [11, 'CLIENT_ONLY'],
  [12, 'EXTREMISM'],
  [24, 'AFTERCARE'],
];
export const SHARE_POLICE_OFFENCES = 0.65;
export const SHARE_PROSECUTOR_OFFENCES = 0.75;
export const SHARE_INTELLIGENCE = 0.33;
/** Of the prisoners whom aftercare knows: probation, or the public prosecutor, has stated nothing yet. */
export const SHARE_NOT_STATED = 0.08;
/** Of those who were released, whom the aftercare team never met. */
export const SHARE_NEVER_SEEN = 0.2;
/** A canary left prison so long ago that the twelve months after it are over. */
export const CANARY_RELEASED_DAYS_AGO = 600;
/** The numbers of ordinary cases begin here, so that none has the key of a named one. */
const FIRST_NUMBER = 1_000_000;

export function ordinaryPeople(batch: OrdinaryBatch): Iterable<RecordSet> {
  return withRareCodes(batch.seed, 'safety-house', usualPeople(batch), RARE_CODES_OF_THE_HAGUE);
}

function* usualPeople({ seed, anchor, people, from, to }: OrdinaryBatch): Iterable<RecordSet> {
  const synthetic = createSynthetic(seed, 'safety-house');
  const records = new RecordCollector();
  for (let number = from; number < to; number += 1) {
    const random = synthetic.stream(ordinaryKey(number));
    const id = ordinaryId(seed, 'safety-house', number);
    addSubject(records, id);
    const canary = canaryOutcome(seed, 'safety-house', number);
    const kind = canary === undefined ? drawFrom(random, KINDS) : 'AFTERCARE';
    const person: OrdinaryPerson = {
      id,
      number: FIRST_NUMBER + number,
      known: identityKnownToTwo(seed, anchor, people, 'safety-house', number),
      identityAt: (ages) => inventIdentity(random.stream('identity'), NAME_SHAPES_OF_THE_HAGUE, anchor, ages),
    };
    switch (kind) {
      case 'CASE':
        addOrdinaryCase(records, random, anchor, person);
        break;
      case 'CLIENT_ONLY':
        addOrdinaryClient(records, random, anchor, person, 'The Hague');
        break;
      case 'EXTREMISM': {
        addKnownOffences(records, random, anchor, id);
        const planned = ordinaryExtremism(random.stream('extremism'));
        const identity = person.identityAt({ from: planned.age, to: planned.age });
        addExtremismCase(records, random, anchor, id, planned, person.known ?? identity);
        break;
      }
      case 'AFTERCARE': {
        const planned = random.pick(PLANNED_AFTERCARE);
        const followed = canary === undefined ? unstated(random, planned) : canaryPlan(random, canary);
        const identity = person.known ?? person.identityAt({ from: followed.age, to: followed.age });
        const seen = random.stream('aftercare').chance(SHARE_NEVER_SEEN) ? { neverSeen: true as const } : {};
        const aged = { ...followed, ...seen, age: ageOn(identity.birthDate, anchor) };
        addAftercareClient(records, random, anchor, id, aged, identity);
        break;
      }
    }
  }
  yield* records.inOrder([Subject, Client, Case, ExtremismCase]);
}

interface OrdinaryPerson {
  readonly id: string;
  readonly number: number;
  readonly known: InventedIdentity | undefined;
  readonly identityAt: (ages: { readonly from: number; readonly to: number }) => InventedIdentity;
}

function addOrdinaryCase(records: RecordCollector, random: Synthetic, anchor: string, person: OrdinaryPerson): void {
  const planned = random.pick(PLANNED_CASES);
  addOrdinaryClient(records, random, anchor, person, planned.municipality);
  addCustody(records, random, anchor, person.id);
  addKnownOffences(records, random, anchor, person.id);
  addCase(records, random, anchor, person.id, planned, person.number);
}

function addOrdinaryClient(
  records: RecordCollector,
  random: Synthetic,
  anchor: string,
  { id, number, known, identityAt }: OrdinaryPerson,
  municipality: string,
): void {
  const identity = known ?? identityAt(AGES_OF_CLIENTS);
  addClient(records, random, anchor, { id, municipality, age: ageOn(identity.birthDate, anchor), identity });
  addAssignments(records, random, anchor, id, number);
}

function addKnownOffences(records: RecordCollector, random: Synthetic, anchor: string, id: string): void {
  addOffences(records, random, anchor, id, {
    police: random.chance(SHARE_POLICE_OFFENCES),
    prosecutor: random.chance(SHARE_PROSECUTOR_OFFENCES),
    intelligence: random.chance(SHARE_INTELLIGENCE),
  });
}

function unstated(random: Synthetic, planned: PlannedAftercare): PlannedAftercare {
  if (!random.chance(SHARE_NOT_STATED)) return planned;
  return random.chance(0.5) ? { ...planned, onProbation: null } : { ...planned, outstandingProsecutions: null };
}

/** A prisoner who was released long enough ago and came back, or did not, by the coin alone. */
function canaryPlan(random: Synthetic, cameBack: boolean): PlannedAftercare {
  const { returned: _, ...planned } = random.pick(PLANNED_AFTERCARE);
  const after = random.stream('canary').integer(20, 330);
  return {
    ...planned,
    age: Math.max(21, planned.age),
    releasedDaysAgo: CANARY_RELEASED_DAYS_AGO,
    ...(cameBack ? { returned: { reason: 'NEW_OFFENCE', after } } : {}),
  };
}
