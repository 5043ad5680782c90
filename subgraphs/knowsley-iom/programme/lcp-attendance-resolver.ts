import DataLoader from 'dataloader';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { instanceWith } from '../../common/graph/instance-with';
import { categoryDirective } from '../../common/records/disclosure-text';
import type { OwnerContext } from '../../common/serving/owner-context';
import { type OwnerMeasure, readMeasure } from '../../common/row-security/owner-measure';
import type { RequestStore } from '../../common/storage/request-store';
import { LCP_ATTENDANCE_DEFINITION, LcpAttendanceMeasure } from './lcp-attendance-measure';
import { LcpEnrolment } from './lcp-enrolment';

/** The loader of one request. */
const loaderOf = new WeakMap<OwnerContext, DataLoader<string, LcpAttendanceMeasure>>();

@Resolver(() => LcpEnrolment)
export class LcpAttendanceResolver {
  @FieldResolver(() => LcpAttendanceMeasure, {
    nullable: true,
    description: 'How much of the course the participant attended, with the definition.',
  })
  @Directive(categoryDirective('PROGRAMME/BAND'))
  async attendance(@Root() enrolment: LcpEnrolment, @Ctx() context: OwnerContext): Promise<LcpAttendanceMeasure> {
    let loader = loaderOf.get(context);
    if (loader === undefined) {
      const { store, today } = context.scope;
      loader = new DataLoader((ids) => countAttendance(store, today, ids));
      loaderOf.set(context, loader);
    }
    return loader.load(enrolment.id);
  }
}

interface CountedRow {
  readonly enrolmentId: string;
  readonly recorded: number;
  readonly attended: number;
}

export const LCP_ATTENDANCE: OwnerMeasure = {
  name: 'lcpAttendance',
  coordinate: 'LcpEnrolment.attendance',
  relation: 'lcp_enrolment',
  parameters: { today: 'date' },
  select: `
  select a.enrolment_id as "enrolmentId", count(*)::integer as recorded,
    (count(*) filter (where a.attended))::integer as attended
  from lcp_attendance a
  where a.enrolment_id in (select id from wanted) and a.attended is not null and a.held_on <= p_today
  group by a.enrolment_id`,
};

async function countAttendance(
  store: RequestStore,
  today: string,
  ids: readonly string[],
): Promise<LcpAttendanceMeasure[]> {
  const rows = await readMeasure<CountedRow>(store, LCP_ATTENDANCE, ids, [today]);
  const counted = new Map(rows.map((row) => [row.enrolmentId, row]));
  return ids.map((id) => {
    const { recorded, attended } = counted.get(id) ?? { recorded: 0, attended: 0 };
    return instanceWith(LcpAttendanceMeasure, {
      daysRecorded: recorded,
      daysAttended: attended,
      rate: recorded === 0 ? null : attended / recorded,
      definition: LCP_ATTENDANCE_DEFINITION,
    });
  });
}
