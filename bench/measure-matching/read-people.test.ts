import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readColumns, readPeople } from './read-people';

const folder = mkdtempSync(path.join(tmpdir(), 'read-people-'));
const file = path.join(folder, 'people.csv');
afterAll(() => rmSync(folder, { recursive: true }));

const COLUMNS = readColumns('given=first, surname=last,birth=born,place=city');

function peopleOf(text: string, columns = COLUMNS) {
  writeFileSync(file, text);
  return readPeople(file, columns, 'who');
}

it('reads people by whatever the columns are called', () => {
  const { people, unreadable } = peopleOf(
    'who, last,first,born,city\n7, Bakker,"Jan, Piet",1985-03-12,\n,,Ada,never,Nador\n',
  );
  expect(people).toEqual([
    {
      truth: '7',
      identity: {
        givenName: 'Jan, Piet',
        familyName: 'Bakker',
        aliases: [],
        birthDate: '1985-03-12',
        birthPlace: null,
      },
    },
    {
      truth: '',
      identity: { givenName: 'Ada', familyName: null, aliases: [], birthDate: 'never', birthPlace: 'Nador' },
    },
  ]);
  expect(unreadable).toEqual({
    count: 1,
    first: expect.stringContaining(`${file}, line 3, column born: never`) as string,
  });
});

it('takes what no column holds as not known', () => {
  const { people } = peopleOf('who,last\n7,Bakker\n', readColumns('surname=last'));
  expect(people[0]?.identity).toMatchObject({
    familyName: 'Bakker',
    givenName: null,
    birthDate: null,
    birthPlace: null,
  });
});

it.each([
  [
    'a column that is not there',
    'who,last,first,born\n7,Bakker,Jan,1985\n',
    'line 1: there is no column city; there are who, last',
  ],
  ['a column that is there twice', 'who,last,first,born,city,who\n', 'line 1: two columns are called who'],
  [
    'a row of another length',
    'who,last,first,born,city\n\n7,Bakker,Jan,1985\n',
    'line 3: 4 cells, where the first line has 5',
  ],
  ['a stray quotation mark', 'who,last,first,born,city\n7,Bak"ker,Jan,1985,\n', 'line 2: a quotation mark'],
  [
    'dates of which none can be read',
    'who,last,first,born,city\n7,B,J,12/03/1985,\n',
    'line 2, column born: 12/03/1985',
  ],
  ['nobody', 'who,last,first,born,city\n', 'has a heading and nobody below it'],
  ['nothing', '', 'is empty'],
])('refuses %s', (_what, text, why) => {
  expect(() => peopleOf(text)).toThrow(file);
  expect(() => peopleOf(text)).toThrow(why);
});

it('refuses a file that is not there', () => {
  expect(() => readPeople(path.join(folder, 'none.csv'), COLUMNS, 'who')).toThrow('There is no file');
});

it.each([
  ['first=given', '--columns first=given: say given=<column>'],
  ['given', '--columns given: say'],
  ['given=a,given=b', 'names given twice'],
  ['birth=born', 'neither given nor surname'],
])('refuses the columns %s', (text, why) => {
  expect(() => readColumns(text)).toThrow(why);
});
