import { createHash } from 'node:crypto';

import { type DocumentNode, Kind, print, visit } from 'graphql';

/**
 * Names what kind of question a document is, for the log: a hash of it without its literals and aliases, in which an
 * identifier could stand.
 */
export function operationShape(document: DocumentNode): string {
  const blank = { kind: Kind.NULL } as const;
  const shape = visit(document, {
    Field: { enter: ({ alias: _alias, ...field }) => field },
    StringValue: () => blank,
    IntValue: () => blank,
    FloatValue: () => blank,
    EnumValue: () => blank,
    BooleanValue: () => blank,
    ListValue: () => blank,
  });
  return createHash('sha256').update(print(shape)).digest('hex').slice(0, 16);
}
