import { dateAfter, dateBefore, monthsAfter } from '../../common/calendar/calendar-dates';
import { IntelligenceReport } from '../intelligence/intelligence-report';
import { Arrest } from '../offences/arrest';
import { CLASS_OF_OFFENCE } from '../offences/class-of-offence';
import { Offence } from '../offences/offence';
import { CorvusScore } from '../scores/corvus-score';
import { latestCarryOver } from '../scores/carry-over';
import { CostOfCrime } from '../scores/cost-of-crime';
import { type CostBand, MerseysideBorough, type NominalBand, type OffenceCode } from '../vocabularies';
import type { PersonFile } from './person-file';
import { BY_POLICE, INTELLIGENCE, PRINTED_POLICE_RECORD, SCORED_BY_POLICE } from './provenances';
import type { PublishedCase } from './read-published-cases';
import { writeOffenceElsewhere, writePlannedConvictions, writeScoreOfAnotherArea } from './write-tracking-records';

const COMMON_CODES = [
  'THEFT_SHOP',
  'THEFT_FROM_PERSON',
  'THEFT_FROM_VEHICLE',
  'BURGLARY',
  'POCD',
  'PO',
  'COMMON_ASSAULT',
  'HARASSMENT',
  'ROBBERY',
] as const satisfies readonly (keyof typeof OffenceCode)[];

/** Of the offences of ordinary people, so many have any of the codes, each equally often; invented. */
export const SHARE_OF_RARE_OFFENCES = 0.15;
const ALL_CODES = Object.keys(CLASS_OF_OFFENCE) as (keyof typeof OffenceCode)[];

/** What Merseyside Police keep: offences, arrests, score, cost and intelligence. */
export function writePoliceRecords(file: PersonFile): void {
  if (!file.plan.policeRecord) return;
  const { published, firstEngagement } = file;
  if (published !== undefined && firstEngagement !== undefined) {
    writePrintedOffences(file, published, firstEngagement);
    writePrintedScores(file, published);
  } else {
    if (file.canary !== undefined) {
      writeInventedOffences(file);
      writeCanaryOffence(file);
    } else {
      if (file.plan.convictions === undefined) writeInventedOffences(file);
      else writePlannedConvictions(file);
      writeOffenceElsewhere(file);
    }
    writeInventedScores(file);
    writeScoreOfAnotherArea(file);
  }
  writeArrestAndIntelligence(file);
}

/**
 * The report prints how many offences fell into a window and not when: they are spread evenly over it. A window is open
 * at its beginning and closed at its end.
 */
function writePrintedOffences(file: PersonFile, published: PublishedCase, first: string): void {
  const { collector, id: subjectId } = file;
  const add = (
    code: keyof typeof OffenceCode,
    offenceDate: string,
    labelConfidence: PublishedCase['confidence'],
  ): void => {
    collector.record(Offence, PRINTED_POLICE_RECORD, offenceDate, {
      subjectId,
      offenceClass: CLASS_OF_OFFENCE[code],
      code,
      offenceDate,
      reconstructed: true,
      labelConfidence,
    });
  };
  const baseline = spread(monthsAfter(first, -36), first, published.priorCodes.length);
  published.priorCodes.forEach((code, index) => {
    add(code, baseline[index] ?? first, code === 'NOT_STATED' ? 'UNCERTAIN' : 'CERTAIN');
  });
  for (const [after, until] of [
    [0, 3],
    [3, 6],
    [6, 12],
  ] as const) {
    const within = published.reoffenceCodes.filter((reoffence) => reoffence.firstWindow === until);
    const dates = spread(monthsAfter(first, after), monthsAfter(first, until), within.length);
    within.forEach(({ code, confidence }, index) => {
      add(code, dates[index] ?? first, confidence);
    });
  }
}

/** So many days, evenly inside two days that are not among them. */
function spread(after: string, before: string, count: number): readonly string[] {
  const days = (Date.parse(before) - Date.parse(after)) / 86_400_000;
  return Array.from({ length: count }, (_, index) => dateAfter(after, Math.round((days * (index + 1)) / (count + 1))));
}

function writePrintedScores({ collector, id: subjectId }: PersonFile, published: PublishedCase): void {
  for (const { asAt, score } of published.scores) {
    collector.record(CorvusScore, { ...PRINTED_POLICE_RECORD, basis: 'ASSESSMENT' }, `${asAt}-28`, {
      subjectId,
      score,
      asAt,
      schemeArea: 'Knowsley',
      schemeVersion: 'as printed in 2015',
    });
  }
  for (const { asAt, amountGbp } of published.costs) {
    collector.record(CostOfCrime, { ...PRINTED_POLICE_RECORD, basis: 'ASSESSMENT' }, `${asAt}-28`, {
      subjectId,
      band: costBandOf(amountGbp),
      amountGbp,
      asAt,
    });
  }
}

function writeInventedOffences(file: PersonFile): void {
  const { collector, random, anchor, id: subjectId, plan } = file;
  for (let count = random.integer(3, 9); count > 0; count -= 1) {
    const code = random.pick(file.ordinary && random.chance(SHARE_OF_RARE_OFFENCES) ? ALL_CODES : COMMON_CODES);
    const offenceDate = outsideOfWindow(file, dateBefore(anchor, random.integer(15, 5 * 365)));
    const convictionDate = dateAfter(offenceDate, random.integer(60, 200));
    const convicted = convictionDate <= anchor;
    const spentFrom = convicted && random.chance(0.5) ? dateAfter(convictionDate, 4 * 365) : null;
    const borough = random.pick(Object.keys(MerseysideBorough) as (keyof typeof MerseysideBorough)[]);
    // Whoever became inactive before the change of systems was never moved to CORVUS.
    const legacy = plan.cohort === 'LEFT' && offenceDate < dateBefore(anchor, 3 * 365);
    collector.record(Offence, legacy ? { ...BY_POLICE, sourceSystem: 'POP_DATABASE' } : BY_POLICE, offenceDate, {
      subjectId,
      offenceClass: CLASS_OF_OFFENCE[code],
      code,
      offenceDate,
      convictionDate: convicted ? convictionDate : null,
      spentFrom,
      borough,
      area: borough,
      reconstructed: false,
    });
  }
}

/**
 * What a canary did in the twelve months after its first engagement is its coin's to say: whatever was drawn into
 * them is moved to before them, and the coin alone puts an offence there.
 */
function outsideOfWindow({ canary, firstEngagement }: PersonFile, offenceDate: string): string {
  if (canary === undefined || firstEngagement === undefined || offenceDate <= firstEngagement) return offenceDate;
  return dateBefore(offenceDate, 2 * 365);
}

function writeCanaryOffence({ collector, random, id: subjectId, canary, firstEngagement }: PersonFile): void {
  if (canary !== true || firstEngagement === undefined) return;
  const offenceDate = dateAfter(firstEngagement, random.stream('canary').integer(20, 330));
  collector.record(Offence, BY_POLICE, offenceDate, {
    subjectId,
    offenceClass: CLASS_OF_OFFENCE.THEFT_SHOP,
    code: 'THEFT_SHOP',
    offenceDate,
    reconstructed: false,
  });
}

function writeInventedScores({ collector, random, anchor, id: subjectId, plan }: PersonFile): void {
  for (const monthsAgo of [6, 1]) {
    const day = monthsAfter(anchor, -monthsAgo);
    const asAt = day.slice(0, 7);
    const drawn: keyof typeof NominalBand = random.pick(['HIGH', 'MEDIUM', 'LOW']);
    const band = plan.band ?? drawn;
    const [from, to] = { HIGH: [1500, 2600], MEDIUM: [800, 1499], LOW: [200, 799] }[band] as [number, number];
    const intelligenceComponent = random.integer(10, 90);
    const drugTestsComponent = random.integer(0, 60);
    const offencesComponent = random.integer(from, to);
    collector.record(CorvusScore, SCORED_BY_POLICE, day, {
      subjectId,
      band,
      score: offencesComponent + intelligenceComponent + drugTestsComponent,
      asAt,
      schemeArea: 'Knowsley',
      schemeVersion: 'invented-1',
      offencesComponent,
      intelligenceComponent,
      drugTestsComponent,
    });
    const amountGbp = Math.round(10 ** (3 + random.random() * 3));
    collector.record(CostOfCrime, SCORED_BY_POLICE, day, {
      subjectId,
      band: costBandOf(amountGbp),
      amountGbp,
      asAt,
      carriedUntil: carriedUntilOf(plan, anchor, dateAfter(anchor, random.integer(100, 700))),
    });
  }
}

/** Of somebody released of late it follows from the release; else it is as the police state it. */
function carriedUntilOf({ custody }: PersonFile['plan'], anchor: string, stated: string): string {
  if (custody?.releasedDaysAgo === undefined) return stated;
  return latestCarryOver(dateBefore(anchor, custody.releasedDaysAgo));
}

function writeArrestAndIntelligence({ collector, random, anchor, id: subjectId }: PersonFile): void {
  const arrestDate = dateBefore(anchor, random.integer(20, 700));
  collector.record(Arrest, BY_POLICE, arrestDate, {
    subjectId,
    code: random.pick(COMMON_CODES),
    arrestDate,
    outcome: random.pick(['Released without charge', 'Charged', 'Cautioned']),
  });
  if (!random.chance(0.7)) return;
  const reportedOn = dateBefore(anchor, random.integer(10, 300));
  collector.record(IntelligenceReport, INTELLIGENCE, reportedOn, {
    subjectId,
    reference: `INVENTED-${String(random.integer(10_000, 99_999))}`,
    reportedOn,
    sourceEvaluation: random.pick(['Reliable', 'Mostly reliable', 'Untested']),
    handlingCode: random.pick(['H1', 'H2', 'H3']),
    text: 'Seen with others near the shops in the evening (invented).',
  });
}

function costBandOf(amountGbp: number): keyof typeof CostBand {
  if (amountGbp < 5_000) return 'UNDER_5000';
  if (amountGbp < 50_000) return 'FROM_5000';
  return amountGbp < 500_000 ? 'FROM_50000' : 'FROM_500000';
}
