// Whom an owner compares in clear (subgraphs/common/lookup/find-candidates.ts), in memory: those whose names are alike by
// the trigrams of PostgreSQL's pg_trgm, the likeliest first, a birth date counting beside.
import { BIRTH_DATE_LIKENESS } from '../../subgraphs/common/lookup/searched-names';

/** As pg_trgm has them: every word with two spaces before it and one behind it. */
export function trigramsOf(text: string): ReadonlySet<string> {
  const trigrams = new Set<string>();
  for (const word of text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
    if (word === '') continue;
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3));
  }
  return trigrams;
}

/** pg_trgm's threshold of its operator `%`. */
const ALIKE = 0.3;

export interface SearchedPerson {
  readonly names: readonly string[];
  readonly birthDate: string | null;
}

export class TrigramIndex {
  private readonly postings = new Map<string, number[]>();
  private readonly names: { readonly person: number; readonly size: number }[] = [];

  constructor(private readonly people: readonly SearchedPerson[]) {
    people.forEach(({ names }, person) => {
      for (const name of names) {
        const trigrams = trigramsOf(name);
        const at = this.names.push({ person, size: trigrams.size }) - 1;
        for (const trigram of trigrams) {
          const list = this.postings.get(trigram);
          if (list === undefined) this.postings.set(trigram, [at]);
          else list.push(at);
        }
      }
    });
  }

  /** Numbers of the likeliest so many people. */
  find(sought: SearchedPerson, atMost: number): readonly number[] {
    const likeness = new Map<number, number>();
    for (const name of sought.names) {
      const trigrams = trigramsOf(name);
      const common = new Map<number, number>();
      for (const trigram of trigrams) {
        for (const at of this.postings.get(trigram) ?? []) common.set(at, (common.get(at) ?? 0) + 1);
      }
      for (const [at, shared] of common) {
        const found = this.names[at];
        if (found === undefined) continue;
        const similarity = shared / (trigrams.size + found.size - shared);
        if (similarity >= ALIKE) likeness.set(found.person, Math.max(likeness.get(found.person) ?? 0, similarity));
      }
    }
    return [...likeness]
      .map(([person, similarity]) => [person, similarity + this.likenessOfDates(sought, person)] as const)
      .sort(([, one], [, other]) => other - one)
      .slice(0, atMost)
      .map(([person]) => person);
  }

  private likenessOfDates({ birthDate }: SearchedPerson, person: number): number {
    const other = this.people[person]?.birthDate ?? null;
    if (birthDate === null || other === null) return 0;
    if (birthDate === other) return BIRTH_DATE_LIKENESS.equal;
    return birthDate.slice(0, 4) === other.slice(0, 4) ? BIRTH_DATE_LIKENESS.sameYear : 0;
  }
}
