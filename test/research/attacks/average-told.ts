import type { ToldOutcomes } from './groups';

/** The middle of several answers about the same groups; what none of them tells is not told. */
export function averageOf(answers: readonly ReadonlyMap<string, ToldOutcomes>[]): ReadonlyMap<string, ToldOutcomes> {
  const keys = new Set(answers.flatMap((answer) => [...answer.keys()]));
  const middle = (values: readonly (number | null | undefined)[]): number | null => {
    const told = values.filter((value) => typeof value === 'number');
    return told.length === 0 ? null : told.reduce((sum, value) => sum + value, 0) / told.length;
  };
  return new Map(
    [...keys].map((key) => {
      const told = answers.map((answer) => answer.get(key));
      return [
        key,
        {
          YES: middle(told.map((each) => each?.YES)),
          NO: middle(told.map((each) => each?.NO)),
          CENSORED: middle(told.map((each) => each?.CENSORED)),
        },
      ];
    }),
  );
}
