// Whom an attacker knows: everything of everybody, but of canaries how the coin fell.
import { type Dimension, DIMENSIONS } from '../../../disclosure-control/lattice';

export type Categories = Readonly<Record<Dimension, string>>;

/** A person as the attacker knows him or her; REOFFENDED_12M of a canary is UNKNOWN. */
export interface KnownPerson {
  readonly id: string;
  readonly isCanary: boolean;
  readonly categories: Categories;
}

/** The people of the snapshots; what the attacker must not see stands apart. */
export interface AttackedPeople {
  readonly known: readonly KnownPerson[];
  /** How the coin of each canary fell: true is YES. */
  readonly coins: ReadonlyMap<string, boolean>;
}

export const UNKNOWN = 'UNKNOWN';

type TruthLine = Categories & { readonly id: string; readonly canary: boolean; readonly reoffended: boolean | null };

/** Reads what `npm run -s truth -- --research` prints. */
export function readAttackedPeople(printed: string): AttackedPeople {
  const lines = printed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as TruthLine);
  return {
    known: lines.map((line) => ({
      id: line.id,
      isCanary: line.canary,
      categories: {
        ...(Object.fromEntries(Object.keys(DIMENSIONS).map((name) => [name, line[name as Dimension]])) as Categories),
        ...(line.canary ? { REOFFENDED_12M: UNKNOWN } : {}),
      },
    })),
    coins: new Map(lines.filter(({ canary }) => canary).map(({ id, reoffended }) => [id, reoffended === true])),
  };
}

/**
 * The coins of canaries whom anything tells apart from every other: of two who are alike in all that the attacker knows,
 * no table whatever says which is which.
 */
export function coinsOfDistinct({ known, coins }: AttackedPeople): ReadonlyMap<string, boolean> {
  const alike = new Map<string, number>();
  const likeness = ({ categories }: KnownPerson): string => Object.values(categories).join('|');
  const canaries = known.filter(({ isCanary }) => isCanary);
  for (const canary of canaries) alike.set(likeness(canary), (alike.get(likeness(canary)) ?? 0) + 1);
  return new Map(
    canaries
      .filter((canary) => alike.get(likeness(canary)) === 1)
      .map(({ id }) => [id, coins.get(id) === true] as const),
  );
}

/** Everybody as the owners have them: for oracles alone. */
export function asOwnersHave({ known, coins }: AttackedPeople): readonly Categories[] {
  return known.map(({ id, isCanary, categories }) =>
    isCanary ? { ...categories, REOFFENDED_12M: coins.get(id) === true ? 'YES' : 'NO' } : categories,
  );
}
