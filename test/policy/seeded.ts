// What the hub's people really are, so that a table can name a state ("in the cohort", "own case of high risk") and
// not an id. States are told from the seeded values alone: what the owners' records say (truth) and the few columns
// that no field of the graph shows, such as whose caseload somebody is on (the population itself). Never from who was
// found to be allowed what.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { OWNER_DEFINITIONS } from '../../development/owner-definitions';
import { hub, truth } from '../hub/hub';

/** One record of an owner: its kind, its key, whom it concerns and all that it says. */
export interface SeededRecord {
  readonly type: string;
  readonly id: string;
  readonly subject: string | null;
  readonly values: Readonly<Record<string, unknown>>;
  /** `persona:PURPOSE`, by field: used only to show that a hidden value is shown to somebody. */
  readonly shownTo: Readonly<Record<string, readonly string[]>>;
}

export type Row = Readonly<Record<string, unknown>>;

interface Building {
  type: string;
  id: string;
  subject: string | null;
  values: Record<string, unknown>;
  shownTo: Record<string, readonly string[]>;
}

let recordsByType: ReadonlyMap<string, readonly SeededRecord[]> | undefined;

/** Every record of a kind. */
export function recordsOf(type: string): readonly SeededRecord[] {
  recordsByType ??= readRecords();
  return recordsByType.get(type) ?? [];
}

/** Every record of a kind about a person. */
export function recordsAbout(subject: string | null, type: string): readonly SeededRecord[] {
  return recordsOf(type).filter((record) => record.subject === subject);
}

function readRecords(): ReadonlyMap<string, readonly SeededRecord[]> {
  const found = new Map<string, Map<string, Building>>();
  for (const { id, subject, coordinate, value, visibleTo } of truth()) {
    const [type = '', field = ''] = coordinate.split('.');
    const ofType = found.get(type) ?? new Map<string, Building>();
    found.set(type, ofType);
    const record = ofType.get(id) ?? { type, id, subject, values: { id }, shownTo: {} };
    ofType.set(id, record);
    record.values[field] = value;
    record.shownTo[field] = visibleTo;
  }
  return new Map([...found].map(([type, records]) => [type, [...records.values()]]));
}

let rowsByTable: ReadonlyMap<string, readonly Row[]> | undefined;

/** The rows that were loaded into a table, with the columns that are never shown; tables go by their class's name. */
export function rowsOf(table: string): readonly Row[] {
  rowsByTable ??= readPopulation();
  return rowsByTable.get(table) ?? [];
}

function readPopulation(): ReadonlyMap<string, readonly Row[]> {
  const { seed, anchor } = population();
  const found = new Map<string, Row[]>();
  for (const owner of OWNER_DEFINITIONS) {
    for (const { table, rows } of owner.populate(String(seed), anchor)) {
      const name = (table as { name: string }).name;
      found.set(name, [...(found.get(name) ?? []), ...(rows as readonly Row[])]);
    }
  }
  return found;
}

interface Population {
  readonly seed: number;
  readonly anchor: string;
}

let kept: Population | undefined;

function population(): Population {
  return (kept ??= JSON.parse(readFileSync(path.join(hub.dataFolder, 'population.json'), 'utf8')) as Population);
}

/** The day from which the invented lives are told, which is the day on which the hub of the tests was started. */
export function today(): string {
  return population().anchor;
}

/** The calendar date so many days before today; after it, where negative. */
export function daysAgo(days: number): string {
  const instant = new Date(`${today()}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() - days);
  return instant.toISOString().slice(0, 10);
}

/** The calendar date of a value, whether it is a date, an instant or its text; undefined when nothing is recorded. */
export function day(value: unknown): string | undefined {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' ? value.slice(0, 10) : undefined;
}

/** Whether it has begun and has not ended by today. */
export function lasts(from: unknown, until: unknown): boolean {
  const begun = day(from);
  const ended = day(until);
  return begun !== undefined && begun <= today() && (ended === undefined || ended > today());
}

/** Whether a list of words holds a word. */
export function holds(list: unknown, word: string): boolean {
  return Array.isArray(list) && list.includes(word);
}
