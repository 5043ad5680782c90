import { GraphQLLocalDate } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';

import { Definition, definitionOf } from '../../common/graph/definition';
import { DisclosedValue } from '../../common/records/decorators';
import { ReturnCensoredReason } from '../vocabularies';

/** DOMAIN.md A.5, REOFFENDING, NL aftercare, mended by C.0. */
export const RETURN_DEFINITION = definitionOf('NL-AFTERCARE-1');

@ObjectType('ReturnToPrisonMeasure', {
  description: 'Reoffending of one person by the Dutch definition, computed from the prisons’ notices.',
})
export class ReturnToPrisonMeasure {
  @DisclosedValue('OUTCOME/FULL/REOFFENDING', () => Int, 'Length of the window in months: 12.')
  windowMonths!: number;

  @DisclosedValue(
    'OUTCOME/FULL/REOFFENDING',
    () => Boolean,
    'Whether the person returned to prison for a new offence; not recorded where the person is censored.',
  )
  returned!: boolean | null;

  @DisclosedValue('OUTCOME/FULL/REOFFENDING', () => GraphQLLocalDate, 'First day of that custody, Europe/Amsterdam.')
  returnedOn!: string | null;

  @DisclosedValue(
    'OUTCOME/FULL/REOFFENDING',
    () => Boolean,
    'True where no return was observed and the person was at liberty for less than the window.',
  )
  censored!: boolean;

  @DisclosedValue('OUTCOME/FULL/REOFFENDING', () => ReturnCensoredReason, 'Why the person is censored.')
  censoredReason!: keyof typeof ReturnCensoredReason | null;

  @DisclosedValue('GOVERNANCE/FULL', () => Definition, 'The definition by which it is counted.')
  definition!: Definition;
}
