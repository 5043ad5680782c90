import { CATEGORIES, type DataCategory, type Level, LEVELS } from '../schema/categories';
import { type OrganisationRole, ORGANISATIONS } from '../schema/organisations';
import type { FieldDisclosure } from '../schema/permission-map';
import { decide, purposesOf } from './decide';
import { kindsOf } from './find-undone';
import type { ProtocolSet } from './protocol';

/** What a role is ever shown of people over all its purposes, and what never, whatever the conditions. */
export interface Sight {
  /** `CATEGORY`, or `CATEGORY (FACET up to BAND, …)` where it is less than all that the graph has of it. */
  readonly sees: readonly string[];
  readonly never: readonly string[];
}

/** Categories that say nothing about a person of whom records are kept. */
const NOT_ABOUT_PEOPLE: ReadonlySet<DataCategory> = new Set(['AGGREGATE', 'GOVERNANCE', 'AUDIT', 'LINK']);

/** What the agreements in force let a role see, among the fields that the graph really has. */
export function sightOf(
  set: ProtocolSet,
  fields: readonly FieldDisclosure[],
  { organisation, role }: OrganisationRole,
  now: Date,
): Sight {
  const { jurisdiction } = ORGANISATIONS[organisation];
  const purposes = purposesOf(set, organisation, role, now);
  const kinds = kindsOf(fields);
  const isShown = (field: FieldDisclosure): boolean =>
    purposes.some((purpose) => decide(set, { organisation, role, purpose, jurisdiction }, field, now).kind !== 'deny');
  const sees: string[] = [];
  const never: string[] = [];
  for (const category of Object.keys(CATEGORIES) as DataCategory[]) {
    const existing = kinds.filter((field) => field.category === category);
    if (NOT_ABOUT_PEOPLE.has(category) || existing.length === 0) continue;
    const shown = existing.filter(isShown);
    if (shown.length === 0) never.push(category);
    else sees.push(describe(category, existing, shown));
  }
  return { sees, never };
}

function describe(
  category: DataCategory,
  existing: readonly FieldDisclosure[],
  shown: readonly FieldDisclosure[],
): string {
  const highest = (of: readonly FieldDisclosure[], facet: string | undefined): Level | undefined =>
    LEVELS.findLast((level) => of.some((field) => field.level === level && field.facet === facet));
  const facets = [...new Set(existing.map(({ facet }) => facet))].sort();
  const reached = facets.map((facet) => ({ facet, level: highest(shown, facet), all: highest(existing, facet) }));
  if (reached.every(({ level, all }) => level === all)) return category;
  const parts = reached.flatMap(({ facet, level, all }) => {
    if (level === undefined) return [];
    const upTo = level === all ? '' : `up to ${level}`;
    return [[facet, upTo].filter((part) => part !== undefined && part !== '').join(' ')];
  });
  return `${category} (${parts.join(', ')})`;
}
