import { Int, ObjectType } from 'type-graphql';

import { DecisionKind } from '../../common/graph/decision-kind';
import { DisclosedValue } from '../../common/records/decorators';
import { StatedCondition } from './stated-protocol';

@ObjectType('AskableWay', { description: 'One clause by which a field is shared, or by which it is not.' })
export class AskableWay {
  @DisclosedValue('GOVERNANCE/FULL', () => String, 'Id of the agreement.')
  protocol!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'Version of the agreement.')
  version!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'Id of the clause.')
  clause!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => [StatedCondition], 'Conditions, all of which must hold for the record.')
  conditions!: readonly StatedCondition[];
}

@ObjectType('AskableField', { description: 'A field of the graph, and what the agreements say of it to the caller.' })
export class AskableField {
  @DisclosedValue('GOVERNANCE/FULL', () => String, 'The field, as Type.field.')
  coordinate!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'The type that the field belongs to.')
  typeName!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'The kind of data that it discloses.')
  category!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'How fine it is: FLAG, BAND or FULL.')
  level!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'The part of the kind; not recorded where the kind has no parts.')
  facet!: string | null;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'Who decides on it: an organisation or a named group.')
  controller!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => DecisionKind, 'The decision for the caller and the stated purpose.')
  decision!: keyof typeof DecisionKind;

  @DisclosedValue(
    'GOVERNANCE/FULL',
    () => [AskableWay],
    'The clauses that permit it, each by itself; for a denied field the clause that a refusal cites.',
  )
  ways!: readonly AskableWay[];
}

@ObjectType('AskableFields', { description: 'What the caller may ask for the stated purpose, a part at a time.' })
export class AskableFields {
  @DisclosedValue('GOVERNANCE/FULL', () => String, 'Who asks: organisation.role.')
  recipient!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'The purpose that was stated.')
  purpose!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => Int, 'How many fields there are in all parts together.')
  count!: number;

  @DisclosedValue('GOVERNANCE/FULL', () => [AskableField], 'The fields of this part, in the order of the alphabet.')
  fields!: readonly AskableField[];

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'Give it as "after" for the next part; not recorded at the end.')
  next!: string | null;
}
