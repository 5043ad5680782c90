// The rule of 183 days as the database counts it, against a calendar that is turned over day by day.
import fc from 'fast-check';

import { runProgram } from '../hub/run-program';
import type { ReleaseQuestion } from './probe-release-days';

/** Whom the predicate finds, for each question. */
async function near(questions: readonly ReleaseQuestion[]): Promise<readonly (readonly string[])[]> {
  const { exitCode, output, errors } = await runProgram('test/storage/probe-release-days', {}, [
    JSON.stringify(questions),
  ]);
  if (exitCode !== 0) throw new Error(errors);
  return (JSON.parse(output) as string[][]).map((found) => found.sort());
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysLater(day: string, days: number): string {
  let [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  for (let turned = 0; turned < days; turned += 1) {
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    dayOfMonth += 1;
    if (dayOfMonth <= (month === 2 && leap ? 29 : (LENGTHS[month - 1] ?? 0))) continue;
    dayOfMonth = 1;
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  return [String(year), ...[month, dayOfMonth].map((part) => String(part).padStart(2, '0'))].join('-');
}

const stay = (id: string, expected: string | null, released: string | null = null) => ({ id, expected, released });

const date = fc
  .date({ min: new Date('1999-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));

it('holds on the 183rd day and not on the 184th, over leap days and the ends of months', async () => {
  const days = [0, 1, 28, 29, 182, 183, 184, 366];
  const known = ['2024-02-28', '2024-02-29', '2023-08-30', '2023-12-31', '2024-01-31', '2000-02-29', '2023-02-28'];
  const todays = [...known, ...fc.sample(date, 100)];
  const questions = todays.map((today) => ({
    today,
    stays: days.map((count) => stay(`in ${String(count)}`, daysLater(today, count))),
  }));
  const within = days.filter((count) => count <= 183).map((count) => `in ${String(count)}`);
  const found = await near(questions);
  expect(found.map((ids, index) => [todays[index], ids])).toEqual(todays.map((today) => [today, within.sort()]));
});

it('holds for nobody whose release is past or not expected, or who was released', async () => {
  const stays = [
    stay('unknown', null),
    stay('past', '2024-02-28'),
    stay('released', '2024-03-10', '2024-02-20'),
    stay('released today', '2024-03-10', '2024-02-29'),
    stay('inside', '2024-03-10'),
  ];
  expect(await near([{ today: '2024-02-29', stays }])).toEqual([['inside']]);
});

it('moves with the day: nothing of it is stored', async () => {
  const stays = [stay('somebody', '2024-08-31')];
  const asked = ['2024-02-29', '2024-03-01', '2024-08-31', '2024-09-01'].map((today) => ({ today, stays }));
  expect(await near(asked)).toEqual([[], ['somebody'], ['somebody'], []]);
});
