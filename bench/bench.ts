/** A figure that a bench must reach, and whether it did. */
export interface Goal {
  readonly name: string;
  readonly goal: string;
  readonly value: number;
  readonly met: boolean;
}

/** What a bench found, in its own words. */
export interface Findings {
  readonly rounds: number;
  readonly figures: Readonly<Record<string, unknown>>;
  readonly goals: readonly Goal[];
}

export interface BenchOptions {
  /** How often each variant is measured, interleaved; the bench's own number when undefined. */
  readonly rounds: number | undefined;
  /** Told what is being done, for the terminal. */
  readonly say: (text: string) => void;
}

export type Bench = (options: BenchOptions) => Promise<Findings>;

export function atMost(name: string, value: number, limit: number): Goal {
  return { name, goal: `<= ${String(limit)}`, value, met: value <= limit };
}

export function atLeast(name: string, value: number, limit: number): Goal {
  return { name, goal: `>= ${String(limit)}`, value, met: value >= limit };
}

export function below(name: string, value: number, limit: number): Goal {
  return { name, goal: `< ${String(limit)}`, value, met: value < limit };
}
