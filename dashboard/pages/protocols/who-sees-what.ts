import type { Words } from '../../words/words';

export interface Clause {
  readonly id: string;
  readonly recipients: readonly string[];
  readonly permits: readonly {
    readonly category: string;
    readonly level: string;
    readonly facets: readonly string[] | null;
  }[];
}

export interface Matrix {
  readonly recipients: readonly string[];
  readonly rows: readonly {
    readonly category: string;
    readonly cells: readonly { readonly text: string; readonly clauses: readonly string[] }[];
  }[];
}

const LEVELS = ['FLAG', 'BAND', 'FULL'];

/** For each kind of data and each recipient the finest form that some clause opens, and by which clauses. */
export function whoSeesWhat(words: Words, clauses: readonly Clause[]): Matrix {
  const recipients = [...new Set(clauses.flatMap((clause) => clause.recipients))].sort();
  const categories = [...new Set(clauses.flatMap(({ permits }) => permits.map(({ category }) => category)))].sort();
  return {
    recipients: recipients.map(words.party),
    rows: categories.map((category) => ({
      category: words.say(`categories.${category}`),
      cells: recipients.map((recipient) => {
        const opening = clauses.flatMap(({ id, recipients: to, permits }) =>
          to.includes(recipient)
            ? permits.filter((permit) => permit.category === category).map(({ level }) => ({ id, level }))
            : [],
        );
        const finest = LEVELS.findLast((level) => opening.some((one) => one.level === level));
        return {
          text: finest === undefined ? words.say('levels.NONE') : words.say(`levels.${finest}`),
          clauses: [...new Set(opening.map(({ id }) => id))],
        };
      }),
    })),
  };
}
