import { createHash } from 'node:crypto';

import type { Dimension, Jurisdiction3 } from '../../disclosure-control/lattice';
import { OWNER_DEFINITIONS } from '../../development/owner-definitions';
import { cohortOf, cutOffOf, researchPeople } from '../../development/research-rows';
import { openSeededOwner } from '../../development/seeded-owner';
import { createSynthetic } from '../../subgraphs/common/loading/synthetic';
import type { OwnerOfPeople, PeopleByOwner } from '../../subgraphs/common/loading/people-wanted';
import { emptyUtility, measureUtility, type Person, type TableUtility } from '../research/measure-utility';
import { writeResult } from './result-file';

/** So many people are seeded that about 3,300 of them are in closed cohorts. */
const SEEDED: PeopleByOwner = { 'knowsley-iom': 5200, 'safety-house': 2600, eri: 780 };
const JURISDICTIONS: Readonly<Record<OwnerOfPeople, Jurisdiction3>> = {
  'knowsley-iom': 'UK',
  'safety-house': 'NL',
  eri: 'IT',
};
const ANCHOR = '2026-11-15';
const CLOSED = { lastYear: 2025, lastQuarter: 3 } as const;
const SIZES = [300, 1_000, 3_300, 20_000];
const NOISE_KEYS = 10;
/** Of the tables at this size so much must be published, and rates be off by so little. */
const GOAL = { people: 3_300, publishedShare: 0.7, rateError: 0.03 };

/** How much research tables tell at several sizes; returns whether the goals are met. */
export async function runResearchUtility(seed: string): Promise<boolean> {
  const started = Date.now();
  const pool = await drawPeople(seed);
  console.log(`${String(pool.length)} people are in the registers`);
  const random = createSynthetic(seed, 'research-utility');
  const keys = Array.from({ length: NOISE_KEYS }, (_, number) =>
    createHash('sha256')
      .update(`noise ${seed} ${String(number)}`)
      .digest(),
  );
  const sizes = SIZES.map((size) => {
    const isResampled = size > pool.length;
    const people = isResampled
      ? Array.from({ length: size }, () => random.pick(pool))
      : [...pool].sort((one, other) => one.order - other.order).slice(0, size);
    const tables = measureUtility(people, CLOSED, keys);
    const all = summed(tables);
    console.log(`${String(size)}: ${JSON.stringify(all)}`);
    return { people: size, isResampled, ...all, tables: tables.map(figuresOf) };
  });
  const goal = sizes.find(({ people }) => people === GOAL.people);
  const met = goal !== undefined && goal.publishedShare >= GOAL.publishedShare && goal.rateError <= GOAL.rateError;
  const file = writeResult('research-utility', {
    seeded: SEEDED,
    inRegisters: pool.length,
    byJurisdiction: Object.fromEntries(
      Object.values(JURISDICTIONS).map((of) => [of, pool.filter(({ JURISDICTION }) => JURISDICTION === of).length]),
    ),
    noiseKeys: NOISE_KEYS,
    seconds: Math.round((Date.now() - started) / 1000),
    goal: { ...GOAL, met },
    sizes,
  });
  console.log(`Written to ${file}`);
  return met;
}

/** Everybody in the registers of a seeded population, with a number by which to draw some of them. */
async function drawPeople(seed: string): Promise<readonly (Person & { readonly order: number })[]> {
  const pool: (Person & { readonly order: number })[] = [];
  const random = createSynthetic(seed, 'research-utility', 'order');
  for (const definition of OWNER_DEFINITIONS) {
    const jurisdiction = Object.entries(JURISDICTIONS).find(([owner]) => owner === definition.name)?.[1];
    if (jurisdiction === undefined) continue;
    console.log(`${definition.name}: seeding people …`);
    const seeded = await openSeededOwner(definition, seed, ANCHOR, { people: SEEDED });
    try {
      for (const { enteredOn, categories } of await researchPeople(seeded, cutOffOf(ANCHOR))) {
        const person: Record<Dimension, string> = { JURISDICTION: jurisdiction, ...cohortOf(enteredOn), ...categories };
        pool.push({ ...person, order: random.random() });
      }
    } finally {
      await seeded.store.close();
    }
  }
  return pool;
}

function summed(tables: readonly TableUtility[]) {
  const all = emptyUtility('all');
  for (const table of tables)
    for (const [name, value] of Object.entries(table))
      if (typeof value === 'number') all[name as Exclude<keyof TableUtility, 'table'>] += value;
  const { table: _, ...figures } = figuresOf(all);
  return figures;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Of a table without rates nothing is said of rates: 0 of 0. */
function figuresOf(of: TableUtility) {
  return {
    table: of.table,
    cells: of.cells / NOISE_KEYS,
    publishedShare: round(of.published / of.cells),
    publishedShareOfCellsWithPeople: round(of.peopledPublished / Math.max(1, of.peopled)),
    shareOfPeopleInPublishedCells: round(of.peoplePublished / Math.max(1, of.people)),
    countError: round(of.countError / Math.max(1, of.published)),
    publishedShareOfRates: round(of.ratesPublished / Math.max(1, of.rates)),
    rateError: round(of.rateError / Math.max(1, of.ratesPublished)),
  };
}
