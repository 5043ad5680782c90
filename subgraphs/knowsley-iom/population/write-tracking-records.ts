import { dateAfter, dateBefore } from '../../common/calendar/calendar-dates';
import { Concern } from '../concerns/concern';
import { MappaRegister } from '../mappa/mappa-register';
import { Movement } from '../nominals/movement';
import { CLASS_OF_OFFENCE } from '../offences/class-of-offence';
import { Offence } from '../offences/offence';
import { CorvusScore } from '../scores/corvus-score';
import { MappaPillar, type MerseysideBorough, type OffenceCode, type PoliceArea } from '../vocabularies';
import type { PersonFile } from './person-file';
import { BY_KIOM, BY_MAPPA, BY_POLICE, SCORED_BY_POLICE } from './provenances';

// What follows draws from streams of its own: nothing that was invented before changes by it.

/** Between the boroughs that the nominal's own record names, and to another area where the plan says so. */
export function writeMovements(
  { collector, random, anchor, id: subjectId, plan }: PersonFile,
  movedBetween: readonly (keyof typeof MerseysideBorough)[],
): void {
  const add = (fromArea: keyof typeof PoliceArea, toArea: keyof typeof PoliceArea, movedOn: string): void => {
    collector.record(Movement, BY_KIOM, movedOn, { subjectId, fromArea, toArea, movedOn });
  };
  const [from, to] = movedBetween;
  if (from !== undefined && to !== undefined) {
    add(from, to, dateBefore(anchor, random.stream('movement').integer(20, 1200)));
  }
  const { elsewhere } = plan;
  if (elsewhere?.by === 'MOVEMENT') add('KNOWSLEY', elsewhere.area, dateBefore(anchor, elsewhere.daysAgo));
}

export function writeOffenceElsewhere({ collector, random, anchor, id: subjectId, plan }: PersonFile): void {
  const { elsewhere } = plan;
  if (elsewhere?.by !== 'OFFENCE') return;
  const code = random.stream('elsewhere').pick(['BURGLARY', 'ROBBERY', 'THEFT_OF_VEHICLE'] as const);
  const offenceDate = dateBefore(anchor, elsewhere.daysAgo);
  collector.record(Offence, BY_POLICE, offenceDate, {
    subjectId,
    offenceClass: CLASS_OF_OFFENCE[code],
    code,
    offenceDate,
    borough: elsewhere.area === 'GREATER_MANCHESTER' ? null : elsewhere.area,
    area: elsewhere.area,
    reconstructed: false,
  });
}

/** As many convictions as the plan says, in Knowsley, well inside the windows by which they are counted. */
export function writePlannedConvictions({ collector, random, anchor, id: subjectId, plan }: PersonFile): void {
  const { fiveYears, lastYear } = plan.convictions ?? { fiveYears: 0, lastYear: 0 };
  const stream = random.stream('convictions');
  for (let number = 0; number < fiveYears; number += 1) {
    const daysAgo = number < lastYear ? stream.integer(100, 340) : stream.integer(400, 1700);
    const offenceDate = dateBefore(anchor, daysAgo);
    const code: keyof typeof OffenceCode = stream.pick(['THEFT_SHOP', 'POCD', 'BURGLARY']);
    collector.record(Offence, BY_POLICE, offenceDate, {
      subjectId,
      offenceClass: CLASS_OF_OFFENCE[code],
      code,
      offenceDate,
      convictionDate: dateAfter(offenceDate, stream.integer(30, 90)),
      borough: 'KNOWSLEY',
      area: 'KNOWSLEY',
      reconstructed: false,
    });
  }
}

/** Whoever offends in Liverpool was scored there too, some months ago and by another matrix. */
export function writeScoreOfAnotherArea({ collector, random, anchor, id: subjectId, plan }: PersonFile): void {
  if (plan.elsewhere?.area !== 'LIVERPOOL') return;
  const day = dateBefore(anchor, 130);
  collector.record(CorvusScore, SCORED_BY_POLICE, day, {
    subjectId,
    band: 'MEDIUM',
    score: random.stream('score of another area').integer(300, 900),
    asAt: day.slice(0, 7),
    schemeArea: 'Liverpool',
    schemeVersion: 'invented-1',
  });
}

export function writeConcern({ collector, random, anchor, id: subjectId }: PersonFile): void {
  const stream = random.stream('concern');
  if (!stream.chance(0.35)) return;
  const raisedOn = dateBefore(anchor, stream.integer(10, 90));
  const state = stream.pick(['OPEN', 'ESCALATED', 'RESOLVED'] as const);
  collector.record(Concern, BY_KIOM, raisedOn, {
    subjectId,
    about: stream.pick(['Appointments clash', 'Nobody answers the housing request', 'Two plans contradict each other']),
    raisedBy: stream.pick(['nps', 'merseyside-crc', 'merseyside-police']),
    raisedOn,
    owner: stream.pick(['kmbc', 'nps', 'merseyside-crc']),
    due: dateAfter(raisedOn, 28),
    escalatedTo: state === 'ESCALATED' ? 'kmbc' : null,
    resolution: state === 'RESOLVED' ? 'Agreed in a meeting of three (invented).' : null,
  });
}

/** Those who are assessed as very high risk are managed under MAPPA, and some of high risk. */
export function writeMappaRegister({ collector, random, anchor, id: subjectId, plan }: PersonFile): void {
  const risk = plan.supervision?.risk;
  const stream = random.stream('mappa');
  if (risk !== 'VERY_HIGH' && !(risk === 'HIGH' && stream.chance(0.3))) return;
  collector.record(MappaRegister, BY_MAPPA, dateBefore(anchor, stream.integer(30, 200)), {
    subjectId,
    fileExists: true,
    custodian: stream.pick(['merseyside-police', 'nps']),
    nextMeeting: dateAfter(anchor, stream.integer(7, 60)),
    pillars: stream.pickSome(Object.keys(MappaPillar) as (keyof typeof MappaPillar)[], 1, 4),
  });
}
