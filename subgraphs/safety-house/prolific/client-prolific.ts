import { GraphQLLocalDate } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';

import { Definition } from '../../common/graph/definition';
import { DisclosedValue } from '../../common/records/decorators';

@ObjectType('ClientProlific', {
  description:
    'Whether a person is a prolific offender (veelpleger) by the Dutch definition. Computed from the convictions that ' +
    'the public prosecutor recorded; nobody recorded it.',
})
export class ClientProlific {
  @DisclosedValue('RISK_SCORE/BAND/PROLIFIC', () => Boolean, 'Prolific or not.')
  value!: boolean | null;

  @DisclosedValue('RISK_SCORE/BAND/PROLIFIC', () => String, 'Which part of the definition holds, or does not.')
  reason!: string;

  @DisclosedValue('RISK_SCORE/BAND/PROLIFIC', () => GraphQLLocalDate, 'Day on which it was counted, Europe/Amsterdam.')
  asAt!: string;

  @DisclosedValue('OFFENCE/FULL/RECORD', () => Int, 'Convictions of the last 60 months.')
  convictions60m!: number;

  @DisclosedValue('OFFENCE/FULL/RECORD', () => Int, 'Those of them for an offence of the last 12 months.')
  offences12m!: number;

  @DisclosedValue('GOVERNANCE/FULL', () => Definition, 'The definition by which it is told.')
  definition!: Definition;
}
