import { GraphQLLocalDate } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';

import { Definition } from '../../common/graph/definition';
import { instanceWith } from '../../common/graph/instance-with';
import { DisclosedValue } from '../../common/records/decorators';
import { type LastYearThreshold, LEAST_OFFENCES_60M } from './decide-prolific';

/** DOMAIN.md A.5, PROLIFIC_OFFENDER, UK-Knowsley (a) and (b). */
export function prolificDefinition(threshold: LastYearThreshold): Definition {
  return instanceWith(Definition, {
    jurisdiction: 'UK',
    text:
      `(a) ${String(LEAST_OFFENCES_60M)} offences or more in the last 60 months, ${String(threshold)} or more of them in ` +
      'the last 12 (the source says four or five), by the date of the offence; or (b) a latest CORVUS score of the band ' +
      'HIGH, whose threshold is not published, or inclusion in the cohort by hand with a reason and a review that is not past.',
    version: `UK-KNOWSLEY-1/${String(threshold)}`,
  });
}

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

  @DisclosedValue('GOVERNANCE/FULL', () => Definition, 'The definition by which it is told.')
  definition!: Definition;
}
