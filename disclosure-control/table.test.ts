import fc from 'fast-check';

import { someCell, someDimensions, someTable } from './fixture/arbitraries';
import { DIMENSIONS, MAX_DIMENSIONS, NEVER_RECORDED, OUTCOMES, RECORDED_OUTCOMES, type Dimension } from './lattice';
import { cohortsCovered, isStructuralZero, meanTableOf, tableOf, type Table, type TableCell } from './table';

const EVERY_DIMENSION = Object.keys(DIMENSIONS) as Dimension[];
const CLOSED = { lastYear: 2025, lastQuarter: 3 } as const;

const cellOf = (table: Table, key: string): TableCell => {
  const found = table.cells.find((cell) => cell.key === key);
  if (found === undefined) throw new Error(`There is no cell ${key} in ${table.id}.`);
  return found;
};

describe('the lattice', () => {
  it('has broad categories, each with a name of its own that a key can hold', () => {
    for (const categories of Object.values(DIMENSIONS) as (readonly string[])[]) {
      expect(categories.length).toBeLessThanOrEqual(10);
      expect(new Set(categories).size).toBe(categories.length);
      for (const category of categories) expect(category).toMatch(/^[A-Z0-9_]+$/);
    }
  });

  it('names no category that an outcome or an owner would not have', () => {
    for (const outcome of OUTCOMES) {
      expect(DIMENSIONS[outcome]).toEqual(expect.arrayContaining([...RECORDED_OUTCOMES[outcome]]));
      expect(RECORDED_OUTCOMES[outcome].length).toBeGreaterThanOrEqual(2);
    }
    for (const dimension of Object.values(NEVER_RECORDED).flat()) {
      expect(DIMENSIONS[dimension]).toContain('NOT_RECORDED');
    }
  });

  it('has nothing of what may have no cells', () => {
    expect(EVERY_DIMENSION.join()).not.toMatch(/EXTREM|INTELLIGENCE|HEALTH|FAMILY|VICTIM/);
    expect(Object.values(DIMENSIONS).flat().join()).not.toMatch(/EXTREM|INTELLIGENCE|HEALTH|FAMILY|VICTIM|UNDER/);
  });
});

describe('a table', () => {
  it('is the same by whatever route its dimensions are named', () => {
    fc.assert(
      fc.property(
        someDimensions.chain((named) => fc.tuple(fc.constant(named), fc.shuffledSubarray([...named, ...named]))),
        ([named, again]) => {
          fc.pre(new Set(again).size === named.length);
          expect(tableOf(again)).toEqual(tableOf(named));
        },
      ),
    );
  });

  it('has each combination once, in the published order with the last dimension fastest', () => {
    fc.assert(
      fc.property(someTable, ({ dimensions, cells, id }) => {
        expect(dimensions).toEqual([...dimensions].sort());
        expect(id).toBe(dimensions.join('+'));
        expect(cells).toHaveLength(dimensions.reduce((product, name) => product * DIMENSIONS[name].length, 1));
        // A cell's place is its categories, read as digits.
        cells.forEach(({ categories, key }, place) => {
          const read = dimensions.reduce((sum, name, at) => {
            const published: readonly string[] = DIMENSIONS[name];
            return sum * published.length + published.indexOf(categories[at]!);
          }, 0);
          expect(read).toBe(place);
          expect(key).toBe(categories.join('|'));
        });
      }),
      { numRuns: 50 },
    );
  });

  it('has one to four dimensions', () => {
    expect(MAX_DIMENSIONS).toBe(4);
    expect(() => tableOf([])).toThrow(RangeError);
    expect(tableOf(EVERY_DIMENSION.slice(0, 4)).dimensions).toHaveLength(4);
    expect(() => tableOf(EVERY_DIMENSION.slice(0, 5))).toThrow('A table has 1 to 4 dimensions, not 5.');
  });

  it('of a mean is another one with the same cells', () => {
    const dimensions = ['JURISDICTION', 'AGE_BAND'] as const;
    expect(meanTableOf(dimensions).id).toBe('MEAN:MENTORING_SESSIONS@AGE_BAND+JURISDICTION');
    expect(meanTableOf(dimensions).cells).toEqual(tableOf(dimensions).cells);
  });
});

describe('a structural zero', () => {
  const years = tableOf(['COHORT_YEAR', 'COHORT_QUARTER']);

  it.each([
    ['Q3|2025', false],
    ['Q4|2025', true],
    ['Q4|2024', false],
    ['Q4|BEFORE_2024', false],
    ['Q1|2026', true],
  ])('is a cohort that is not closed: %s is one: %s', (key, expected) => {
    expect(isStructuralZero(years, cellOf(years, key), CLOSED)).toBe(expected);
  });

  it('is a year of which no quarter is closed, and no quarter by itself', () => {
    const [year, quarter] = [tableOf(['COHORT_YEAR']), tableOf(['COHORT_QUARTER'])];
    expect(year.cells.filter((cell) => isStructuralZero(year, cell, CLOSED)).map(({ key }) => key)).toEqual([
      ...['2026', '2027', '2028', '2029'],
    ]);
    expect(quarter.cells.filter((cell) => isStructuralZero(quarter, cell, CLOSED))).toEqual([]);
  });

  it('is what an owner never records, where it alone is meant', () => {
    const [risk, byOwner] = [tableOf(['RISK_BAND']), tableOf(['RISK_BAND', 'JURISDICTION'])];
    expect(isStructuralZero(risk, cellOf(risk, 'HIGH'), CLOSED)).toBe(false);
    expect(isStructuralZero(risk, cellOf(risk, 'HIGH'), CLOSED, 'NL')).toBe(true);
    expect(isStructuralZero(risk, cellOf(risk, 'HIGH'), CLOSED, 'UK')).toBe(false);
    expect(isStructuralZero(byOwner, cellOf(byOwner, 'NL|HIGH'), CLOSED)).toBe(true);
    expect(isStructuralZero(byOwner, cellOf(byOwner, 'NL|NOT_RECORDED'), CLOSED)).toBe(false);
    expect(isStructuralZero(byOwner, cellOf(byOwner, 'UK|HIGH'), CLOSED)).toBe(false);
  });

  it('is every cell of another owner, as one owner fills the table', () => {
    const table = tableOf(['SEX', 'JURISDICTION']);
    const own = table.cells.filter((cell) => !isStructuralZero(table, cell, CLOSED, 'IT'));
    expect(own.map(({ key }) => key)).toEqual(['IT|FEMALE', 'IT|MALE', 'IT|NOT_RECORDED']);
  });

  it('is the same in all three owners of a total, so that it says nothing of who holds what', () => {
    fc.assert(
      fc.property(
        someTable.filter(({ dimensions }) => !dimensions.includes('JURISDICTION')),
        (table) => {
          const zeros = table.cells.filter((cell) => isStructuralZero(table, cell, CLOSED));
          for (const cell of zeros) expect(Number(cohortsCovered(table, cell).year)).toBeGreaterThanOrEqual(2025);
        },
      ),
      { numRuns: 50 },
    );
  });
});

it('says which cohorts a cell covers', () => {
  fc.assert(
    fc.property(someCell, ({ table, cell }) => {
      const { year, quarter } = cohortsCovered(table, cell);
      expect(year).toBe(cell.categories[table.dimensions.indexOf('COHORT_YEAR')]);
      expect(quarter).toBe(cell.categories[table.dimensions.indexOf('COHORT_QUARTER')]);
    }),
  );
});
