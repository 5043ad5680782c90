import { registerEnumType } from 'type-graphql';

import type { Vocabulary } from '../../../schema/vocabularies';

const names = new WeakMap<object, string>();
const registered = new Map<string, { readonly vocabulary: Vocabulary; readonly codes: object }>();

/** The GraphQL name of a registered vocabulary. */
export function vocabularyName(codes: object): string {
  return names.get(codes) ?? 'Text';
}

/**
 * Registers a vocabulary as a GraphQL enum: values are the codes, descriptions the labels. Two owners that register the
 * same one share it.
 */
export function vocabularyEnum<V extends Vocabulary>(
  name: string,
  vocabulary: V,
  description: string,
): { readonly [Code in keyof V]: Code } {
  const known = registered.get(name);
  if (known?.vocabulary === vocabulary) return known.codes as { [Code in keyof V]: Code };
  if (known !== undefined)
    throw new Error(`Two vocabularies are named ${name}: rename one, or share it in schema/vocabularies.ts.`);
  const codes = Object.fromEntries(Object.keys(vocabulary).map((code) => [code, code])) as { [Code in keyof V]: Code };
  registerEnumType(codes, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries(vocabulary).map(([code, label]) => [code, { description: label }]),
    ) as never, // type-graphql types the config by the enum's own keys, which are generic here
  });
  names.set(codes, name);
  registered.set(name, { vocabulary, codes });
  return codes;
}
