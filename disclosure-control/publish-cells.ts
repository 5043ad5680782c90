import { LEAST_DENOMINATOR } from './budget';
import { RECORDED_OUTCOMES, isOutcome, type Outcome } from './lattice';
import type { Table } from './table';

export interface PublishedCell {
  readonly status: 'PUBLISHED' | 'SUPPRESSED' | 'STRUCTURAL_ZERO';
  /** The noisy value; null unless it is published. */
  readonly value: number | null;
}

/** A cell with its noise; `passes` says whether it would be published by itself. */
interface NoisyCell {
  readonly value: number;
  readonly passes: boolean;
}

/**
 * Which cells are published, in canonical order; undefined stands for a structural zero.
 *
 * The pairing rule: of a group, which is the cells that differ in an outcome alone, the recorded outcomes are published
 * only where they come to LEAST_DENOMINATOR people or more and at least two of them are published. One alone would say
 * that everybody of the group ended so. With two outcomes in a table the rule holds for each, until nothing changes.
 */
export function publishCells(table: Table, noisy: readonly (NoisyCell | undefined)[]): readonly PublishedCell[] {
  const published = noisy.map((cell) => cell?.passes === true);
  const groups = table.dimensions.filter(isOutcome).flatMap((outcome) => groupsOf(table, outcome));
  for (let changed = true; changed;) {
    changed = false;
    for (const group of groups) {
      const shown = group.filter((place) => published[place]);
      if (shown.length === 0 || keepsPairing(group, shown, noisy)) continue;
      for (const place of shown) published[place] = false;
      changed = true;
    }
  }
  return noisy.map((cell, place) => {
    if (cell === undefined) return { status: 'STRUCTURAL_ZERO', value: null };
    return published[place] === true
      ? { status: 'PUBLISHED', value: cell.value }
      : { status: 'SUPPRESSED', value: null };
  });
}

function keepsPairing(
  group: readonly number[],
  shown: readonly number[],
  noisy: readonly (NoisyCell | undefined)[],
): boolean {
  const denominator = group.reduce((sum, place) => sum + (noisy[place]?.value ?? 0), 0);
  return shown.length >= 2 && denominator >= LEAST_DENOMINATOR;
}

/** The places of the cells with a recorded outcome, for each combination of the other dimensions. */
function groupsOf(table: Table, outcome: Outcome): readonly (readonly number[])[] {
  const at = table.dimensions.indexOf(outcome);
  const groups = new Map<string, number[]>();
  table.cells.forEach(({ categories }, place) => {
    if (!RECORDED_OUTCOMES[outcome].includes(categories[at] ?? '')) return;
    const others = categories.toSpliced(at, 1).join('|');
    groups.set(others, [...(groups.get(others) ?? []), place]);
  });
  return [...groups.values()];
}
