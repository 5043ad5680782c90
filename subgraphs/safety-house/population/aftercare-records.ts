import { dateAfter, dateBefore } from '../../common/calendar/calendar-dates';
import type { InventedIdentity } from '../../common/loading/invented-identity';
import { type Synthetic } from '../../common/loading/synthetic';
import { AftercareAgreement } from '../aftercare/aftercare-agreement';
import { AftercareClient } from '../aftercare/aftercare-client';
import { AftercareHealthNeed } from '../aftercare/aftercare-health-need';
import { AftercareNeed } from '../aftercare/aftercare-need';
import { ageOn, isWithinHoursOfRelease } from '../aftercare/calendar';
import { decideHousingRoute, decideWorkRoute, type RouteFacts, reasonsForProvider } from '../aftercare/decide-route';
import { HousingApplication } from '../aftercare/housing-application';
import { ProbationStatement } from '../aftercare/probation-statement';
import { ProsecutionStatement } from '../aftercare/prosecution-statement';
import { WorkApplication } from '../aftercare/work-application';
import { Detention } from '../custody/detention';
import { inventPerson, named } from './invented-names';
import { birthDateAt } from './person-records';
import type { PlannedAftercare } from './planned-aftercare';
import type { RecordCollector } from './record-collector';
import { recorded } from './recorded';

interface ClientInTheMaking {
  readonly id: string;
  readonly planned: PlannedAftercare;
  /** The day on which the team wrote it down. */
  readonly day: string;
  readonly releaseDate: string;
  readonly facts: RouteFacts;
}

/** A client of the aftercare team with all records. They exist for everybody, so that what is hidden is there. */
export function addAftercareClient(
  records: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  id: string,
  planned: PlannedAftercare,
  identity?: InventedIdentity,
): void {
  const birthDate = identity?.birthDate ?? birthDateAt(synthetic, anchor, planned.age);
  const { age, homeless, onProbation, outstandingProsecutions } = planned;
  const making: ClientInTheMaking = {
    id,
    planned,
    day: dateBefore(anchor, Math.max(3, planned.releasedDaysAgo + 3)),
    releaseDate: dateBefore(anchor, planned.releasedDaysAgo),
    facts: { age, homeless, onProbation, outstandingProsecutions },
  };
  addClientRow(records, synthetic, anchor, making, birthDate, identity);
  addCustody(records, synthetic, anchor, making);
  addAgreements(records, synthetic, anchor, making);
  addNeeds(records, synthetic, making);
  addStatements(records, synthetic, making);
  addApplications(records, synthetic, making);
}

function addClientRow(
  records: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  { id, planned, day, releaseDate }: ClientInTheMaking,
  birthDate: string,
  identity: InventedIdentity | undefined,
): void {
  const { givenName, name, address, phone } = named(inventPerson(synthetic, planned.municipality), identity);
  const drawn = planned.releasedDaysAgo < 5 ? null : dateAfter(releaseDate, synthetic.integer(1, 5));
  const unseen = planned.neverSeen === true && drawn !== null;
  const contact = unseen ? null : drawn;
  records.add(AftercareClient, {
    id,
    givenName,
    name,
    birthDate,
    age: ageOn(birthDate, day),
    municipality: planned.municipality,
    address,
    phone,
    prison: synthetic.pick(['PI Verzonnen Haven', 'PI Nergens']),
    releaseDate,
    firstContactOn: contact !== null && contact <= anchor ? contact : null,
    contactedWithin72Hours: unseen ? false : contact === null ? null : isWithinHoursOfRelease(72, releaseDate, contact),
    livingEssentials: synthetic.pickSome(['Food', 'Clothes', 'Travel card', 'Telephone credit'], 1, 3),
    ...recorded('aftercare', day, 'FACT', 'prison notices'),
  });
}

function addCustody(
  records: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  { id, planned, releaseDate }: ClientInTheMaking,
): void {
  const startDate = dateBefore(releaseDate, synthetic.integer(200, 500));
  const add = (name: string, values: Readonly<Record<string, unknown>>, day: string): void =>
    records.add(Detention, {
      id: synthetic.id('aftercare detention', `${id} ${name}`),
      subjectId: id,
      prison: 'PI Verzonnen Haven',
      ...values,
      ...recorded('safety-house', day, 'FACT', 'prison notices'),
    });
  const status = releaseDate > anchor ? 'PRISON' : 'AT_LIBERTY';
  add('before', { status, startDate, startReason: 'NEW_OFFENCE', releaseDate }, startDate);
  if (planned.returned !== undefined) {
    const { reason, after } = planned.returned;
    const again = dateAfter(releaseDate, after);
    add(
      'after',
      { status: 'AT_LIBERTY', startDate: again, startReason: reason, releaseDate: dateAfter(again, 20) },
      again,
    );
  }
}

function addAgreements(
  records: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  { id, planned, day }: ClientInTheMaking,
): void {
  for (const organisation of planned.agreed) {
    records.add(AftercareAgreement, {
      id: synthetic.id('aftercare agreement', `${id} ${organisation}`),
      subjectId: id,
      organisation,
      agreedOn: day,
      withdrawnOn: planned.withdrawn ? dateBefore(anchor, 1) : null,
    });
  }
}

const OTHER_PROVIDERS: Readonly<Record<string, string>> = {
  IDENTITY_PAPERS: 'den-haag',
  INCOME: 'social-affairs',
  DEBT_COUNSELLING: 'debt counselling foundation',
};

function addNeeds(records: RecordCollector, synthetic: Synthetic, { id, planned, day }: ClientInTheMaking): void {
  const providers: Readonly<Record<string, string>> = {
    ...OTHER_PROVIDERS,
    ACCOMMODATION_SHELTER: housingProviderOf(planned),
    CARE: careProviderOf(planned),
  };
  for (const [need, provider] of Object.entries(providers)) {
    records.add(AftercareNeed, {
      id: synthetic.id('aftercare need', `${id} ${need}`),
      subjectId: id,
      need,
      status: synthetic.pick(['OPEN', 'IN_PROGRESS', 'MET']),
      provider,
      ...recorded('aftercare', day, 'ASSESSMENT', 'aftercare files'),
    });
  }
  records.add(AftercareHealthNeed, {
    id: synthetic.id('aftercare health need', id),
    subjectId: id,
    careNeeded: true,
    provider: careProviderOf(planned),
    detail: synthetic.pick(['Support to stay off substances.', 'Weekly talks about sleep and stress.']),
    ...recorded('aftercare', day, 'ASSESSMENT', 'aftercare files'),
  });
}

function housingProviderOf({ otherProviders }: PlannedAftercare): string {
  return otherProviders ? 'another housing provider' : 'housing-provider';
}

function careProviderOf({ otherProviders }: PlannedAftercare): string {
  return otherProviders ? 'another care provider' : 'care-provider';
}

function addStatements(records: RecordCollector, synthetic: Synthetic, making: ClientInTheMaking): void {
  const { id, day, facts } = making;
  if (facts.outstandingProsecutions !== null) {
    records.add(ProsecutionStatement, {
      id: synthetic.id('prosecution statement', id),
      subjectId: id,
      outstandingProsecutions: facts.outstandingProsecutions,
      statedOn: day,
      ...recorded('om-den-haag', day, 'FACT', 'prosecution records'),
    });
  }
  if (facts.onProbation !== null) {
    records.add(ProbationStatement, {
      id: synthetic.id('probation statement', id),
      subjectId: id,
      onProbation: facts.onProbation,
      statedOn: day,
      ...recorded('reclassering', day, 'FACT', 'probation records'),
    });
  }
}

function addApplications(records: RecordCollector, synthetic: Synthetic, making: ClientInTheMaking): void {
  const { id, planned, day, releaseDate, facts } = making;
  const housing = decideHousingRoute(facts);
  records.add(HousingApplication, {
    id: synthetic.id('housing application', id),
    subjectId: id,
    placementRequest: `A room with support for one person, from ${releaseDate}.`,
    status: housing.eligible ? synthetic.pick(['REQUESTED', 'PLACED']) : 'DECLINED',
    eligible: housing.eligible,
    placementReasons: reasonsForProvider(housing.reasons),
    reasons: housing.reasons,
    decidedOn: day,
    homeless: facts.homeless,
    provider: housingProviderOf(planned),
    extended: housing.eligible && synthetic.chance(0.3),
    ...recorded('aftercare', day, 'FACT', 'aftercare files'),
  });
  const work = decideWorkRoute(facts);
  records.add(WorkApplication, {
    id: synthetic.id('work application', id),
    subjectId: id,
    status: work.eligible ? synthetic.pick(['REQUESTED', 'PLACED']) : 'DECLINED',
    eligible: work.eligible,
    reasons: work.reasons,
    decidedOn: day,
    mentoring: work.eligible && synthetic.chance(0.5),
    ...recorded('aftercare', day, 'FACT', 'aftercare files'),
  });
}
