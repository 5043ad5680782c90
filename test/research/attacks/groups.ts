// People alike in some dimensions, as an attacker knows them, and what was told of their outcomes.
import { type Dimension, DIMENSIONS } from '../../../disclosure-control/lattice';
import type { Categories, KnownPerson } from './attacked-people';
import type { Asked, Oracle, ToldRow } from './oracle';

export const OUTCOME: Dimension = 'REOFFENDED_12M';

/** A table of outcomes, by its other dimensions; one with JURISDICTION is made of each owner's own cells. */
export type Grouping = readonly Dimension[];

/** All that the attacker knows of the people of one group. */
export interface Group {
  readonly key: string;
  readonly yes: number;
  readonly no: number;
  readonly censored: number;
  readonly canaries: readonly string[];
}

/** What was told of a group; null where it was not. */
export type ToldOutcomes = Readonly<Record<'YES' | 'NO' | 'CENSORED', number | null>>;

export function isOwn(grouping: Grouping): boolean {
  return grouping.includes('JURISDICTION');
}

export function varianceIn({ variance }: Oracle, grouping: Grouping): number {
  return isOwn(grouping) ? variance.own : variance.total;
}

export function groupKey(grouping: Grouping, person: Categories): string {
  return [...grouping]
    .sort()
    .map((dimension) => person[dimension])
    .join('|');
}

export function groupsOf(grouping: Grouping, people: readonly KnownPerson[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, { key: string; yes: number; no: number; censored: number; canaries: string[] }>();
  for (const { id, isCanary, categories } of people) {
    const key = groupKey(grouping, categories);
    const group = groups.get(key) ?? { key, yes: 0, no: 0, censored: 0, canaries: [] };
    groups.set(key, group);
    if (isCanary) group.canaries.push(id);
    else if (categories[OUTCOME] === 'YES') group.yes += 1;
    else if (categories[OUTCOME] === 'NO') group.no += 1;
    else group.censored += 1;
  }
  return groups;
}

/** Asks for the outcomes of every group. */
export async function outcomesOf(
  oracle: Oracle,
  grouping: Grouping,
  more: Partial<Asked> = {},
): Promise<ReadonlyMap<string, ToldOutcomes>> {
  return byOutcome(grouping, await oracle.ask({ groupBy: [...grouping, OUTCOME], scope: 'ALL', ...more }));
}

export function byOutcome(grouping: Grouping, rows: readonly ToldRow[]): ReadonlyMap<string, ToldOutcomes> {
  const at = [...grouping, OUTCOME].sort().indexOf(OUTCOME);
  const told = new Map<string, ToldOutcomes>();
  for (const { key, count } of rows) {
    const categories = key.split('|');
    const [outcome = ''] = categories.splice(at, 1);
    const group = categories.join('|');
    told.set(group, { ...(told.get(group) ?? { YES: null, NO: null, CENSORED: null }), [outcome]: count });
  }
  return told;
}

/**
 * The tables of outcomes that an attacker would choose from: of each owner with two more dimensions, of all with three.
 * Where there is noise, owners' own cells tell more: they are counted with less of it than totals.
 */
export function groupingsFor({ variance }: Oracle): readonly Grouping[] {
  const all = allGroupings();
  return variance.own < variance.total ? all.filter(isOwn) : all;
}

export function allGroupings(): readonly Grouping[] {
  const others = (Object.keys(DIMENSIONS) as Dimension[]).filter((name) => name !== OUTCOME && name !== 'JURISDICTION');
  const pairs = others.flatMap((one, place) => [[one], ...others.slice(place + 1).map((other) => [one, other])]);
  const threes = pairs.flatMap((pair) =>
    pair.length === 2 ? others.slice(others.indexOf(pair[1] ?? OUTCOME) + 1).map((third) => [...pair, third]) : [],
  );
  return [...pairs.map((pair) => [...pair, 'JURISDICTION' as const]), ...pairs, ...threes];
}
