import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, Float, ID, InputType, Int, registerEnumType } from 'type-graphql';

import type { DisclosedField, RecordType } from '../records/record-registry';
import { vocabularyName } from '../records/vocabulary-enum';

export const SortDirectionEnum = { ASC: 'ASC', DESC: 'DESC' } as const;
registerEnumType(SortDirectionEnum, {
  name: 'SortDirection',
  description: 'Ascending or descending; what is not recorded comes last.',
  valuesConfig: {
    ASC: { description: 'The smallest, earliest or first in the alphabet first.' },
    DESC: { description: 'The largest, latest or last in the alphabet first.' },
  },
});

type InputClass = (new () => object) & { readonly prototype: object };
type TypeFunction = () => typeof String;

function inputWithoutFields(): InputClass {
  // eslint-disable-next-line @typescript-eslint/no-extraneous-class -- its fields are registered one by one, by name
  return class {};
}

/** One input type a kind of value, with the comparisons that make sense for it. */
const operatorInputs = new Map<string, InputClass>();

function operatorInput(name: string, type: unknown, operators: readonly string[]): InputClass {
  const known = operatorInputs.get(name);
  if (known !== undefined) return known;
  const Operators = inputWithoutFields();
  for (const operator of operators) {
    const operand = operator === 'in' ? [type] : type;
    Field((() => operand) as unknown as TypeFunction, { nullable: true, description: OPERATOR_TEXTS[operator] ?? '' })(
      Operators.prototype,
      operator,
    );
  }
  InputType(name, { description: 'Comparisons of one field; those that are given hold together.' })(Operators);
  operatorInputs.set(name, Operators);
  return Operators;
}

const OPERATOR_TEXTS: Readonly<Record<string, string>> = {
  equals: 'The value itself.',
  in: 'One of these values.',
  from: 'This value or a later or greater one.',
  to: 'This value or an earlier or smaller one.',
  startsWith: 'Begins so, upper and lower case alike.',
};

function operatorsFor(field: DisclosedField): InputClass {
  switch (field.kind) {
    case 'text':
    case 'texts':
      return operatorInput('TextFilter', String, ['equals', 'in', 'startsWith']);
    case 'month':
      return operatorInput('MonthFilter', String, ['equals', 'from', 'to']);
    case 'reference':
      return operatorInput('IdFilter', ID, ['equals', 'in']);
    case 'code':
      return operatorInput(`${vocabularyNameOf(field)}Filter`, field.vocabulary ?? String, ['equals', 'in']);
    case 'date':
      return operatorInput('LocalDateFilter', GraphQLLocalDate, ['equals', 'from', 'to']);
    case 'instant':
      return operatorInput('DateTimeFilter', GraphQLDateTimeISO, ['from', 'to']);
    case 'integer':
      return operatorInput('IntFilter', Int, ['equals', 'in', 'from', 'to']);
    case 'number':
      return operatorInput('FloatFilter', Float, ['from', 'to']);
    case 'boolean':
      return operatorInput('BooleanFilter', Boolean, ['equals']);
  }
}

function vocabularyNameOf(field: DisclosedField): string {
  return field.vocabulary === undefined ? 'Text' : vocabularyName(field.vocabulary);
}

/** `<Record>Filter` and `<Record>Order`; each of their fields says which output field using it reveals. */
export function filterInputsOf(recordType: RecordType): { readonly filter: InputClass; readonly order: InputClass } {
  const Filter = inputWithoutFields();
  const Order = inputWithoutFields();
  const id: DisclosedField = { name: 'id', discloses: recordType.discloses, kind: 'reference', filterable: true };
  for (const field of [id, ...recordType.fields.filter((candidate) => candidate.filterable)]) {
    const reveals = `@reveals(coordinate: "${recordType.name}.${field.name}")`;
    const Operators = operatorsFor(field);
    Field((() => Operators) as unknown as TypeFunction, { nullable: true, description: `By ${field.name}.` })(
      Filter.prototype,
      field.name,
    );
    Directive(reveals)(Filter.prototype, field.name);
    Field((() => SortDirectionEnum) as unknown as TypeFunction, { nullable: true, description: `By ${field.name}.` })(
      Order.prototype,
      field.name,
    );
    Directive(reveals)(Order.prototype, field.name);
  }
  InputType(`${recordType.name}Filter`, { description: `Which ${recordType.plural}; the fields given hold together.` })(
    Filter,
  );
  InputType(`${recordType.name}Order`, { description: 'One step of an order: exactly one field.' })(Order);
  return { filter: Filter, order: Order };
}
