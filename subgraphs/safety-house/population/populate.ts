import type { RecordSet } from '../../common/loading/load-records';
import { createSynthetic } from '../../common/loading/synthetic';
import { Subject } from '../../common/loading/subject';
import { Case } from '../cases/case';
import { Client } from '../clients/client';
import { OrganisationTerritory } from '../clients/organisation-territory';
import { ExtremismCase } from '../extremism/extremism-case';
import { addAftercareClient } from './aftercare-records';
import { addCase } from './case-records';
import { addExtremismCase } from './extremism-records';
import { addMrX } from './mr-x';
import { addAssignments, addClient, addCustody, addOffences, addSubject } from './person-records';
import { PLANNED_AFTERCARE } from './planned-aftercare';
import { PLANNED_CASES, PLANNED_CLIENTS_WITHOUT_CASE } from './planned-cases';
import { PLANNED_EXTREMISM } from './planned-extremism';
import { addConvictions, PLANNED_PROLIFIC } from './prolific-records';
import { RecordCollector } from './record-collector';

/** The nine municipalities of Haaglanden. */
const HAAGLANDEN = [
  'The Hague',
  'Delft',
  'Leidschendam-Voorburg',
  'Midden-Delfland',
  'Pijnacker-Nootdorp',
  'Rijswijk',
  'Wassenaar',
  'Westland',
  'Zoetermeer',
] as const;

const TERRITORIES: Readonly<Record<string, readonly string[]>> = {
  'safety-house': HAAGLANDEN,
  'politie-haaglanden': HAAGLANDEN,
  'om-den-haag': HAAGLANDEN,
  reclassering: HAAGLANDEN,
  'youth-care': HAAGLANDEN,
  'forensic-care': HAAGLANDEN,
  'den-haag': ['The Hague'],
  rijswijk: ['Rijswijk'],
  delft: ['Delft'],
  'child-protection': HAAGLANDEN,
  aftercare: HAAGLANDEN,
};

/** The invented people of the Safety House and the published case of Mr X, in an order that foreign keys allow. */
export function* populate(seed: string, anchor: string): Iterable<RecordSet> {
  const synthetic = createSynthetic(seed, 'safety-house');
  const records = new RecordCollector();
  for (const [organisation, municipalities] of Object.entries(TERRITORIES)) {
    for (const municipality of municipalities) records.add(OrganisationTerritory, { organisation, municipality });
  }

  PLANNED_CASES.forEach((planned, number) => {
    const stream = synthetic.stream(`case ${String(number)}`);
    const id = stream.id('person', number);
    addSubject(records, id);
    addClient(records, stream, anchor, { id, municipality: planned.municipality, age: stream.integer(16, 58) });
    addAssignments(records, stream, anchor, id, number);
    addCustody(records, stream, anchor, id);
    addOffences(records, stream, anchor, id, {
      police: number % 3 !== 0,
      prosecutor: number % 4 !== 1,
      intelligence: number % 3 === 1,
    });
    addCase(records, stream, anchor, id, planned, number);
  });
  for (let number = 0; number < PLANNED_CLIENTS_WITHOUT_CASE; number += 1) {
    const stream = synthetic.stream(`client ${String(number)}`);
    const id = stream.id('person', `without case ${String(number)}`);
    addSubject(records, id);
    addClient(records, stream, anchor, { id, municipality: 'The Hague', age: stream.integer(19, 50) });
    addAssignments(records, stream, anchor, id, number);
  }
  let alsoOrdinary = 0;
  PLANNED_EXTREMISM.forEach((planned, number) => {
    const stream = synthetic.stream(`extremism ${String(number)}`);
    if (planned.alsoOrdinary) {
      // The ordinary case is one of those above, with its own offences.
      addExtremismCase(records, stream, anchor, stream.id('person', 1 + alsoOrdinary * 7), planned);
      alsoOrdinary += 1;
      return;
    }
    const id = stream.id('person', `extremism ${String(number)}`);
    addSubject(records, id);
    addOffences(records, stream, anchor, id, {
      police: number % 2 === 0,
      prosecutor: number % 3 === 0,
      intelligence: number % 5 !== 4,
    });
    addExtremismCase(records, stream, anchor, id, planned);
  });
  PLANNED_AFTERCARE.forEach((planned, number) => {
    const stream = synthetic.stream(`aftercare ${String(number)}`);
    const id = stream.id('person', `aftercare ${String(number)}`);
    addSubject(records, id);
    addAftercareClient(records, stream, anchor, id, planned);
  });
  PLANNED_PROLIFIC.forEach((planned, number) => {
    const stream = synthetic.stream(`prolific ${String(number)}`);
    const id = stream.id('person', `prolific ${String(number)}`);
    addSubject(records, id);
    addClient(records, stream, anchor, { id, municipality: 'The Hague', age: stream.integer(19, 50) });
    addAssignments(records, stream, anchor, id, number);
    addConvictions(records, stream, anchor, id, planned);
  });
  addMrX(records, synthetic, anchor);
  yield* records.inOrder([Subject, Client, Case, ExtremismCase]);
}
