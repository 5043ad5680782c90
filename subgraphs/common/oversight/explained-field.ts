import { Directive, ObjectType } from 'type-graphql';

import { DecisionKind } from '../graph/decision-kind';
import { DisclosedValue } from '../records/decorators';

@Directive('@shareable')
@ObjectType('ExplainedCondition', { description: 'A condition of a clause, for the person that was asked about.' })
export class ExplainedCondition {
  @DisclosedValue('AUDIT/FULL', () => String, 'When it holds, in words, with what the clause fills in.')
  words!: string;

  @DisclosedValue(
    'AUDIT/FULL',
    () => Boolean,
    'Whether it holds today for the person, or for some case of theirs; not recorded where an officer is not told.',
  )
  holds!: boolean | null;

  @DisclosedValue('AUDIT/FULL', () => String, 'Why an officer is not told; not recorded where it is told.')
  notTold!: string | null;
}

@Directive('@shareable')
@ObjectType('ExplainedWay', { description: 'One clause by which a field is shared, or by which it is not.' })
export class ExplainedWay {
  @DisclosedValue('AUDIT/FULL', () => String, 'Id of the agreement.')
  protocol!: string;

  @DisclosedValue('AUDIT/FULL', () => String, 'Version of the agreement.')
  version!: string;

  @DisclosedValue('AUDIT/FULL', () => String, 'Id of the clause.')
  clause!: string;

  @DisclosedValue('AUDIT/FULL', () => [ExplainedCondition], 'Conditions, all of which must hold for the record.')
  conditions!: readonly ExplainedCondition[];

  @DisclosedValue(
    'AUDIT/FULL',
    () => Boolean,
    'Whether it permits the field about the person, or about some case of theirs, the conditions taken together; not ' +
      'recorded where that rests on a condition that is not told, and for a clause that denies.',
  )
  holds!: boolean | null;
}

@Directive('@shareable')
@ObjectType('ExplainedField', {
  description: 'A field of a record, and what the agreements say of it to the persona, for the purpose.',
})
export class ExplainedField {
  @DisclosedValue('AUDIT/FULL', () => String, 'The field, as Type.field.')
  coordinate!: string;

  @DisclosedValue('AUDIT/FULL', () => String, 'The kind of data that it discloses.')
  category!: string;

  @DisclosedValue('AUDIT/FULL', () => String, 'How fine it is: FLAG, BAND or FULL.')
  level!: string;

  @DisclosedValue('AUDIT/FULL', () => String, 'Who decides on it: an organisation or a named group.')
  controller!: string;

  @DisclosedValue('AUDIT/FULL', () => DecisionKind, 'The decision for the persona and the purpose.')
  decision!: keyof typeof DecisionKind;

  @DisclosedValue(
    'AUDIT/FULL',
    () => [ExplainedWay],
    'The clauses that permit it, each by itself; for a denied field the clause that a refusal cites.',
  )
  ways!: readonly ExplainedWay[];
}
