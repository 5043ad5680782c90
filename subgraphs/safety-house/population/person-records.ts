import { dateBefore, monthsAfter } from '../../common/calendar/calendar-dates';
import type { InventedIdentity } from '../../common/loading/invented-identity';
import { type Synthetic } from '../../common/loading/synthetic';
import { Subject } from '../../common/loading/subject';
import { Client } from '../clients/client';
import { ClientAssignment } from '../clients/client-assignment';
import { Detention } from '../custody/detention';
import { SpatialOrder } from '../custody/spatial-order';
import { IntelligenceNote } from '../offences/intelligence-note';
import { PoliceOffence } from '../offences/police-offence';
import { ProsecutorOffence } from '../offences/prosecutor-offence';
import { inventPerson, named } from './invented-names';
import type { RecordCollector } from './record-collector';
import { recorded } from './recorded';

const SERVICES_WITH_CLIENTS = ['den-haag', 'reclassering', 'youth-care', 'forensic-care', 'rijswijk'] as const;

const OFFENCES = [
  { offenceType: 'BURGLARY', code: 'BURGLARY', localLabel: 'Diefstal met braak (art. 311 Sr)' },
  { offenceType: 'ROBBERY', code: 'ROBBERY', localLabel: 'Diefstal met geweld (art. 312 Sr)' },
  { offenceType: 'THEFT', code: 'THEFT_SHOP', localLabel: 'Winkeldiefstal (art. 310 Sr)' },
  { offenceType: 'VIOLENCE', code: 'ASSAULT', localLabel: 'Mishandeling (art. 300 Sr)' },
  { offenceType: 'DRUGS', code: 'PWITS', localLabel: 'Handel in verdovende middelen (art. 2 Opiumwet)' },
  {
    offenceType: 'WEAPONS',
    code: 'POSSESSION_OF_BLADED_ARTICLE',
    localLabel: 'Verboden wapenbezit (Wet wapens en munitie)',
  },
] as const;

/** A person of that age on the anchor date. */
export function birthDateAt(synthetic: Synthetic, anchor: string, age: number): string {
  return monthsAfter(dateBefore(anchor, synthetic.integer(5, 300)), -12 * age);
}

export function ageBandOf(age: number): string {
  if (age < 18) return 'UNDER_18';
  if (age < 25) return 'FROM_18_TO_24';
  if (age < 35) return 'FROM_25_TO_34';
  return age < 50 ? 'FROM_35_TO_49' : 'FROM_50';
}

export function addSubject(records: RecordCollector, id: string): void {
  records.add(Subject, { id });
}

export function addClient(
  records: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  client: {
    readonly id: string;
    readonly municipality: string;
    readonly age: number;
    readonly identity?: InventedIdentity;
  },
): void {
  const { id, municipality, age, identity } = client;
  const { givenName, name, aliases, birthPlace, sex, address, phone } = named(
    inventPerson(synthetic, municipality),
    identity,
  );
  records.add(Client, {
    id,
    givenName,
    name,
    aliases,
    birthDate: identity?.birthDate ?? birthDateAt(synthetic, anchor, age),
    birthPlace,
    sex,
    ageBand: ageBandOf(age),
    municipality,
    address,
    phone,
    ...recorded('safety-house', dateBefore(anchor, synthetic.integer(60, 300))),
  });
}

/** Two services have the person as a client; with a third it has ended. */
export function addAssignments(
  records: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  subjectId: string,
  number: number,
): void {
  [0, 1, 2].forEach((place) => {
    records.add(ClientAssignment, {
      id: synthetic.id('client assignment', `${subjectId} ${String(place)}`),
      subjectId,
      organisation: SERVICES_WITH_CLIENTS[(number + place) % SERVICES_WITH_CLIENTS.length],
      activeFrom: dateBefore(anchor, 400 - place * 100),
      activeUntil: place === 2 ? dateBefore(anchor, 30) : null,
    });
  });
  // The social team of Delft comes on top of these for one person in five; one in five was its client once.
  if (number % 5 === 0 || number % 5 === 3) {
    records.add(ClientAssignment, {
      id: synthetic.id('client assignment', `${subjectId} delft`),
      subjectId,
      organisation: 'delft',
      activeFrom: dateBefore(anchor, 90),
      activeUntil: number % 5 === 0 ? null : dateBefore(anchor, 30),
    });
  }
}

export function addCustody(records: RecordCollector, synthetic: Synthetic, anchor: string, subjectId: string): void {
  const startDate = dateBefore(anchor, synthetic.integer(100, 700));
  const inPrison = synthetic.chance(0.6);
  records.add(Detention, {
    id: synthetic.id('detention', subjectId),
    subjectId,
    status: inPrison ? 'PRISON' : 'AT_LIBERTY',
    startDate,
    startReason: synthetic.pick(['NEW_OFFENCE', 'NEW_OFFENCE', 'RECALL', 'REMAND', 'UNPAID_FINE']),
    prison: synthetic.pick(['PI Verzonnen Haven', 'PI Nergens']),
    releaseDate: dateBefore(anchor, inPrison ? -synthetic.integer(20, 300) : synthetic.integer(10, 90)),
    ...recorded('safety-house', startDate, 'FACT', 'prison notices'),
  });
  const validFrom = dateBefore(anchor, synthetic.integer(20, 150));
  records.add(SpatialOrder, {
    id: synthetic.id('spatial order', subjectId),
    subjectId,
    issuedBy: synthetic.pick(['Mayor', 'Judge']),
    area: `Quarter around ${synthetic.pick(['Fabelplein', 'Proefweg', 'Nergenspad'])}`,
    validFrom,
    validUntil: monthsAfter(validFrom, 12),
    extended: synthetic.chance(0.3),
    breached: synthetic.chance(0.2),
    ...recorded('den-haag', validFrom),
  });
}

/** What police and prosecutor know, each in a record of its own. */
export function addOffences(
  records: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  subjectId: string,
  known: { readonly police: boolean; readonly prosecutor: boolean; readonly intelligence: boolean },
): void {
  for (let number = 1; number <= synthetic.integer(1, 3); number += 1) {
    const offence = synthetic.pick(OFFENCES);
    const offenceDate = dateBefore(anchor, synthetic.integer(120, 1500));
    if (known.police) {
      records.add(PoliceOffence, {
        id: synthetic.id('police offence', `${subjectId} ${String(number)}`),
        subjectId,
        ...offence,
        offenceDate,
        ...recorded('politie-haaglanden', offenceDate, 'FACT', 'police records'),
      });
    }
    if (known.prosecutor) {
      const convictionDate = monthsAfter(offenceDate, 3);
      records.add(ProsecutorOffence, {
        id: synthetic.id('prosecutor offence', `${subjectId} ${String(number)}`),
        subjectId,
        ...offence,
        offenceDate,
        convictionDate,
        decision: 'CONVICTED',
        ...recorded('om-den-haag', convictionDate, 'FACT', 'prosecution records'),
      });
    }
  }
  if (known.intelligence) {
    records.add(IntelligenceNote, {
      id: synthetic.id('intelligence note', subjectId),
      subjectId,
      intelligenceExists: true,
      text: synthetic.pick([
        'Seen several times at night near closed shops.',
        'A source says that goods change hands at the address.',
        'Said to owe money to an unknown person.',
      ]),
      ...recorded(
        'politie-haaglanden',
        dateBefore(anchor, synthetic.integer(20, 200)),
        'ASSESSMENT',
        'police intelligence',
      ),
    });
  }
}
