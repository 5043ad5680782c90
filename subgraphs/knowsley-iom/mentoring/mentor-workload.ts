import { Float, Int, ObjectType } from 'type-graphql';

import { Definition, definitionOf } from '../../common/graph/definition';
import { DisclosedValue } from '../../common/records/decorators';

/** The days that the hours of a workload span, today among them. */
export const WORKLOAD_DAYS = 28;

export const WORKLOAD_DEFINITION = definitionOf('UK-MENTOR-WORKLOAD-1');

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
