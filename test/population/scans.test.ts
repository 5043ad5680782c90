// No request about one person, and no page that asks for few of many, reads a large table from end to end: at every
// owner, for every predicate that it registers, and for what is asked of Knowsley all day long.
import { runProgram } from '../hub/run-program';
import { HOT_PATHS } from './hot-paths';

interface Scans {
  readonly predicates: readonly {
    readonly owner: string;
    readonly predicate: string;
    readonly scanned: readonly string[];
  }[];
  readonly paths: readonly {
    readonly name: string;
    readonly scanned: readonly string[];
    readonly indexes: readonly string[];
    readonly errors: readonly string[];
  }[];
}

const SERVER = process.env.CONCORDAT_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const onPostgres = process.env.CONCORDAT_TEST_DATABASE === 'postgres';

let scans: Scans;
beforeAll(async () => {
  const { output, errors } = await runProgram('test/population/print-scans', {}, onPostgres ? [SERVER] : [], 280_000);
  try {
    scans = JSON.parse(output) as Scans;
  } catch {
    throw new Error(errors);
  }
}, 300_000);

const pathOf = (name: string) => scans.paths.find((path) => path.name === name);

it('finds one person by an index in every predicate of every owner', () => {
  expect(scans.predicates.length).toBeGreaterThan(30);
  expect(scans.predicates.filter(({ scanned }) => scanned.length > 0)).toEqual([]);
});

it.each(HOT_PATHS.filter(({ kind }) => kind === 'case file'))(
  'reads no table from end to end for a $name',
  ({ name }) => {
    expect(pathOf(name)).toMatchObject({ scanned: [], errors: [] });
  },
);

it.each(HOT_PATHS.filter(({ servedBy }) => servedBy !== undefined))(
  'finds the page “$name” by $servedBy',
  ({ name, servedBy }) => {
    expect(pathOf(name)?.errors).toEqual([]);
    expect(pathOf(name)?.indexes).toContain(servedBy);
  },
);
