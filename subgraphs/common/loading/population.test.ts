import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { DEFAULT_PEOPLE, readPeopleWanted } from './people-wanted';
import { keepPopulation } from './population';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concordat-population-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const first = { seed: 1, anchor: '2026-03-01', people: DEFAULT_PEOPLE };

it('keeps the people of the first start, whatever day and seed come later', () => {
  expect(keepPopulation(folder, first)).toEqual(first);
  expect(keepPopulation(folder, { ...first, seed: 2, anchor: '2026-04-01', people: 'named' })).toEqual(first);
});

it('refuses another number of people than the folder was filled with, and says what to do', () => {
  keepPopulation(folder, first);
  const asked = readPeopleWanted('5000');
  expect(() => keepPopulation(folder, { ...first, people: asked }, asked)).toThrow(
    /was filled at its first start with 2,000 at knowsley-iom.*not with 5,000 at knowsley-iom.*npm run reset/,
  );
  expect(keepPopulation(folder, first, DEFAULT_PEOPLE)).toEqual(first);
});

it('takes a folder from before people were counted for one of the named people alone', () => {
  writeFileSync(path.join(folder, 'population.json'), '{"seed":1,"anchor":"2026-03-01"}\n');
  expect(keepPopulation(folder, first).people).toBe('named');
});
