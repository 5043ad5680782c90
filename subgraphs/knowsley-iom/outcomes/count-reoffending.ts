import { type OwnerMeasure, readMeasure } from '../../common/row-security/owner-measure';
import type { RequestStore } from '../../common/storage/request-store';
import { PROJECT_DEFINITION, ReoffendingMeasure } from './reoffending-measure';

interface CountedRow {
  readonly subjectId: string;
  readonly firstEngagement: string | null;
  readonly baseline: number;
  readonly reoffences: number;
  readonly windowOver: boolean;
  readonly inCustody: boolean;
}

// `date + interval` clamps month ends: 31 August and six months are 28 February. The bounds are half-open, so that
// no offence counts twice and an offence on the day of the first engagement belongs to the baseline.
export const REOFFENDING_MEASURE: OwnerMeasure = {
  name: 'reoffending',
  coordinate: 'Nominal.reoffending',
  relation: 'nominal',
  parameters: { months: 'integer', today: 'date' },
  select: `
  with engagement as (
    select wanted.id as subject_id, least(
      (select min(held_on) from mentoring_session s where s.subject_id = wanted.id),
      (select min(matched_from) from mentoring_match m where m.subject_id = wanted.id)
    ) as first_day
    from wanted
  ), observed as (
    select subject_id, first_day,
      (first_day - interval '36 months')::date as baseline_start,
      (first_day + make_interval(months => p_months))::date as window_end
    from engagement
  )
  select w.subject_id as "subjectId", w.first_day as "firstEngagement",
    (select count(*) from offence o where o.subject_id = w.subject_id
       and o.offence_date > w.baseline_start and o.offence_date <= w.first_day) as "baseline",
    (select count(*) from offence o where o.subject_id = w.subject_id
       and o.offence_date > w.first_day and o.offence_date <= w.window_end) as "reoffences",
    coalesce(w.window_end <= p_today, false) as "windowOver",
    exists (select 1 from custody_episode c where c.subject_id = w.subject_id
       and c.started_on < w.window_end and coalesce(c.released_on, 'infinity'::date) > w.first_day) as "inCustody"
  from observed w`,
};

/**
 * Reoffending of several people within one window, in one statement. It is computed from the whole record: the
 * permission to read the outcome stands for its inputs, which it does not show.
 */
export async function countReoffending(
  store: RequestStore,
  today: string,
  windowMonths: number,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, ReoffendingMeasure>> {
  const rows = await readMeasure<CountedRow>(store, REOFFENDING_MEASURE, subjectIds, [windowMonths, today]);
  return new Map(rows.map((row) => [row.subjectId, measureOf(row, windowMonths)]));
}

/** An observed offence always counts; without one, a window that was not wholly spent at liberty says nothing. */
export function measureOf(row: CountedRow, windowMonths: number): ReoffendingMeasure {
  const censoredReason = censoring(row);
  return Object.assign(new ReoffendingMeasure(), {
    windowMonths,
    reoffences: censoredReason === null ? row.reoffences : null,
    baselineOffences36m: row.firstEngagement === null ? null : row.baseline,
    firstEngagement: row.firstEngagement,
    censored: censoredReason !== null,
    censoredReason,
    definition: PROJECT_DEFINITION,
  });
}

function censoring(row: CountedRow): ReoffendingMeasure['censoredReason'] {
  if (row.firstEngagement === null) return 'NO_ENGAGEMENT';
  if (row.reoffences > 0) return null;
  if (!row.windowOver) return 'WINDOW_NOT_OVER';
  return row.inCustody ? 'NOT_AT_LIBERTY' : null;
}
