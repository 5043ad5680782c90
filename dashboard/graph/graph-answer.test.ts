import { readAnswer } from './graph-answer';

const withheld = (path: (string | number)[], occurrences?: number) => ({
  message: 'not shared',
  path,
  extensions: {
    code: 'WITHHELD_BY_PROTOCOL',
    ...{ protocol: 'P', version: '1.0.0', clause: 'c', category: 'HEALTH', level: 'FULL', coordinate: 'T.f' },
    requestable: false,
    ...(occurrences === undefined ? {} : { occurrences }),
  },
});
const unavailable = (path: string[]) => ({
  message: 'down',
  path,
  extensions: { code: 'SOURCE_UNAVAILABLE', owner: 'eri' },
});
const stateAt = (answer: ReturnType<typeof readAnswer>, path: (string | number)[]) => answer.cellAt(path).state;

it('tells the four states of a field apart', () => {
  const answer = readAnswer({
    data: { person: { name: 'Corvel', address: null, note: null, participant: null } },
    errors: [withheld(['person', 'address'], 1), unavailable(['person', 'participant'])],
  });
  expect(stateAt(answer, ['person', 'name'])).toBe('value');
  expect(stateAt(answer, ['person', 'address'])).toBe('withheld');
  expect(stateAt(answer, ['person', 'participant'])).toBe('unavailable');
  expect(stateAt(answer, ['person', 'note'])).toBe('not-recorded');
});

it('takes what is behind a source that is down, or behind what is withheld, for the same', () => {
  const answer = readAnswer({
    data: { person: { participant: null, nominal: null } },
    errors: [unavailable(['person', 'participant']), withheld(['person', 'nominal'], 1)],
  });
  expect(stateAt(answer, ['person', 'participant', 'plans', 0, 'goal'])).toBe('unavailable');
  expect(stateAt(answer, ['person', 'nominal', 'name'])).toBe('withheld');
});

it('applies a refusal that is the same for everybody to every record of a list, though it is told once', () => {
  const notes = [{ text: null }, { text: null }];
  const answer = readAnswer({ data: { notes }, errors: [withheld(['notes', 0, 'text'], 2)] });
  expect(stateAt(answer, ['notes', 1, 'text'])).toBe('withheld');
});

it('applies a refusal about one record to that record alone', () => {
  const notes = [{ text: null }, { text: null }];
  const answer = readAnswer({ data: { notes }, errors: [withheld(['notes', 0, 'text'])] });
  expect(stateAt(answer, ['notes', 0, 'text'])).toBe('withheld');
  expect(stateAt(answer, ['notes', 1, 'text'])).toBe('not-recorded');
});

it('takes nothing from a refusal that occurs nowhere: an unknown person is not a withheld one', () => {
  const answer = readAnswer({ data: { person: { nominal: null } }, errors: [withheld(['person', 'nominal'], 0)] });
  expect(stateAt(answer, ['person', 'nominal'])).toBe('not-recorded');
});

it('shows a silent refusal as not recorded, since it is a null without an error', () => {
  const answer = readAnswer({ data: { person: { extremismCase: null } }, errors: [] });
  expect(answer.cellAt(['person', 'extremismCase'])).toEqual({ state: 'not-recorded' });
});
