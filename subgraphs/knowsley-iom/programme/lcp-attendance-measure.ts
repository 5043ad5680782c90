import { Float, Int, ObjectType } from 'type-graphql';

import { Definition, definitionOf } from '../../common/graph/definition';
import { DisclosedValue } from '../../common/records/decorators';

export const LCP_ATTENDANCE_DEFINITION = definitionOf('UK-LCP-ATTENDANCE-1');

@ObjectType('LcpAttendanceMeasure', {
  description: 'Attendance of one participant of the Life Change Programme, computed from the recorded days.',
})
export class LcpAttendanceMeasure {
  @DisclosedValue('PROGRAMME/BAND', () => Int, 'Days up to today of which attendance is recorded.')
  daysRecorded!: number;

  @DisclosedValue('PROGRAMME/BAND', () => Int, 'Days of these that the participant attended.')
  daysAttended!: number;

  @DisclosedValue('PROGRAMME/BAND', () => Float, 'Share attended, 0 to 1; not recorded where no day is recorded.')
  rate!: number | null;

  @DisclosedValue('GOVERNANCE/FULL', () => Definition, 'The definition by which it is counted.')
  definition!: Definition;
}
