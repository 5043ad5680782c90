import {
  type FieldNode,
  getArgumentValues,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
} from 'graphql';

import type { VariableValues } from './operation';

/** An input that is used and the output coordinate whose value using it reveals. */
export interface Revealed {
  readonly input: string;
  readonly coordinate: string;
}

/**
 * Which output coordinates the arguments of a field reveal. Arguments are coerced first, so that values from
 * variables and every default (of the operation, of an argument, of a nested input field) count as used. An explicit
 * null counts too: "has none" is an answer.
 */
export function findRevealed(
  typeName: string,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: VariableValues,
  inputs: ReadonlyMap<string, string>,
): readonly Revealed[] {
  if (field.args.length === 0) return [];
  const values = getArgumentValues(field, node, variables);
  const revealed: Revealed[] = [];
  const note = (input: string): void => {
    const coordinate = inputs.get(input);
    if (coordinate !== undefined) revealed.push({ input, coordinate });
  };
  const walk = (type: GraphQLInputType, value: unknown): void => {
    if (value === null || value === undefined) return;
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      for (const item of Array.isArray(value) ? value : [value]) walk(nullable.ofType, item);
    } else if (isInputObjectType(nullable)) {
      const fields = nullable.getFields();
      for (const [name, inner] of Object.entries(value)) {
        const inputField = fields[name];
        if (inputField === undefined) continue;
        note(`${nullable.name}.${name}`);
        walk(inputField.type, inner);
      }
    }
  };
  for (const argument of field.args) {
    if (!Object.hasOwn(values, argument.name)) continue;
    note(`${typeName}.${field.name}(${argument.name}:)`);
    walk(argument.type, values[argument.name]);
  }
  return revealed;
}
