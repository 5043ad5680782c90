/**
 * A predicate of the protocols as this owner evaluates it: a set-returning SQL function that answers with the ids
 * (of subjects, of cases, of records) for which it holds. It reads who asks from `current_setting('concordat.…')`.
 */
export interface OwnerPredicate {
  readonly name: string;
  /** The anchors whose ids the function returns: `subject`, another anchor of the owner, or `record`. */
  readonly about: readonly string[];
  /** For `about: ['record']`: the record types whose ids it returns. */
  readonly recordTypes?: readonly string[];
  readonly functionName: string;
  /** Names of the predicate's arguments, in the order of the function's parameters (all `text` or `text[]`). */
  readonly arguments: readonly string[];
  /** `create or replace function …`: part of the code, (re)created at every start. */
  readonly definition: string;
}

export type OwnerPredicates = ReadonlyMap<string, OwnerPredicate>;

/** What predicates can be about at an owner: anchor name to its table; each has `id` and `subject_id`. */
export type OwnerAnchors = Readonly<Record<string, string>>;

/**
 * Shorthand for an owner's predicate: the function is named in snake_case and its body is one SELECT of ids.
 * Plain SQL and STABLE, so that PostgreSQL can inline it into the query that uses it.
 */
export function ownerPredicate(
  name: string,
  about: string | readonly string[],
  body: string,
  options: {
    readonly arguments?: Readonly<Record<string, 'text' | 'text[]' | 'integer'>>;
    readonly recordTypes?: readonly string[];
  } = {},
): OwnerPredicate {
  const functionName = name.replace(/([A-Z])/g, '_$1').toLowerCase();
  const parameters = Object.entries(options.arguments ?? {});
  const signature = parameters.map(([parameter, type]) => `p_${parameter} ${type}`).join(', ');
  return {
    name,
    about: typeof about === 'string' ? [about] : about,
    ...(options.recordTypes === undefined ? {} : { recordTypes: options.recordTypes }),
    functionName,
    arguments: parameters.map(([parameter]) => parameter),
    definition: `create or replace function ${functionName}(${signature}) returns setof text language sql stable as $predicate$ ${body} $predicate$`,
  };
}
