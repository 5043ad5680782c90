import type { DataCategory, Level } from './categories';
import type { Controller } from './organisations';

/** What one output field of the graph discloses, and who decides on it. */
export interface FieldDisclosure {
  /** `Type.field`. */
  readonly coordinate: string;
  readonly category: DataCategory;
  readonly level: Level;
  readonly facet?: string;
  /** The controller of the field's type; for a field that returns objects, of the type that it returns. */
  readonly controller: Controller;
}

/**
 * Every coordinate of a schema and what it discloses. `exempt` are key fields, type names and connection plumbing
 * (edges, node, cursor, pageInfo and what is in it), which disclose no more than the field that leads to them.
 */
export interface PermissionMap {
  readonly fields: ReadonlyMap<string, FieldDisclosure>;
  readonly exempt: ReadonlySet<string>;
  /** Input coordinate (`Input.field` or `Type.field(argument:)`) to the output coordinate that using it reveals. */
  readonly inputs: ReadonlyMap<string, string>;
  /** For a field with `@requires` or `@reveals`: the coordinates that its value gives away, which must all be permitted too. */
  readonly requires: ReadonlyMap<string, readonly string[]>;
}
