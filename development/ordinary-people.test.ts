// The people beside the named ones, at every owner that has them.
import 'reflect-metadata';

import type { RecordSet } from '../subgraphs/common/loading/load-records';
import { listKnownToTwo } from '../subgraphs/common/loading/known-to-two';
import { batchesOf, canaryOutcome, ordinaryId, PEOPLE_A_BATCH } from '../subgraphs/common/loading/ordinary-people';
import { DEFAULT_PEOPLE, isOwnerOfPeople, LEAST_PEOPLE } from '../subgraphs/common/loading/people-wanted';
import { syntheticPeople } from '../subgraphs/common/loading/prepare-database';
import { Subject } from '../subgraphs/common/loading/subject';
import { createSynthetic } from '../subgraphs/common/loading/synthetic';
import { monthsAfter } from '../subgraphs/common/calendar/calendar-dates';
import { OWNER_DEFINITIONS } from './owner-definitions';

const ANCHOR = '2026-03-01';
type Row = Readonly<Record<string, unknown>>;

const owners = OWNER_DEFINITIONS.flatMap((definition) =>
  isOwnerOfPeople(definition.name) && definition.ordinary !== undefined
    ? [{ name: definition.name, definition, ordinary: definition.ordinary }]
    : [],
);

function gather(sets: Iterable<RecordSet>): ReadonlyMap<string, readonly Row[]> {
  const tables = new Map<string, Row[]>();
  for (const { table, rows } of sets) {
    tables.set(table.name, [...(tables.get(table.name) ?? []), ...(rows as readonly Row[])]);
  }
  return tables;
}

describe.each(owners)('the ordinary people of $name', ({ name, definition, ordinary }) => {
  const batch = { seed: '1', anchor: ANCHOR, people: DEFAULT_PEOPLE, from: 0, to: PEOPLE_A_BATCH };
  const people = gather(ordinary(batch));

  it('are the same for the same seed, and others for another one', () => {
    expect(gather(ordinary(batch))).toEqual(people);
    expect(gather(ordinary({ ...batch, seed: '2' }))).not.toEqual(people);
  });

  it('are known by their numbers alone', () => {
    expect(people.get('Subject')?.map(({ id }) => id)).toEqual(
      Array.from({ length: PEOPLE_A_BATCH }, (_, number) => ordinaryId('1', name, number)),
    );
  });

  it('are the same however many come after them', () => {
    const fewer = gather(ordinary({ ...batch, to: 100 }));
    const subjects = new Set(fewer.get('Subject')?.map(({ id }) => id));
    const everybody = new Set(people.get('Subject')?.map(({ id }) => id));
    const personOf = ({ id, subjectId }: Row): unknown => (everybody.has(id) ? id : subjectId);
    for (const [table, rows] of people) {
      const theirs = rows.filter((row) => subjects.has(personOf(row)));
      const made = (fewer.get(table) ?? []).filter((row) => personOf(row) !== undefined);
      expect([table, made]).toEqual([table, theirs]);
    }
  });

  it('have no key of a named person, nor of one of another batch', () => {
    const others = [definition.populate('1', ANCHOR), ordinary({ ...batch, from: 240, to: 480 })].map(gather);
    for (const [table, rows] of people) {
      const ids = rows.flatMap(({ id }) => (id === undefined ? [] : [id]));
      const keys = new Set<unknown>(ids);
      expect([table, keys.size]).toEqual([table, ids.length]);
      for (const other of others) {
        expect([table, (other.get(table) ?? []).filter(({ id }) => keys.has(id))]).toEqual([table, []]);
      }
    }
  });

  it('leave room for the named people in the smallest population', () => {
    expect(gather(definition.populate('1', ANCHOR)).get('Subject')?.length).toBeLessThan(LEAST_PEOPLE[name]);
  });

  it('are handed out batch by batch, up to the number asked for, of which something is told', () => {
    const told: string[] = [];
    const all = { ...DEFAULT_PEOPLE, [name]: 700 };
    let made = 0;
    let most = 0;
    for (const { table, rows } of syntheticPeople(definition, { seed: '1', anchor: ANCHOR, people: all }, (text) => {
      told.push(text);
    })) {
      if (table !== Subject) continue;
      made += rows.length;
      most = Math.max(most, rows.length);
    }
    expect(made).toBe(700);
    expect(most).toBeLessThanOrEqual(PEOPLE_A_BATCH);
    expect(told.at(-1)).toBe('700 of 700 people');
  });
});

it('cuts any number into batches that leave nobody out', () => {
  expect([...batchesOf(500)]).toEqual([
    { from: 0, to: 240 },
    { from: 240, to: 480 },
    { from: 480, to: 500 },
  ]);
  expect([...batchesOf(0)]).toEqual([]);
});

describe('people known to two owners', () => {
  const pairs = [...listKnownToTwo('1', ANCHOR, DEFAULT_PEOPLE)];

  it('are there for each two of the three owners, some in another spelling and with another birth date', () => {
    const between = new Set(pairs.map(({ people }) => people.map(({ owner }) => owner).join(' ')));
    expect([...between].sort()).toEqual(['knowsley-iom eri', 'knowsley-iom safety-house', 'safety-house eri']);
    expect(pairs.length).toBeGreaterThan(90);
    expect(new Set(pairs.map(({ name }) => name)).size).toBe(5);
    expect(new Set(pairs.map(({ birthDate }) => birthDate)).size).toBe(4);
  });

  it('are written by each owner as they are listed', () => {
    const names = new Map(
      owners.flatMap(({ name, ordinary }) => {
        const tables = gather(ordinary({ seed: '1', anchor: ANCHOR, people: DEFAULT_PEOPLE, from: 0, to: 240 }));
        return ['Nominal', 'Client', 'AftercareClient', 'Participant']
          .flatMap((table) => tables.get(table) ?? [])
          .map(({ id, givenName, name: written, birthDate, dateOfBirth }) => [
            id,
            { owner: name, givenName, written, birthDate: birthDate ?? dateOfBirth },
          ]);
      }),
    );
    let found = 0;
    for (const { owner, id, givenName, familyName, birthDate } of pairs.flatMap(({ people }) => people)) {
      const written = names.get(id) as Row | undefined;
      if (written === undefined) continue;
      found += 1;
      expect(written).toEqual({
        owner,
        givenName,
        written: owner === 'eri' ? familyName : `${givenName} ${familyName}`,
        birthDate,
      });
    }
    expect(found).toBeGreaterThan(60);
  });

  it('are linked by nothing that is stored: the two keys have nothing in common', () => {
    for (const { people } of pairs) expect(new Set(people.map(({ id }) => id.split('-')[1])).size).toBe(2);
  });
});

describe('canaries', () => {
  const outcomes = owners.flatMap(({ name }) =>
    Array.from({ length: 40_000 }, (_, number) => canaryOutcome('1', name, number)).filter(
      (coin) => coin !== undefined,
    ),
  );

  it('are one ordinary person in twenty, whose outcome is a fair coin', () => {
    expect(outcomes).toHaveLength(6000);
    const share = outcomes.filter(Boolean).length / outcomes.length;
    // Four standard deviations of a fair coin.
    expect(Math.abs(share - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / outcomes.length));
  });

  it('show by nothing else how the coin fell: the other records of either side are alike', () => {
    const knowsley = owners.find(({ name }) => name === 'knowsley-iom');
    if (knowsley === undefined) throw new Error('Knowsley has no people.');
    const sides = { true: [] as number[], false: [] as number[] };
    for (const { from, to } of batchesOf(7200)) {
      const tables = gather(
        knowsley.ordinary({ seed: '1', anchor: ANCHOR, people: { ...DEFAULT_PEOPLE, 'knowsley-iom': 9000 }, from, to }),
      );
      for (let number = from; number < to; number += 1) {
        const outcome = canaryOutcome('1', 'knowsley-iom', number);
        if (outcome === undefined) continue;
        const id = ordinaryId('1', 'knowsley-iom', number);
        const of = (table: string): readonly Row[] => (tables.get(table) ?? []).filter((row) => row.subjectId === id);
        const first = of('MentoringMatch')[0]?.matchedFrom as string;
        const within = of('Offence').filter(
          ({ offenceDate }) => (offenceDate as string) > first && (offenceDate as string) <= monthsAfter(first, 12),
        );
        expect([number, within.length > 0]).toEqual([number, outcome]);
        sides[`${outcome}`].push(
          of('Offence').length - within.length,
          ...of('CorvusScore').map(({ score }) => Number(score)),
        );
      }
    }
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(mean(sides.true.map((value) => (value - mean(sides.true)) ** 2)));
    const standardError = spread * Math.sqrt(1 / sides.true.length + 1 / sides.false.length);
    expect(Math.abs(mean(sides.true) - mean(sides.false))).toBeLessThan(4 * standardError);
  }, 60_000);

  it('have a coin that depends on the seed and on the owner', () => {
    const coins = (seed: string, owner: 'knowsley-iom' | 'eri'): string =>
      Array.from({ length: 50 }, (_, index) => String(canaryOutcome(seed, owner, index * 20))).join();
    expect(new Set([coins('1', 'knowsley-iom'), coins('2', 'knowsley-iom'), coins('1', 'eri')]).size).toBe(3);
  });
});

it('draws ids without a person', () => {
  expect(ordinaryId('1', 'eri', 3)).toBe(createSynthetic('1', 'eri').id('person', 'ordinary 3'));
});
