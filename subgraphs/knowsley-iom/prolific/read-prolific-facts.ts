import { type OwnerMeasure, readMeasure } from '../../common/row-security/owner-measure';
import type { RequestStore } from '../../common/storage/request-store';
import type { ProlificFacts } from './decide-prolific';

/** A person on whom nothing is recorded that the definition speaks of. */
export const NOTHING_RECORDED: ProlificFacts = { offenceDates: [], latestScore: undefined, addedByHand: false };

interface FactsRow {
  readonly id: string;
  readonly offenceDates: readonly string[];
  readonly latestScore: { readonly band: 'HIGH' | 'MEDIUM' | 'LOW' | null } | null;
  readonly addedByHand: boolean;
}

// Dates are text: as they sort. The longest window of the definition is five years.
export const PROLIFIC_FACTS: OwnerMeasure = {
  name: 'prolificFacts',
  coordinate: 'Nominal.prolific',
  relation: 'nominal',
  parameters: { today: 'date' },
  select: `
  select wanted.id,
    coalesce((select json_agg(o.offence_date::text) from offence o
      where o.subject_id = wanted.id and o.offence_date > (p_today - interval '60 months')::date
        and o.offence_date <= p_today), '[]'::json) as "offenceDates",
    (select json_build_object('band', c.band) from corvus_score c
      where c.subject_id = wanted.id and c.as_at <= to_char(p_today, 'YYYY-MM')
      order by c.as_at desc, c.recorded_at desc, c.id desc limit 1) as "latestScore",
    exists (select 1 from manual_inclusion_valid() valid(id) where valid.id = wanted.id) as "addedByHand"
  from wanted`,
};

/** What is recorded of several people, in one statement. */
export async function readProlificFacts(
  store: RequestStore,
  today: string,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, ProlificFacts>> {
  const rows = await readMeasure<FactsRow>(store, PROLIFIC_FACTS, subjectIds, [today]);
  return new Map(
    rows.map(({ id, offenceDates, latestScore, addedByHand }) => [
      id,
      { offenceDates, latestScore: latestScore ?? undefined, addedByHand },
    ]),
  );
}
