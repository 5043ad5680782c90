import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  Kind,
  parse,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

import { isCategory, isFacetOf, isLevel } from './categories';
import { controllerOf as controllerInTable } from './controllers';
import type { Controller } from './organisations';
import type { FieldDisclosure, PermissionMap } from './permission-map';

/** Fields that disclose no more than the field that leads to them: keys, and the plumbing of connections. */
const KEY_FIELDS = new Set(['id', '__typename']);
const PLUMBING: Readonly<Record<string, ReadonlySet<string>>> = {
  Connection: new Set(['edges', 'pageInfo']),
  Edge: new Set(['node', 'cursor']),
  PageInfo: new Set(['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor']),
};
const FEDERATION_FIELDS = new Set(['Query._entities', 'Query._service', '_Service.sdl']);

/** Thrown with every coordinate of the schema that does not say what it discloses, each with its remedy. */
export class UncategorisedSchema extends Error {
  override readonly name = 'UncategorisedSchema';
  constructor(readonly faults: readonly string[]) {
    super(
      `The schema has ${String(faults.length)} coordinate(s) that do not say what they disclose:\n${faults.join('\n')}`,
    );
  }
}

/**
 * Reads what each coordinate discloses from an SDL that still carries `@category` and `@reveals`: a subgraph's or
 * the supergraph's. Throws {@link UncategorisedSchema} when a field, an input or a controller is missing, so that an
 * uncategorised field fails the build.
 */
export function readPermissionMap(
  sdl: string | DocumentNode,
  controllerOf: (typeName: string) => Controller | undefined = controllerInTable,
): PermissionMap {
  const document = typeof sdl === 'string' ? parse(sdl, { noLocation: true }) : sdl;
  const types = objectTypes(document);
  const inputTypes = new Set(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ? [definition.name.value] : [],
    ),
  );
  const interfaces = interfaceFields(document);
  const fields = new Map<string, FieldDisclosure>();
  const exempt = new Set<string>();
  const inputs = new Map<string, string>();
  const requires = new Map<string, readonly string[]>();
  const faults: string[] = [];

  for (const [typeName, type] of types) {
    for (const field of type.fields) {
      const coordinate = `${typeName}.${field.name.value}`;
      const required = requiredCoordinates(field, typeName, types);
      if (required.length > 0) requires.set(coordinate, required);
      for (const argument of field.arguments ?? []) {
        const revealed = directiveArguments(argument.directives, 'reveals')?.coordinate;
        // A key discloses nothing, and paging nothing that the list itself does not.
        if (revealed !== undefined) inputs.set(`${coordinate}(${argument.name.value}:)`, revealed);
        else if (!CHOOSERS.has(`${coordinate}(${argument.name.value}:)`) && !isPlainArgument(argument, inputTypes)) {
          faults.push(`${coordinate}(${argument.name.value}:): add @reveals(coordinate: "Type.field").`);
        }
      }
      if (isExempt(typeName, field.name.value, coordinate)) {
        exempt.add(coordinate);
        continue;
      }
      const directive =
        directiveArguments(field.directives, 'category') ??
        type.interfaces
          .map((name) => directiveArguments(interfaces.get(`${name}.${field.name.value}`)?.directives, 'category'))
          .find((found) => found !== undefined);
      if (directive === undefined) {
        faults.push(`${coordinate}: add @category(name: …, level: …) to say what it discloses.`);
        continue;
      }
      const { name = '', level = '', facet } = directive;
      if (!isCategory(name) || !isLevel(level) || (facet !== undefined && !isFacetOf(name, facet))) {
        faults.push(
          `${coordinate}: @category names an unknown category, level or facet (${name}, ${level}, ${facet ?? '-'}).`,
        );
        continue;
      }
      const targetType = namedType(field.type);
      const owningType = types.has(targetType) && targetType !== 'PageInfo' ? targetType : typeName;
      const controller = controllerOf(owningType);
      if (controller === undefined) {
        faults.push(`${coordinate}: the type ${owningType} has no controller; name one in schema/controllers.ts.`);
        continue;
      }
      fields.set(coordinate, {
        coordinate,
        category: name,
        level,
        controller,
        ...(facet === undefined ? {} : { facet }),
      });
    }
  }
  readInputObjects(document, inputs, faults);
  const revealedBy = [
    ...inputs,
    ...[...requires].flatMap(([field, required]) => required.map((name) => [field, name] as const)),
  ];
  for (const [revealing, revealed] of revealedBy) {
    if (!fields.has(revealed) && !exempt.has(revealed)) {
      faults.push(`${revealing}: @reveals names ${revealed}, which is no output field of this schema.`);
    }
  }
  if (faults.length > 0) throw new UncategorisedSchema(faults);
  return { fields, exempt, inputs, requires };
}

interface ReadType {
  readonly fields: readonly FieldDefinitionNode[];
  readonly interfaces: readonly string[];
}

function objectTypes(document: DocumentNode): ReadonlyMap<string, ReadType> {
  const types = new Map<string, { fields: FieldDefinitionNode[]; interfaces: string[] }>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    const node: ObjectTypeDefinitionNode | ObjectTypeExtensionNode = definition;
    const type = types.get(node.name.value) ?? { fields: [], interfaces: [] };
    type.fields.push(...(node.fields ?? []));
    type.interfaces.push(...(node.interfaces ?? []).map((named) => named.name.value));
    types.set(node.name.value, type);
  }
  return types;
}

function interfaceFields(document: DocumentNode): ReadonlyMap<string, FieldDefinitionNode> {
  return new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? (definition.fields ?? []).map((field) => [`${definition.name.value}.${field.name.value}`, field] as const)
        : [],
    ),
  );
}

function isExempt(typeName: string, fieldName: string, coordinate: string): boolean {
  if (KEY_FIELDS.has(fieldName) || FEDERATION_FIELDS.has(coordinate)) return true;
  const plumbing = Object.entries(PLUMBING).find(([suffix]) => typeName.endsWith(suffix));
  return plumbing?.[1].has(fieldName) ?? false;
}

/** Scalars and enums given as arguments choose a record or a page by key; input objects say what they reveal inside. */
function isPlainArgument(argument: InputValueDefinitionNode, inputTypes: ReadonlySet<string>): boolean {
  return PLAIN_ARGUMENTS.has(argument.name.value) || inputTypes.has(namedType(argument.type));
}
const PLAIN_ARGUMENTS = new Set(['id', 'first', 'after', 'representations', 'if', 'windowMonths']);

/**
 * Arguments that choose by name or key, what concerns no person or whose access is explained, and reveal nothing; by
 * their whole coordinate, since elsewhere they would.
 */
const CHOOSERS = new Set([
  'Query.definitions(concept:)',
  'Query.definitions(jurisdiction:)',
  'Query.protocol(version:)',
  'Query.vocabulary(name:)',
  // Which of two definitions counts; the answer says by which it was counted.
  'Nominal.prolific(offencesInLastYear:)',
  // A key, like `id`.
  'Query.compareScores(otherId:)',
  'Query.whatMayIAsk(typeName:)',
  'Query.whatMayIAsk(includeDenied:)',
  'Query.explainAccess(persona:)',
  'Query.explainAccess(purpose:)',
  'Query.explainAccess(subject:)',
]);

function readInputObjects(document: DocumentNode, inputs: Map<string, string>, faults: string[]): void {
  const operators = new Set(['equals', 'in', 'from', 'to', 'startsWith']);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION) continue;
    // Composition's own words, which are no part of the API.
    if (definition.name.value.startsWith('join__')) continue;
    const isOperatorInput = (definition.fields ?? []).every((field) => operators.has(field.name.value));
    for (const field of definition.fields ?? []) {
      const coordinate = `${definition.name.value}.${field.name.value}`;
      const revealed = directiveArguments(field.directives, 'reveals')?.coordinate;
      if (revealed !== undefined) inputs.set(coordinate, revealed);
      else if (!isOperatorInput) faults.push(`${coordinate}: add @reveals(coordinate: "Type.field").`);
    }
  }
}

function requiredCoordinates(
  field: FieldDefinitionNode,
  typeName: string,
  types: ReadonlyMap<string, ReadType>,
): readonly string[] {
  const revealed = (field.directives ?? []).flatMap((directive) => {
    const coordinate = directiveArguments([directive], 'reveals')?.coordinate;
    return coordinate === undefined ? [] : [coordinate];
  });
  const sets = (field.directives ?? []).flatMap((directive) => {
    const given = directiveArguments([directive], directive.name.value) ?? {};
    if (directive.name.value === 'requires' && given.fields !== undefined) return [given.fields];
    if (directive.name.value === 'join__field' && given.requires !== undefined) return [given.requires];
    return [];
  });
  return [...revealed, ...sets.flatMap((set) => coordinatesIn(parseSelectionSet(set), typeName, types))];
}

function coordinatesIn(
  selectionSet: SelectionSetNode,
  typeName: string,
  types: ReadonlyMap<string, ReadType>,
): readonly string[] {
  return selectionSet.selections.flatMap((selection): readonly string[] => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return coordinatesIn(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, types);
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD || KEY_FIELDS.has(selection.name.value)) return [];
    const field = types.get(typeName)?.fields.find((candidate) => candidate.name.value === selection.name.value);
    const nested =
      selection.selectionSet && field ? coordinatesIn(selection.selectionSet, namedType(field.type), types) : [];
    return [`${typeName}.${selection.name.value}`, ...nested];
  });
}

function parseSelectionSet(fields: string): SelectionSetNode {
  const operation = parse(`{ ${fields} }`, { noLocation: true }).definitions[0];
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`Not a selection set: ${fields}`);
  return operation.selectionSet;
}

function directiveArguments(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): Readonly<Record<string, string>> | undefined {
  const directive = directives?.find((candidate) => candidate.name.value === name);
  if (directive === undefined) return undefined;
  return Object.fromEntries(
    (directive.arguments ?? []).flatMap((argument) =>
      argument.value.kind === Kind.STRING ? [[argument.name.value, argument.value.value]] : [],
    ),
  );
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
