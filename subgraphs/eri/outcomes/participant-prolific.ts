import { ObjectType } from 'type-graphql';

import { Definition } from '../../common/graph/definition';
import { DisclosedValue } from '../../common/records/decorators';

@ObjectType('ParticipantProlific', {
  description:
    'Whether a participant is a prolific offender. Italy has no definition of it: it is undefined, never no.',
})
export class ParticipantProlific {
  @DisclosedValue('RISK_SCORE/BAND/PROLIFIC', () => Boolean, 'Always null in Italy, with the reason beside it.')
  value!: boolean | null;

  @DisclosedValue('RISK_SCORE/BAND/PROLIFIC', () => String, 'Why there is no value.')
  reason!: string | null;

  @DisclosedValue(
    'GOVERNANCE/FULL',
    () => Definition,
    'The definition of the jurisdiction, which says that none is stated.',
  )
  definition!: Definition;
}
