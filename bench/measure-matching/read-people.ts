// People of a CSV file whose columns have any names.
import { existsSync } from 'node:fs';

import { readBirthDate } from '../../matching/birth-date';
import type { KnownPerson } from '../../matching/fixture/measure-pairs';
import { ConfigurationError } from '../../service/environment';
import { CsvError, type CsvLine, readCsvLines } from '../../subgraphs/common/loading/read-csv';

/** What `--columns` may name. */
const FIELDS = ['given', 'surname', 'birth', 'place'] as const;
type Field = (typeof FIELDS)[number];

export type Columns = Readonly<Partial<Record<Field, string>>>;

/** Reads `given=first_name,surname=last_name,birth=born,place=city`, of which any may be left out. */
export function readColumns(text: string): Columns {
  const columns: Partial<Record<Field, string>> = {};
  for (const part of text.split(',')) {
    const [name = '', ...rest] = part.split('=');
    const field = FIELDS.find((known) => known === name.trim());
    const column = rest.join('=').trim();
    if (field === undefined || column === '') {
      throw new ConfigurationError(
        `--columns ${part.trim()}: say ${FIELDS.map((known) => `${known}=<column>`).join(',')}`,
      );
    }
    if (columns[field] !== undefined) throw new ConfigurationError(`--columns names ${field} twice`);
    columns[field] = column;
  }
  if (columns.given === undefined && columns.surname === undefined) {
    throw new ConfigurationError('--columns names neither given nor surname: nobody can be found without a name');
  }
  return columns;
}

export interface PeopleOfFile {
  readonly people: readonly KnownPerson[];
  /** Birth dates that could not be read, told by the first of them. */
  readonly unreadable: { readonly count: number; readonly first: string | undefined };
}

/** Reads everybody; what cannot be read is told with file, line and column. */
export function readPeople(file: string, columns: Columns, truth: string): PeopleOfFile {
  const [heading, ...rows] = linesOf(file);
  if (heading === undefined) throw new ConfigurationError(`${file} is empty: its first line names the columns`);
  const names = heading.cells.map((cell) => cell.trim());
  const at = (column: string): number => {
    const [first = -1, second] = names.flatMap((name, index) => (name === column ? [index] : []));
    if (first < 0) {
      throw new ConfigurationError(`${file}, line 1: there is no column ${column}; there are ${names.join(', ')}`);
    }
    if (second !== undefined) throw new ConfigurationError(`${file}, line 1: two columns are called ${column}`);
    return first;
  };
  const truthAt = at(truth);
  const indexes = Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, at(column)])) as Readonly<
    Partial<Record<Field, number>>
  >;
  let [read, count] = [0, 0];
  let first: string | undefined;
  const people = rows.map(({ line, cells }): KnownPerson => {
    if (cells.length !== names.length) {
      throw new ConfigurationError(
        `${file}, line ${String(line)}: ${String(cells.length)} cells, where the first line has ${String(names.length)}`,
      );
    }
    const cell = (field: Field): string | null => {
      const index = indexes[field];
      return (index === undefined ? undefined : cells[index]?.trim()) || null;
    };
    const birthDate = cell('birth');
    if (birthDate !== null && readBirthDate(birthDate) === undefined) {
      count += 1;
      first ??= `${file}, line ${String(line)}, column ${columns.birth ?? ''}: ${birthDate} is no birth date such as 1985-03-12, 19850312 or 1985`;
    } else if (birthDate !== null) read += 1;
    return {
      truth: cells[truthAt]?.trim() ?? '',
      identity: {
        givenName: cell('given'),
        familyName: cell('surname'),
        aliases: [],
        birthDate,
        birthPlace: cell('place'),
      },
    };
  });
  if (people.length === 0) throw new ConfigurationError(`${file} has a heading and nobody below it`);
  // Some are always mistyped; where none can be read, they are written in another way.
  if (read === 0 && first !== undefined) throw new ConfigurationError(first);
  return { people, unreadable: { count, first } };
}

function linesOf(file: string): readonly CsvLine[] {
  if (!existsSync(file)) throw new ConfigurationError(`There is no file ${file}`);
  try {
    return readCsvLines(file);
  } catch (error) {
    if (error instanceof CsvError) throw new ConfigurationError(`${file}, ${error.message}`);
    throw error;
  }
}
