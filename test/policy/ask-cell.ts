import type { Purpose } from '../../schema/purposes';
import { ask, type WithheldError } from '../hub/hub';
import type { SeededRecord } from './seeded';

/**
 * What became of one value that was asked for. `value`: the very value that is recorded. `withheld`: null, and an
 * error that names the clause. `silent`: null or absent without a word, as for an unknown id.
 */
export type Outcome = 'value' | 'withheld' | 'silent';

/** One field of one record, asked by somebody for a purpose. */
export interface Cell {
  readonly persona: string;
  readonly purpose: Purpose;
  readonly coordinate: string;
  readonly record: SeededRecord;
}

/** Fields that are computed and not recorded, and need arguments and selections of their own. */
const SELECTIONS: Readonly<Record<string, string>> = {
  'Nominal.reoffending': 'reoffending(windowMonths: 12) { reoffences }',
  'Participant.participation': 'participation { rate definition { version } }',
  'Participant.prolific': 'prolific { value reason definition { version } }',
  'Participant.reoffending': 'reoffending(windowMonths: 12) { returned censoredReason definition { version } }',
  'Target.computedRating': 'computedRating { value reason contradiction definition { version } }',
};

/** Whether a field is computed, so that there is no recorded value to compare with. */
export function isComputed(coordinate: string): boolean {
  return coordinate in SELECTIONS;
}

/** The gateway takes 40 root fields in one operation; fewer are answered well within its time. */
const RECORDS_AN_OPERATION = 12;
const AT_ONCE = 2;

/**
 * Asks for many cells in few operations: those of the same asker and purpose together, and those of one record under
 * one root field, `<single>(id)`. Anything but the three outcomes is told in words, so that it equals none of them.
 */
export async function askCells(cells: readonly Cell[]): Promise<ReadonlyMap<Cell, string>> {
  const outcomes = new Map<Cell, string>();
  const askers = groupBy(cells, ({ persona, purpose }) => `${persona} ${purpose}`);
  const operations = [...askers.values()].flatMap((asked) => {
    const records = [...groupBy(asked, ({ record }) => `${record.type} ${record.id}`).values()];
    const count = Math.ceil(records.length / RECORDS_AN_OPERATION);
    return Array.from({ length: count }, (_, part) =>
      records.slice(part * RECORDS_AN_OPERATION, (part + 1) * RECORDS_AN_OPERATION),
    );
  });
  // Gateway and owners are processes of their own: while one plans, another answers.
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = operations.pop(); next !== undefined; next = operations.pop()) await askRecords(next, outcomes);
    }),
  );
  return outcomes;
}

async function askRecords(records: readonly (readonly Cell[])[], outcomes: Map<Cell, string>): Promise<void> {
  const [{ persona, purpose } = { persona: '', purpose: undefined }] = records[0] ?? [];
  const roots = records.map((cells, index) => {
    const { type, id } = cells[0]?.record ?? { type: '', id: '' };
    const fields = new Set(cells.map(({ coordinate }) => SELECTIONS[coordinate] ?? fieldOf(coordinate)));
    return `r${String(index)}: ${rootOf(type)}(id: ${JSON.stringify(id)}) { ${[...fields].join(' ')} }`;
  });
  const { status, data, errors } = await ask(persona, purpose, `{ ${roots.join('\n')} }`);
  // An owner on a busy machine may not answer in time, which is neither of the outcomes: it is asked for less.
  if (records.length > 1 && errors.some(({ extensions }) => extensions.code === 'SOURCE_UNAVAILABLE')) {
    for (const cells of records) await askRecords([cells], outcomes);
    return;
  }
  records.forEach((cells, index) => {
    const alias = `r${String(index)}`;
    const answered = data?.[alias] as Readonly<Record<string, unknown>> | null | undefined;
    for (const cell of cells) {
      const about = errors.filter((error) => concerns(error, alias, cell));
      outcomes.set(
        cell,
        data === undefined
          ? `refused ${String(status)} ${codes(about)}`
          : outcome(cell, answered?.[fieldOf(cell.coordinate)], about),
      );
    }
  });
}

function outcome({ coordinate, record }: Cell, answered: unknown, errors: readonly WithheldError[]): string {
  const recorded = record.values[fieldOf(coordinate)];
  if (answered !== null && answered !== undefined) {
    if (errors.length > 0) return `a value, and ${codes(errors)}`;
    const same = isComputed(coordinate) || JSON.stringify(answered) === JSON.stringify(recorded);
    return same ? 'value' : `another value: ${JSON.stringify(answered)}`;
  }
  if (errors.length === 0) return 'silent';
  return errors.every((error) => explains(error, coordinate, record.type)) ? 'withheld' : codes(errors);
}

/** Where a record is absent, a refusal of one of its fields stands at the record and names the field. */
function concerns({ path, extensions }: WithheldError, alias: string, { coordinate, record }: Cell): boolean {
  if (path === undefined) return true;
  if (path[0] !== alias) return false;
  const about = typeof extensions.coordinate === 'string' ? extensions.coordinate : undefined;
  if (about !== undefined) return about === coordinate || about === `Query.${rootOf(record.type)}`;
  return path.length === 1 || path[1] === fieldOf(coordinate);
}

/** Whether a refusal names the clause, what it withholds and where. */
function explains({ message, extensions }: WithheldError, coordinate: string, type: string): boolean {
  const { code, protocol, version, clause, category, level } = extensions;
  return (
    code === 'WITHHELD_BY_PROTOCOL' &&
    [message, protocol, version, clause, category, level].every((word) => typeof word === 'string' && word !== '') &&
    [coordinate, `Query.${rootOf(type)}`].includes(String(extensions.coordinate))
  );
}

function codes(errors: readonly WithheldError[]): string {
  return errors.map(({ message, extensions }) => `${extensions.code}: ${message}`).join(' | ');
}

function fieldOf(coordinate: string): string {
  return coordinate.split('.')[1] ?? '';
}

function rootOf(type: string): string {
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
