import { Float, Int, ObjectType } from 'type-graphql';

import { Definition } from '../../common/graph/definition';
import { instanceWith } from '../../common/graph/instance-with';
import { DisclosedValue } from '../../common/records/decorators';

/** The days that the hours of a workload span, today among them. */
export const WORKLOAD_DAYS = 28;

export const WORKLOAD_DEFINITION: Definition = instanceWith(Definition, {
  jurisdiction: 'UK',
  text:
    'Active matches: those that have begun and whose last day, if there is one, is not past. Hours: the length of the ' +
    `mentoring sessions that the mentor noted in the ${String(WORKLOAD_DAYS)} days up to and with today, Europe/London.`,
  version: 'UK-MENTOR-WORKLOAD-1',
});

@ObjectType('MentorWorkload', {
  description: 'How much a mentor does at present, computed from matches and sessions on the day.',
})
export class MentorWorkload {
  @DisclosedValue('STAFF/FULL', () => Int, 'Matches that are active today.')
  activeMatches!: number;

  @DisclosedValue('STAFF/FULL', () => Float, 'Hours of mentoring in the last 28 days.')
  hoursLast28Days!: number;

  @DisclosedValue('GOVERNANCE/FULL', () => Definition, 'The definition by which it is counted.')
  definition!: Definition;
}
