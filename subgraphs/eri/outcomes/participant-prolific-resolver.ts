import { Directive, FieldResolver, Resolver } from 'type-graphql';

import { definitionOf } from '../../common/graph/definition';
import { instanceWith } from '../../common/graph/instance-with';
import { categoryDirective } from '../../common/records/disclosure-text';
import { Participant } from '../participants/participant';
import { ParticipantProlific } from './participant-prolific';

// The same for everybody, so that it says nothing of anybody: neither yes nor no may be made up.
const UNDEFINED_IN_ITALY = instanceWith(ParticipantProlific, {
  value: null,
  reason: 'Undefined: Italy states no definition of a prolific offender.',
  definition: definitionOf('IT-PROLIFIC-1'),
});

@Resolver(() => Participant)
export class ParticipantProlificResolver {
  @FieldResolver(() => ParticipantProlific, {
    nullable: true,
    description: 'Whether the participant is a prolific offender by the Italian definition, of which there is none.',
  })
  @Directive(categoryDirective('RISK_SCORE/BAND/PROLIFIC'))
  prolific(): ParticipantProlific {
    return UNDEFINED_IN_ITALY;
  }
}
