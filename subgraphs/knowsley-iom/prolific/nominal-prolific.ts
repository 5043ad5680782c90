import { GraphQLLocalDate } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';

import { Definition } from '../../common/graph/definition';
import { DisclosedValue } from '../../common/records/decorators';

@ObjectType('NominalProlific', {
  description:
    'Whether a person is a prolific offender by the definition of Knowsley, and by which part of it. Computed from ' +
    'records of Merseyside Police and from the cohort; nobody recorded it.',
})
export class NominalProlific {
  @DisclosedValue(
    'RISK_SCORE/BAND/PROLIFIC',
    () => Boolean,
    'Prolific or not; not recorded where the records do not tell.',
  )
  value!: boolean | null;

  @DisclosedValue('RISK_SCORE/BAND/PROLIFIC', () => String, 'By which part of the definition, or why it is not told.')
  reason!: string;

  @DisclosedValue('RISK_SCORE/BAND/PROLIFIC', () => GraphQLLocalDate, 'Day on which it was counted, Europe/London.')
  asAt!: string;

  @DisclosedValue('OFFENCE/BAND/RECORD', () => Boolean, 'Whether (a), the number of offences, holds.')
  byOffences!: boolean;

  @DisclosedValue('OFFENCE/FULL/RECORD', () => Int, 'Offences of the last 60 months.')
  offences60m!: number;

  @DisclosedValue('OFFENCE/FULL/RECORD', () => Int, 'Offences of the last 12 months.')
  offences12m!: number;

  @DisclosedValue(
    'RISK_SCORE/BAND/CORVUS',
    () => Boolean,
    'Whether the latest score is of the band HIGH (b); not recorded where it has no band.',
  )
  byScore!: boolean | null;

  @DisclosedValue('RISK_SCORE/BAND/COHORT', () => Boolean, 'Whether the person was added by hand (b).')
  byManualInclusion!: boolean;

  @DisclosedValue('GOVERNANCE/FULL', () => Int, 'Offences of the last 12 months that (a) asks for: four or five.')
  lastYearThreshold!: number;

  @DisclosedValue('GOVERNANCE/FULL', () => Definition, 'The definition (a), by the number of offences.')
  definition!: Definition;

  @DisclosedValue('GOVERNANCE/FULL', () => Definition, 'The definition (b), by score or inclusion by hand.')
  alternativeDefinition!: Definition;
}
