// How often guesses were right, with what may be said of it: a canary that is not guessed counts as half right.
import type { Guesses } from './solve-coins';

export interface Score {
  /** Right of YES and right of NO, in the middle of both. */
  readonly balancedAccuracy: number;
  /** 95 % interval; canaries are drawn, and several rounds about one canary are one draw. */
  readonly low: number;
  readonly high: number;
  readonly canaries: number;
  readonly rounds: number;
  /** Of how many canaries anything was guessed, and how often that was right. */
  readonly guessedShare: number;
  readonly accuracyOfGuessed: number | null;
}

/** @param rounds the guesses of each round, against the same coins or others */
export function scoreOf(
  rounds: readonly { readonly guesses: Guesses; readonly coins: ReadonlyMap<string, boolean> }[],
): Score {
  const credits = new Map<string, { coin: boolean; right: number[] }>();
  let guessed = 0;
  let right = 0;
  let all = 0;
  for (const { guesses, coins } of rounds)
    for (const [canary, coin] of coins) {
      const guess = guesses.get(canary);
      const credit = guess === undefined ? 0.5 : Number(guess === coin);
      const known = credits.get(canary) ?? { coin, right: [] };
      credits.set(canary, known);
      known.right.push(credit);
      all += 1;
      if (guess === undefined) continue;
      guessed += 1;
      right += credit;
    }
  const sides = [true, false].map((coin) => {
    const means = [...credits.values()].filter((each) => each.coin === coin).map((each) => meanOf(each.right));
    const mean = meanOf(means);
    const variance = means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, means.length - 1);
    return { mean, error: variance / Math.max(1, means.length) };
  });
  const balancedAccuracy = meanOf(sides.map(({ mean }) => mean));
  const half = 1.96 * 0.5 * Math.sqrt(sides.reduce((sum, { error }) => sum + error, 0));
  return {
    balancedAccuracy: round(balancedAccuracy),
    low: round(balancedAccuracy - half),
    high: round(balancedAccuracy + half),
    canaries: credits.size,
    rounds: rounds.length,
    guessedShare: round(guessed / all),
    accuracyOfGuessed: guessed === 0 ? null : round(right / guessed),
  };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
export const round = (value: number): number => Math.round(value * 1000) / 1000;
