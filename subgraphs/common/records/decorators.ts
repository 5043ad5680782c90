import 'reflect-metadata';

import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Column, type ColumnOptions, Entity, PrimaryColumn } from 'typeorm';

import { categoryDirective, type DisclosureText } from './disclosure-text';
import {
  type RecordClass,
  registerField,
  registerRecordType,
  registerRelation,
  type ValueKind,
} from './record-registry';

/** Class decorator: a kind of record that an owner holds; its object type, table and root fields. */
export function RecordOf(options: {
  readonly table: string;
  readonly describes: string;
  /** What it discloses that such a record exists: the category of its root fields and of their count. */
  readonly discloses: DisclosureText;
  /** Name of the root field for one record; default: the class's name in camelCase. */
  readonly single?: string;
  /** Name of the root field for the list; default: `single` and an s. */
  readonly plural?: string;
  /** Anchors other than `subject: 'subjectId'` on which predicates about this record can be evaluated. */
  readonly anchors?: Readonly<Record<string, string>>;
}) {
  return (recordClass: RecordClass): void => {
    const single = options.single ?? recordClass.name.charAt(0).toLowerCase() + recordClass.name.slice(1);
    Entity(options.table)(recordClass);
    ObjectType(recordClass.name, { description: options.describes })(recordClass);
    registerRecordType(recordClass, {
      name: recordClass.name,
      table: options.table,
      describes: options.describes,
      discloses: options.discloses,
      single,
      plural: options.plural ?? `${single}s`,
      anchors: options.anchors ?? { subject: 'subjectId' },
    });
  };
}

/** The key of a record: opaque, issued by the owner, never derived from a national number. */
export function Key(): PropertyDecorator {
  return (prototype, property) => {
    PrimaryColumn('text')(prototype, property);
    Field(() => ID, { description: 'Opaque id, issued by the owner of the record.' })(prototype, property);
  };
}

const COLUMNS: Readonly<Record<ValueKind, ColumnOptions>> = {
  text: { type: 'text' },
  texts: { type: 'text', array: true },
  reference: { type: 'text' },
  code: { type: 'text' },
  month: { type: 'text' },
  date: { type: 'date' },
  instant: { type: 'timestamptz' },
  integer: { type: 'integer' },
  number: { type: 'numeric' },
  boolean: { type: 'boolean' },
};

/**
 * A stored value that the graph discloses. Nullable always: a value may be not recorded, and one that is withheld is
 * null. `filter: false` keeps it out of filters and orders (free text, lists).
 */
export function Disclosed(
  discloses: DisclosureText,
  kind: ValueKind,
  options: {
    readonly describes: string;
    /** The enum of a `code` (or of a list of codes), registered with type-graphql. */
    readonly vocabulary?: object;
    readonly filter?: false;
    /** Computed by the database from another column, never written. */
    readonly generated?: true;
  },
): PropertyDecorator {
  return (prototype, property) => {
    const name = property as string;
    Column({
      ...COLUMNS[kind],
      nullable: true,
      ...(options.generated ? { insert: false, update: false } : {}),
    })(prototype, name);
    DisclosedValue(discloses, graphType(kind, options.vocabulary), options.describes)(prototype, property);
    registerField(prototype, {
      name,
      discloses,
      kind,
      filterable: options.filter !== false && kind !== 'texts',
      ...(options.vocabulary === undefined ? {} : { vocabulary: options.vocabulary }),
    });
  };
}

/** A value that the graph discloses and that is computed, not stored: put it on a getter or on a field resolver. */
export function DisclosedValue(
  discloses: DisclosureText,
  type: () => unknown,
  describes: string,
): PropertyDecorator & MethodDecorator {
  return (prototype: object, property: string | symbol) => {
    // type-graphql's own ReturnTypeFunc is not exported with a usable name.
    Field(type as () => typeof String, { nullable: true, description: describes })(prototype, property);
    Directive(categoryDirective(discloses))(prototype, property);
  };
}

/** Records of another kind that belong to this one; the list holds only those that the requester may see. */
export function Related(
  discloses: DisclosureText,
  target: () => RecordClass,
  options: {
    readonly describes: string;
    /** Property of the target; default `subjectId`. */
    readonly targetKey?: string;
    /** Property of this record; default `id` where targetKey is given, else `subjectId`. */
    readonly by?: string;
    readonly many?: false;
  },
): PropertyDecorator {
  return (prototype, property) => {
    registerRelation(prototype, {
      name: property as string,
      discloses,
      describes: options.describes,
      target,
      targetKey: options.targetKey ?? 'subjectId',
      by: options.by ?? (options.targetKey === undefined ? 'subjectId' : 'id'),
      many: options.many !== false,
    });
  };
}

function graphType(kind: ValueKind, vocabulary: object | undefined): () => unknown {
  switch (kind) {
    case 'text':
    case 'month':
      return () => String;
    case 'texts':
      return () => [vocabulary ?? String];
    case 'code':
      return () => vocabulary ?? String;
    case 'reference':
      return () => ID;
    case 'date':
      return () => GraphQLLocalDate;
    case 'instant':
      return () => GraphQLDateTimeISO;
    case 'integer':
      return () => Int;
    case 'number':
      return () => Float;
    case 'boolean':
      return () => Boolean;
  }
}
