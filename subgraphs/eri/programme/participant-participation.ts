import { Float, Int, ObjectType } from 'type-graphql';

import { Definition } from '../../common/graph/definition';
import { DisclosedValue } from '../../common/records/decorators';

@ObjectType('ParticipantParticipation', {
  description: 'How far one participant took part in the programme, computed from the attendance that ERI recorded.',
})
export class ParticipantParticipation {
  @DisclosedValue('PROGRAMME/FULL', () => Int, 'Meetings up to today of which the attendance is recorded.')
  meetingsRecorded!: number;

  @DisclosedValue('PROGRAMME/FULL', () => Int, 'Meetings of these that the participant attended.')
  meetingsAttended!: number;

  @DisclosedValue('PROGRAMME/FULL', () => Float, 'Attended by recorded meetings, 0 to 1; null while there is none.')
  rate!: number | null;

  @DisclosedValue(
    'PROGRAMME/FULL',
    () => Boolean,
    'Whether every meeting was attended; null while one is to come or to be recorded and none was missed.',
  )
  fullParticipation!: boolean | null;

  @DisclosedValue('GOVERNANCE/FULL', () => Definition, 'The definition by which it is counted.')
  definition!: Definition;
}
