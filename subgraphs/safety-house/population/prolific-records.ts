import { dateAfter, dateBefore } from '../../common/calendar/calendar-dates';
import type { Synthetic } from '../../common/loading/synthetic';
import { ProsecutorOffence } from '../offences/prosecutor-offence';
import type { RecordCollector } from './record-collector';
import { recorded } from './recorded';

/** So many convictions in five years, of which so many for offences of the last year. */
export interface PlannedConvictions {
  readonly fiveYears: number;
  readonly lastYear: number;
}

/** Prolific by the Dutch definition, short of it by one conviction, and by the last year; two people each. */
export const PLANNED_PROLIFIC: readonly PlannedConvictions[] = [
  { fiveYears: 12, lastYear: 1 },
  { fiveYears: 12, lastYear: 1 },
  { fiveYears: 10, lastYear: 2 },
  { fiveYears: 10, lastYear: 2 },
  { fiveYears: 9, lastYear: 3 },
  { fiveYears: 9, lastYear: 3 },
  { fiveYears: 14, lastYear: 0 },
  { fiveYears: 14, lastYear: 0 },
];

export function addConvictions(
  records: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  subjectId: string,
  { fiveYears, lastYear }: PlannedConvictions,
): void {
  for (let number = 0; number < fiveYears; number += 1) {
    const daysAgo = number < lastYear ? synthetic.integer(100, 340) : synthetic.integer(400, 1700);
    const offenceDate = dateBefore(anchor, daysAgo);
    const convictionDate = dateAfter(offenceDate, synthetic.integer(30, 90));
    records.add(ProsecutorOffence, {
      id: synthetic.id('prosecutor offence', `${subjectId} conviction ${String(number)}`),
      subjectId,
      offenceType: 'THEFT',
      code: 'THEFT_SHOP',
      localLabel: 'Winkeldiefstal (art. 310 Sr)',
      offenceDate,
      convictionDate,
      decision: 'CONVICTED',
      ...recorded('om-den-haag', convictionDate, 'FACT', 'prosecution records'),
    });
  }
}
