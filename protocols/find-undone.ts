import { allOrganisationRoles } from '../schema/organisations';
import type { FieldDisclosure } from '../schema/permission-map';
import { clausesFor, covers, purposesOf } from './decide';
import type { ProtocolSet } from './protocol';

/**
 * One agreement gives a role, for one purpose, what another denies it of the same controller for another purpose: who
 * changes the purpose gets more. That is seldom wrong, for purposes differ; but never without a reason that is stated.
 */
export interface Undone {
  /** `organisation.role` */
  readonly recipient: string;
  readonly gives: string;
  readonly denies: string;
  /** `CATEGORY` or `CATEGORY/FACET`. */
  readonly what: string;
}

/**
 * Over the fields that the graph really has. An agreement denies where it stands between the controller and the role
 * for that purpose and no clause of it reaches the field; where none stands between them, nothing is undone.
 */
export function findUndone(set: ProtocolSet, fields: readonly FieldDisclosure[], now: Date): readonly Undone[] {
  const found = new Map<string, Undone>();
  for (const { organisation, role } of allOrganisationRoles()) {
    const clauses = clausesFor(set, { organisation, role }, now);
    const purposes = purposesOf(set, organisation, role, now);
    for (const field of kindsOf(fields)) {
      const outcomes = purposes.flatMap((purpose) => {
        const between = clauses.filter(
          ({ clause }) => clause.purposes.includes(purpose) && clause.disclosers.includes(field.controller),
        );
        const given = between.some(({ clause }) => clause.permits.some((permission) => covers(permission, field)));
        return between.slice(0, 1).map(({ protocol }) => ({ protocol: protocol.id, given }));
      });
      for (const { protocol: gives } of outcomes.filter(({ given }) => given)) {
        for (const { protocol: denies } of outcomes.filter(({ given }) => !given)) {
          const undone = { recipient: `${organisation}.${role}`, gives, denies, what: whatOf(field) };
          found.set(Object.values(undone).join(' '), undone);
        }
      }
    }
  }
  return [...found.values()];
}

/** `CATEGORY` or `CATEGORY/FACET`. */
export function whatOf({ category, facet }: FieldDisclosure): string {
  return facet === undefined ? category : `${category}/${facet}`;
}

/** One field for each kind on which all decisions are alike: controller, category, level and facet. */
export function kindsOf(fields: readonly FieldDisclosure[]): readonly FieldDisclosure[] {
  return [...new Map(fields.map((field) => [`${field.controller} ${whatOf(field)} ${field.level}`, field])).values()];
}
