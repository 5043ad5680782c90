// What the exchange learns while a total is made: everything that it and the owners said to each other, against the truth.
import { Client } from 'pg';

import type { Dimension, Jurisdiction3 } from '../../disclosure-control/lattice';
import { decodeShares, sumShares } from '../../disclosure-control/masks';
import { tableOf } from '../../disclosure-control/table';
import { hub, recordedCalls } from '../hub/hub';
import { runHubCommand } from '../hub/launch-hub';
import type { RecordedCall } from '../hub/recording-proxy';
import { asOwnersHave, type Categories, readAttackedPeople } from './attacks/attacked-people';
import { countsOf } from './attacks/oracle';
import { approvedProject, table } from './research-steps';

const OWNERS: Readonly<Record<string, Jurisdiction3>> = { 'knowsley-iom': 'UK', 'safety-house': 'NL', eri: 'IT' };
const TABLES: readonly (readonly Dimension[])[] = [
  ['AGE_BAND', 'OFFENCE_GROUP', 'PATHWAY'],
  ['AGE_BAND', 'OFFENCE_GROUP', 'SEX'],
  ['OFFENCE_GROUP', 'PATHWAY', 'SEX'],
];
/** Numbers drawn from all of 2^32 are as near to a count about once in a hundred such tests. */
const NEAR = 10_000;

let people: readonly Categories[];
let project: string;
let calls: readonly RecordedCall[];
let shares: ReadonlyMap<string, ReadonlyMap<string, Uint32Array>>;

const truthOf = (dimensions: readonly Dimension[], those: readonly Categories[]): readonly number[] => {
  const asked = tableOf(dimensions);
  const counts = countsOf(asked, those);
  return asked.cells.map(({ key }) => counts.get(key) ?? 0);
};
const peopleOf = (owner: string): readonly Categories[] =>
  people.filter(({ JURISDICTION }) => JURISDICTION === OWNERS[owner]);
const signed = (values: Uint32Array): Int32Array => Int32Array.from(values);
const nearTo = (values: Int32Array, truth: readonly number[]): number =>
  truth.filter((count, place) => Math.abs((values[place] ?? 0) - count) < NEAR).length;

async function callsOf(work: () => Promise<void>): Promise<readonly RecordedCall[]> {
  const before = (await recordedCalls()).length;
  await work();
  return (await recordedCalls()).slice(before);
}

async function askFor(dimensions: readonly Dimension[]): Promise<void> {
  const { errors } = await table(project, { groupBy: dimensions, scope: 'ALL' }, 'tableId');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
}

/** The shares of each owner, by the id of their table. */
function sharesIn(those: readonly RecordedCall[]): ReadonlyMap<string, ReadonlyMap<string, Uint32Array>> {
  const found = new Map<string, Map<string, Uint32Array>>();
  for (const { owner, path, body, reply } of those) {
    if (path !== '/research/owner/shares') continue;
    const { table: asked } = JSON.parse(body) as { table: { dimensions: Dimension[] } };
    const { id } = tableOf(asked.dimensions);
    const text = (JSON.parse(reply) as { shares: string }).shares;
    found.set(id, (found.get(id) ?? new Map<string, Uint32Array>()).set(owner, decodeShares(text)));
  }
  return found;
}

beforeAll(async () => {
  people = asOwnersHave(readAttackedPeople(await runHubCommand(hub, 'development/truth', '--research')));
  project = await approvedProject(['AGE_BAND', 'OFFENCE_GROUP', 'PATHWAY', 'SEX']);
  calls = await callsOf(async () => {
    for (const dimensions of TABLES) await askFor(dimensions);
  });
  shares = sharesIn(calls);
}, 300_000);

it('there are people to be learnt of, and all three owners were asked', () => {
  // Of the few named people of the third owner nobody need be in a closed cohort: then its cells hold nobody.
  expect(Object.keys(OWNERS).filter((owner) => peopleOf(owner).length > 10).length).toBeGreaterThanOrEqual(2);
  expect([...shares.values()].map((each) => [...each.keys()].sort())).toEqual(
    TABLES.map(() => ['eri', 'knowsley-iom', 'safety-house']),
  );
});

it('owners say masked shares, what they charge and which snapshot they have, and nothing else', () => {
  const said = new Map<string, Set<string>>();
  for (const { owner, path, reply } of calls) {
    if (!path.startsWith('/research/')) continue;
    expect(Object.keys(OWNERS)).toContain(owner);
    const names = said.get(path) ?? new Set<string>();
    for (const name of Object.keys(JSON.parse(reply) as object)) names.add(name);
    said.set(path, names);
  }
  expect(Object.fromEntries([...said].map(([path, names]) => [path, [...names].sort()]))).toEqual({
    '/research/owner/state': ['closedUntil', 'definitions', 'quarter', 'snapshot', 'takenAt'],
    '/research/owner/reserve': ['isNew', 'limit', 'spent'],
    '/research/owner/shares': ['shares'],
  });
});

it('no cell of an owner is among the numbers in clear, and the sum of all three holds each total', () => {
  for (const dimensions of TABLES) {
    const each = shares.get(tableOf(dimensions).id) ?? new Map<string, Uint32Array>();
    for (const [owner, values] of each) {
      const truth = truthOf(dimensions, peopleOf(owner));
      expect([owner, nearTo(signed(values), truth)]).toEqual([owner, 0]);
    }
    const total = truthOf(dimensions, people);
    const sums = sumShares([...each.values()]);
    // Noise of sigma 3.7: nine times that is never met.
    expect(Math.max(...total.map((count, place) => Math.abs((sums[place] ?? 0) - count)))).toBeLessThan(34);
  }
});

it('without one owner’s share the sum is garbage', () => {
  for (const dimensions of TABLES) {
    const each = shares.get(tableOf(dimensions).id) ?? new Map<string, Uint32Array>();
    for (const missing of each.keys()) {
      const others = [...each].filter(([owner]) => owner !== missing);
      const truth = truthOf(
        dimensions,
        others.flatMap(([owner]) => peopleOf(owner)),
      );
      const sums = sumShares(others.map(([, values]) => values));
      expect([missing, nearTo(sums, truth)]).toEqual([missing, 0]);
      expect(chiSquareOfBytes([Uint32Array.from(sums)])).toBeLessThan(MOST_CHI_SQUARE);
    }
  }
});

/** Of 255 degrees of freedom: five standard deviations above the middle. */
const MOST_CHI_SQUARE = 255 + 5 * Math.sqrt(2 * 255);

it('shares look drawn by chance: every byte is as frequent, and every bit', () => {
  for (const owner of Object.keys(OWNERS)) {
    const all = [...shares.values()].flatMap((each) => each.get(owner) ?? []);
    expect(chiSquareOfBytes(all)).toBeLessThan(MOST_CHI_SQUARE);
    const words = all.flatMap((values) => [...values]);
    for (let bit = 0; bit < 32; bit += 1) {
      const ones = words.filter((word) => ((word >>> bit) & 1) === 1).length;
      expect(Math.abs(ones - words.length / 2)).toBeLessThan((5 * Math.sqrt(words.length)) / 2);
    }
  }
  // The test would notice counts that are not masked.
  const counts = TABLES.map((dimensions) => Uint32Array.from(truthOf(dimensions, people)));
  expect(chiSquareOfBytes(counts)).toBeGreaterThan(MOST_CHI_SQUARE);
});

function chiSquareOfBytes(values: readonly Uint32Array[]): number {
  const seen = new Float64Array(256);
  let all = 0;
  for (const words of values)
    for (const byte of new Uint8Array(words.buffer, words.byteOffset, words.byteLength)) {
      seen[byte] = (seen[byte] ?? 0) + 1;
      all += 1;
    }
  return seen.reduce((sum, count) => sum + (count - all / 256) ** 2 / (all / 256), 0);
}

/** How far shares moved from one answer to the other, for each owner: cells that moved little had the same mask. */
const movedLittle = (one: ReadonlyMap<string, Uint32Array>, other: ReadonlyMap<string, Uint32Array>): number =>
  [...one].reduce((sum, [owner, values]) => {
    const later = other.get(owner) ?? new Uint32Array(0);
    const moved = Int32Array.from(values, (value, place) => (later[place] ?? 0) - value);
    return sum + moved.filter((by) => Math.abs(by) < NEAR).length;
  }, 0);
const first = TABLES[0] ?? [];
const { id } = tableOf(first);

it('a repeat has the same masks over the same data, and another table has others', async () => {
  const again = sharesIn(await callsOf(() => askFor(first)));
  expect(again.get(id)).toEqual(shares.get(id));
  const [one, another] = [...shares.values()];
  expect(one && another && movedLittle(one, another)).toBe(0);
});

const database = hub.databases['eri'];
/** The embedded database belongs to its owner's process alone. */
(database === undefined ? it.skip : it)('another snapshot of one owner has other masks at all three', async () => {
  const admin = new Client({ connectionString: database });
  await admin.connect();
  const { rows } = await admin.query<{ id: string }>('select id from research_snapshot');
  const kept = rows[0]?.id ?? '';
  try {
    await admin.query('update research_snapshot set id = $1', ['0'.repeat(64)]);
    const later = sharesIn(await callsOf(() => askFor(first))).get(id) ?? new Map<string, Uint32Array>();
    expect(later.size).toBe(3);
    expect(movedLittle(shares.get(id) ?? new Map<string, Uint32Array>(), later)).toBe(0);
  } finally {
    await admin.query('update research_snapshot set id = $1', [kept]);
    await admin.end();
  }
});
