import { dateAfter, monthsAfter } from './calendar-dates';

it('counts calendar days and months, with month ends clamped', () => {
  expect(dateAfter('2024-02-28', 2)).toBe('2024-03-01');
  expect(monthsAfter('2025-08-31', 6)).toBe('2026-02-28');
  expect(monthsAfter('2026-01-15', -36)).toBe('2023-01-15');
});
