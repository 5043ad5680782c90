import { endOfApproval } from './end-of-approval';

const DAY = 86_400_000;
const now = new Date('2026-03-01T10:00:00Z');
const endIn = (ofMoments: boolean, duration: string | null): Date =>
  endOfApproval(duration, { now, timeBoxMs: 14 * DAY, ofMoments });
const inDays = (end: Date): number => (end.getTime() - now.getTime()) / DAY;

describe('in production', () => {
  it.each(['PT5S', 'PT12H', 'PT23H59M59S', 'PT0S', '-P1D'])('%s is refused, with what to give instead', (duration) => {
    expect(() => endIn(false, duration)).toThrow(
      `"duration" "${duration}" is shorter than a day: give P1D at least, as P1D or PT36H.`,
    );
    try {
      endIn(false, duration);
    } catch (error) {
      expect((error as { extensions: unknown }).extensions).toEqual({ code: 'BAD_INPUT' });
    }
  });

  it('a day and more is taken', () => {
    expect(['P1D', 'PT24H', 'PT36H', 'P14D'].map((duration) => inDays(endIn(false, duration)))).toEqual([
      1, 1, 1.5, 14,
    ]);
  });
});

it('in development five seconds are taken, so that an end can be tried', () => {
  expect(endIn(true, 'PT5S').getTime() - now.getTime()).toBe(5_000);
});

it.each([true, false])('without one it lasts as long as the protocol allows', (ofMoments) => {
  expect([inDays(endIn(ofMoments, null)), inDays(endIn(ofMoments, ''))]).toEqual([14, 14]);
});

it.each([true, false])('what is no duration is refused', (ofMoments) => {
  expect(() => endIn(ofMoments, '14 days')).toThrow('"duration" "14 days" is none: give');
});
