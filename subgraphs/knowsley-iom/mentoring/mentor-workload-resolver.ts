import DataLoader from 'dataloader';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { instanceWith } from '../../common/graph/instance-with';
import { categoryDirective } from '../../common/records/disclosure-text';
import type { OwnerContext } from '../../common/serving/owner-context';
import { type OwnerMeasure, readMeasure } from '../../common/row-security/owner-measure';
import type { RequestStore } from '../../common/storage/request-store';
import { Mentor } from './mentor';
import { MentorWorkload, WORKLOAD_DAYS, WORKLOAD_DEFINITION } from './mentor-workload';

/** The loader of one request. */
const loaderOf = new WeakMap<OwnerContext, DataLoader<string, MentorWorkload | null>>();

@Resolver(() => Mentor)
export class MentorWorkloadResolver {
  @FieldResolver(() => MentorWorkload, {
    nullable: true,
    description: 'How much the mentor does at present, with the definition.',
  })
  @Directive(categoryDirective('STAFF/FULL'))
  async workload(@Root() mentor: Mentor, @Ctx() context: OwnerContext): Promise<MentorWorkload | null> {
    let loader = loaderOf.get(context);
    if (loader === undefined) {
      const { store, today } = context.scope;
      loader = new DataLoader((ids) => workloads(store, today, ids));
      loaderOf.set(context, loader);
    }
    return loader.load(mentor.id);
  }
}

// A match lasts through its last day, as for the mentor's own access to the mentee.
export const MENTOR_WORKLOADS: OwnerMeasure = {
  name: 'mentorWorkload',
  coordinate: 'Mentor.workload',
  relation: 'mentor',
  parameters: { today: 'date', days: 'integer' },
  select: `
  select m.id,
    (select count(*)::integer from mentoring_match t
     where t.mentor_id = m.id and t.matched_from <= p_today
       and (t.matched_until is null or t.matched_until >= p_today)) as "activeMatches",
    (select coalesce(sum(s.duration_hours), 0)::float8 from mentoring_session s
     where s.author = m.person and s.held_on > p_today - p_days and s.held_on <= p_today) as "hoursLast28Days"
  from mentor m where m.id in (select id from wanted)`,
};

async function workloads(
  store: RequestStore,
  today: string,
  ids: readonly string[],
): Promise<(MentorWorkload | null)[]> {
  const rows = await readMeasure<{ id: string; activeMatches: number; hoursLast28Days: number }>(
    store,
    MENTOR_WORKLOADS,
    ids,
    [today, WORKLOAD_DAYS],
  );
  const counted = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = counted.get(id);
    if (row === undefined) return null;
    const { activeMatches, hoursLast28Days } = row;
    return instanceWith(MentorWorkload, { activeMatches, hoursLast28Days, definition: WORKLOAD_DEFINITION });
  });
}
