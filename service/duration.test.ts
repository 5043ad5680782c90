import { addDuration, parseDuration } from './duration';

const DAY = 86_400_000;

it.each([
  ['P6M', 6, 0],
  ['-P1Y2M', -14, 0],
  ['P2W', 0, 14 * DAY],
  ['P1DT2H3M4S', 0, DAY + 2 * 3_600_000 + 3 * 60_000 + 4000],
  ['PT0S', 0, 0],
])('reads %s', (text, months, milliseconds) => {
  const duration = parseDuration(text);
  expect(duration?.months).toBe(months);
  expect(duration?.milliseconds).toBeCloseTo(milliseconds);
});

it.each(['', 'P', 'PT', 'P1', '1M', 'P1H', 'P-1M', 'six months'])('refuses %j', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

it.each([
  ['2026-01-31T10:00:00.000Z', 'P1M', '2026-02-28T10:00:00.000Z'],
  ['2028-01-31T10:00:00.000Z', 'P1M', '2028-02-29T10:00:00.000Z'],
  ['2026-03-31T00:00:00.000Z', '-P1M', '2026-02-28T00:00:00.000Z'],
  ['2026-12-15T00:00:00.000Z', 'P1Y1M1D', '2028-01-16T00:00:00.000Z'],
])('adds to %s %s', (from, text, to) => {
  expect(addDuration(new Date(from), parseDuration(text)!).toISOString()).toBe(to);
});
