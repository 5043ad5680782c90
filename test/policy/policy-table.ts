import type { Purpose } from '../../schema/purposes';
import { askCells, type Cell, isComputed, type Outcome } from './ask-cell';
import { recordsOf, type SeededRecord } from './seeded';

/** Whether a record belongs to the state that a column speaks of, told from what is recorded. */
export type State = (record: SeededRecord) => boolean;

/** A column of a table: who asks, and about whom. */
export interface Column {
  readonly persona: string;
  readonly state: State;
}

/** Who asks about people in a state. */
export const asks = (persona: string, state: State): Column => ({ persona, state });

export interface PolicyTable {
  /** What the rows are about, as words that follow "of": "a member of the cohort". */
  readonly of: string;
  readonly purpose: Purpose;
  readonly columns: Readonly<Record<string, Column>>;
  /**
   * One line of column names; then lines of `Type.field` and an outcome for each column: `value`, `withheld`
   * (explained), `silent`, or `-` where the cell stands in another table. Fields of one kind may share a line.
   */
  readonly rows: string;
}

interface TableRow {
  readonly coordinate: string;
  readonly cells: readonly { readonly column: string; readonly outcome: Outcome }[];
}

/** Milliseconds, for all cells of an agreement together, on a machine that does much else. */
const ASKING_TAKES_AT_MOST = 300_000;

const OUTCOMES: Readonly<Record<string, Outcome>> = { value: 'value', withheld: 'withheld', silent: 'silent' };

/**
 * Shows one agreement by tables written by hand from its wording. Every cell is asked about somebody for whom a value
 * is recorded. For each coordinate that is hidden from anybody, somebody else is shown it: else nothing was hidden.
 */
export function showsPolicy(
  agreement: string,
  tables: readonly PolicyTable[],
  seenByNobodyYet: readonly string[] = [],
): void {
  describe(agreement, () => {
    const parsed = tables.map((table) => ({ table, rows: parseRows(table) }));
    let found: ReadonlyMap<string, string> = new Map();
    beforeAll(async () => {
      found = await askAll(parsed);
    }, ASKING_TAKES_AT_MOST);

    parsed.forEach(({ table, rows }, index) => {
      describe(`of ${table.of}, for ${table.purpose}`, () => {
        for (const { coordinate, cells } of rows) {
          it(title(coordinate, cells), () => {
            const got = cells.map(({ column }) => [column, found.get(cellKey(index, coordinate, column))]);
            expect(Object.fromEntries(got)).toEqual(
              Object.fromEntries(cells.map(({ column, outcome }) => [column, outcome])),
            );
          });
        }
      });
    });

    it(
      'hides nothing that is not shown to somebody',
      async () => {
        const hidden = new Set(
          parsed.flatMap(({ rows }) =>
            rows
              .filter(({ cells }) => cells.some(({ outcome }) => outcome !== 'value'))
              .map(({ coordinate }) => coordinate),
          ),
        );
        const controls: Cell[] = [];
        const unseen: string[] = [];
        for (const coordinate of hidden) {
          // A key alone is shown wherever anything of the record is.
          if (coordinate.endsWith('.id')) continue;
          const control = controlOf(coordinate);
          if (control !== undefined) controls.push(control);
          else if (!isComputed(coordinate)) unseen.push(coordinate);
        }
        const answers = await askCells(controls);
        expect(controls.map((cell) => [cell.coordinate, cell.persona, cell.purpose, answers.get(cell)])).toEqual(
          controls.map(({ coordinate, persona, purpose }) => [coordinate, persona, purpose, 'value']),
        );
        expect(unseen.sort()).toEqual([...seenByNobodyYet].sort());
      },
      ASKING_TAKES_AT_MOST,
    );
  });
}

async function askAll(
  parsed: readonly { table: PolicyTable; rows: readonly TableRow[] }[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const cells = new Map<Cell, string>();
  parsed.forEach(({ table: { purpose, columns }, rows }, index) => {
    for (const { coordinate, cells: row } of rows) {
      for (const { column } of row) {
        const { persona, state } = columns[column] as Column;
        const record = recordWith(coordinate, state);
        const key = cellKey(index, coordinate, column);
        if (record === undefined) found.set(key, 'nobody in this state has a value');
        else cells.set({ persona, purpose, coordinate, record }, key);
      }
    }
  });
  for (const [cell, outcome] of await askCells([...cells.keys()])) found.set(cells.get(cell) ?? '', outcome);
  return found;
}

/** A record in the state, with a value in that field. */
function recordWith(coordinate: string, state: State): SeededRecord | undefined {
  const [type = '', field = ''] = coordinate.split('.');
  return recordsOf(type).find((record) => isRecorded(record, field) && state(record));
}

function isRecorded({ type, values }: SeededRecord, field: string): boolean {
  const value = values[field];
  return isComputed(`${type}.${field}`) || (value !== null && value !== undefined);
}

/** Somebody who is shown that coordinate of some record. */
function controlOf(coordinate: string): Cell | undefined {
  const [type = '', field = ''] = coordinate.split('.');
  for (const record of recordsOf(type)) {
    const [persona, purpose] = record.shownTo[field]?.[0]?.split(':') ?? [];
    if (persona !== undefined && isRecorded(record, field))
      return { persona, purpose: purpose as Purpose, coordinate, record };
  }
  return undefined;
}

function parseRows({ of, columns, rows }: PolicyTable): readonly TableRow[] {
  const [heading = '', ...lines] = rows
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const names = heading.split(/\s+/);
  const unknown = names.find((name) => columns[name] === undefined);
  if (unknown !== undefined) throw new Error(`The table of ${of} has no column ${unknown}.`);
  return lines.flatMap((line) => {
    const words = line.split(/\s+/);
    const outcomes = words.slice(1);
    if (outcomes.length !== names.length) throw new Error(`The table of ${of} has another number of cells in: ${line}`);
    const [type = '', fields = ''] = (words[0] ?? '').split('.');
    const cells = names.flatMap((column, index) => {
      const word = outcomes[index] ?? '';
      if (word === '-') return [];
      const outcome = OUTCOMES[word];
      if (outcome === undefined) throw new Error(`The table of ${of} does not say what ${word} is, in: ${line}`);
      return [{ column, outcome }];
    });
    return fields.split(',').map((field) => ({ coordinate: `${type}.${field}`, cells }));
  });
}

function title(coordinate: string, cells: TableRow['cells']): string {
  const those = (wanted: Outcome): string =>
    cells
      .filter(({ outcome }) => outcome === wanted)
      .map(({ column }) => column)
      .join(', ');
  const parts = [
    ['is shown to', those('value')],
    ['is withheld from', those('withheld')],
    ['is as unknown to', those('silent')],
  ].flatMap(([verb, who]) => (who === '' ? [] : [`${String(verb)} ${String(who)}`]));
  return `${coordinate} ${parts.join(', ')}`;
}

function cellKey(table: number, coordinate: string, column: string): string {
  return `${String(table)} ${coordinate} ${column}`;
}
