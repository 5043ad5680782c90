import { registerEnumType } from 'type-graphql';

import type { Vocabulary } from '../../../schema/vocabularies';

const names = new WeakMap<object, string>();

/** The GraphQL name of a registered vocabulary. */
export function vocabularyName(codes: object): string {
  return names.get(codes) ?? 'Text';
}

/** Registers a vocabulary as a GraphQL enum: values are the codes, descriptions the labels. */
export function vocabularyEnum<V extends Vocabulary>(
  name: string,
  vocabulary: V,
  description: string,
): { readonly [Code in keyof V]: Code } {
  const codes = Object.fromEntries(Object.keys(vocabulary).map((code) => [code, code])) as { [Code in keyof V]: Code };
  registerEnumType(codes, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries(vocabulary).map(([code, label]) => [code, { description: label }]),
    ) as never, // type-graphql types the config by the enum's own keys, which are generic here
  });
  names.set(codes, name);
  return codes;
}
