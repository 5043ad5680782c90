import { createClock } from './clock';

it('tells the time', () => {
  expect(Math.abs(createClock({}).now().getTime() - Date.now())).toBeLessThan(1000);
});

it('is moved in development', () => {
  const moved = createClock({ CONCORDAT_CLOCK_OFFSET: '-PT2H' }).now().getTime();
  expect(Math.abs(moved + 7_200_000 - Date.now())).toBeLessThan(1000);
});

it('is not moved in production', () => {
  expect(() => createClock({ CONCORDAT_CLOCK_OFFSET: 'P1D', NODE_ENV: 'production' })).toThrow(/development only/);
});
