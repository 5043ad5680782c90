import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, parse } from 'graphql';
import { buildSchemaSync, createResolversMap } from 'type-graphql';

import { DISCLOSURE_DIRECTIVES, DISCLOSURE_SPEC_URL } from '../../../schema/directives';
import { type RecordClass } from '../records/record-registry';
import { recordResolvers } from './record-resolvers';

type AnyClass = new () => object;

const LINKS = /* GraphQL */ `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@composeDirective"])
    @link(url: "${DISCLOSURE_SPEC_URL}", import: ["@category", "@reveals"])
    @composeDirective(name: "@category")
    @composeDirective(name: "@reveals")
`;

export interface OwnerSchema {
  readonly schema: GraphQLSchema;
  /** The SDL with what every coordinate discloses: what is committed, composed and read into the permission map. */
  readonly sdl: string;
}

/**
 * An owner's schema: the root fields and relations of its kinds of records, and the resolvers that it wrote by hand.
 * `entities` are types that only `_entities` reaches: type-graphql would drop them silently.
 */
export function buildOwnerSchema(
  recordClasses: readonly RecordClass[],
  resolvers: readonly AnyClass[],
  entities: readonly AnyClass[],
): OwnerSchema {
  const resolverClasses = [...recordClasses.map(recordResolvers), ...resolvers];
  const [first, ...others] = resolverClasses;
  if (first === undefined) throw new Error('An owner without a resolver has no graph.');
  const plain = buildSchemaSync({
    resolvers: [first, ...others],
    orphanedTypes: [...entities],
    validate: false,
    // The federation directives are declared by the links below, not here.
    skipCheck: true,
  });
  const sdl = `${LINKS}\n${DISCLOSURE_DIRECTIVES}\n${printSchemaWithDirectives(plain)}`;
  const resolversMap = createResolversMap(plain) as GraphQLResolverMap<unknown>;
  for (const entity of entities) {
    // A reference is only a key: whether anything may be seen of it is decided field by field.
    const fields = (resolversMap[entity.name] ?? {}) as Record<string, unknown>;
    fields.__resolveReference = (reference: object): object => ({ ...reference });
    resolversMap[entity.name] = fields as GraphQLResolverMap<unknown>[string];
  }
  return { schema: buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolversMap }), sdl };
}
