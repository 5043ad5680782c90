// Table 3, the first group of the Life Change Programme in prison, as the figures that its report states. The printed
// table has a row for each man, with his release and reoffences: that is CUSTODY and OFFENCE of a person, which no
// clause about published figures permits, so only the counts over all rows become records.
import { monthsAfter } from '../../common/calendar/calendar-dates';
import type { CsvRow } from '../../common/loading/read-csv';

interface Count {
  readonly measure: string;
  readonly asOf: string;
  readonly men: number;
  readonly note: string | null;
  readonly contradiction: string | null;
}

const BY_STATUS = 'by the printed status; those still in prison say nothing about reoffending, they are no zeros';

export function cohortStatistics(table: readonly CsvRow[]): readonly object[] {
  const engaged = firstEngagementOf(table);
  const counts: readonly Count[] = [
    { measure: 'men in the group', asOf: engaged, men: table.length, note: null, contradiction: null },
    releasedBy(table, '6', monthsAfter(engaged, 6)),
    releasedBy(table, '12', monthsAfter(engaged, 12)),
    {
      measure: 'still in prison on the same sentence 12 months after first engagement',
      asOf: monthsAfter(engaged, 12),
      men: table.filter((row) => !wasReleased(row, '12')).length,
      note: BY_STATUS,
      contradiction: null,
    },
  ];
  return counts.map(({ men, ...count }, index) => ({
    id: `exchange-lcp-cohort-${String(index + 1).padStart(3, '0')}`,
    jurisdiction: 'UK',
    context: 'LCP in prison, first group (Table 3)',
    printedValue: String(men),
    source: '002 Final',
    ...count,
  }));
}

function releasedBy(table: readonly CsvRow[], months: '6' | '12', date: string): Count {
  const men = table.filter((row) => wasReleased(row, months)).length;
  const byDate = table.filter((row) => (row.release_date ?? '') <= date).length;
  return {
    measure: `released within ${months} months of first engagement`,
    asOf: date,
    men,
    note: BY_STATUS,
    contradiction: byDate === men ? null : `the printed release dates give ${String(byDate)} by then`,
  };
}

/** Reoffences are printed for those who had been released by then, a zero too, and for nobody else. */
function wasReleased(row: CsvRow, months: '6' | '12'): boolean {
  return row[`reoffences_${months}m`] !== '';
}

function firstEngagementOf(table: readonly CsvRow[]): string {
  const [engaged, ...others] = new Set(table.map((row) => row.first_engagement ?? ''));
  if (engaged === undefined || others.length > 0) throw new Error('Table 3 has one day of first engagement for all.');
  return engaged;
}
