// What the graph looks like, read from its printed schema: the kind of each field, so that a date is shown as a date and
// a code by its label. It says nothing about who may see a field: that is for the graph to answer.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse, type TypeNode } from 'graphql';
import { projectRoot } from '../../service/project-root';

/** How a value is shown. */
export type FieldKind =
  | { readonly is: 'text' | 'date' | 'moment' | 'number' | 'yes-or-no' | 'id' }
  | { readonly is: 'code'; readonly vocabulary: string }
  | { readonly is: 'records'; readonly type: string };

export interface GraphShape {
  kindOf(type: string, field: string): FieldKind;
  /** The type of the record or records that a field leads to. */
  typeBehind(type: string, field: string): string;
  /** The codes of an enum, in the graph's order. */
  codesOf(vocabulary: string): readonly string[];
  describeCode(vocabulary: string, code: string): string | undefined;
}

const SCALARS: Readonly<Record<string, FieldKind>> = {
  String: { is: 'text' },
  ID: { is: 'id' },
  LocalDate: { is: 'date' },
  DateTimeISO: { is: 'moment' },
  Int: { is: 'number' },
  Float: { is: 'number' },
  Boolean: { is: 'yes-or-no' },
};

let read: GraphShape | undefined;

/** Read once in a process. */
export function graphShape(): GraphShape {
  return (read ??= readShape(readFileSync(path.join(projectRoot, 'schema', 'supergraph.graphql'), 'utf8')));
}

function readShape(sdl: string): GraphShape {
  const fields = new Map<string, string>();
  const enums = new Map<string, ReadonlyMap<string, string | undefined>>();
  for (const definition of parse(sdl, { noLocation: true }).definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
      for (const field of definition.fields ?? [])
        fields.set(`${definition.name.value}.${field.name.value}`, nameOf(field.type));
    }
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION) {
      enums.set(
        definition.name.value,
        new Map(definition.values?.map(({ name, description }) => [name.value, description?.value])),
      );
    }
  }
  const typeBehind = (type: string, field: string): string => {
    const name = fields.get(`${type}.${field}`);
    if (name === undefined) throw new Error(`The graph has no ${type}.${field}.`);
    return name;
  };
  return {
    typeBehind,
    kindOf(type, field) {
      const name = typeBehind(type, field);
      if (enums.has(name)) return { is: 'code', vocabulary: name };
      return SCALARS[name] ?? { is: 'records', type: name };
    },
    codesOf: (vocabulary) => [...(enums.get(vocabulary)?.keys() ?? [])],
    describeCode: (vocabulary, code) => enums.get(vocabulary)?.get(code),
  };
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
