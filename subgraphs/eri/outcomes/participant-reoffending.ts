import { GraphQLLocalDate } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';

import { Definition } from '../../common/graph/definition';
import { DisclosedValue } from '../../common/records/decorators';
import { ParticipantCensoredReason } from '../vocabularies';

@ObjectType('ParticipantReoffending', {
  description: 'Reoffending of one participant by the Italian definition, computed from the follow-ups of ERI.',
})
export class ParticipantReoffending {
  @DisclosedValue('OUTCOME/FULL/REOFFENDING', () => Int, 'Length of the window in months: 3, 6 or 12.')
  windowMonths!: number;

  @DisclosedValue(
    'OUTCOME/FULL/REOFFENDING',
    () => Boolean,
    'Whether the participant returned to prison for an offence after the first engagement; not recorded where censored.',
  )
  returned!: boolean | null;

  @DisclosedValue('OUTCOME/FULL/REOFFENDING', () => GraphQLLocalDate, 'Day of that return, Europe/Rome.')
  returnedOn!: string | null;

  @DisclosedValue(
    'OUTCOME/FULL/REOFFENDING',
    () => Boolean,
    'Whether a return within the window was left out because its offence came before the first engagement.',
  )
  priorOffenceExcluded!: boolean;

  @DisclosedValue(
    'OUTCOME/FULL/REOFFENDING',
    () => GraphQLLocalDate,
    'First meeting of the programme that the participant attended, Europe/Rome.',
  )
  firstEngagement!: string | null;

  @DisclosedValue(
    'OUTCOME/FULL/REOFFENDING',
    () => Boolean,
    'True where no return was observed and less than the window at liberty is known.',
  )
  censored!: boolean;

  @DisclosedValue('OUTCOME/FULL/REOFFENDING', () => ParticipantCensoredReason, 'Why the participant is censored.')
  censoredReason!: keyof typeof ParticipantCensoredReason | null;

  @DisclosedValue('GOVERNANCE/FULL', () => Definition, 'The definition by which it is counted.')
  definition!: Definition;
}
