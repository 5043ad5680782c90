/**
 * The two directives by which the graph says what a coordinate discloses. Arguments are strings, because enum
 * arguments would put the enums into the public API. Both are composed into the supergraph and stripped from the
 * API schema. On an output field, which may have several, `@reveals` names what its value gives away beside its own:
 * all of it must be permitted.
 */
export const DISCLOSURE_DIRECTIVES = /* GraphQL */ `
  directive @category(name: String!, level: String!, facet: String) on FIELD_DEFINITION
  directive @reveals(coordinate: String!) repeatable on INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION | FIELD_DEFINITION
`;
export const DISCLOSURE_SPEC_URL = 'https://concordat.example/disclosure/v1.0';
