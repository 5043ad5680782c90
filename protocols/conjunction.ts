import type { Alternative, Decision } from './decision';
import type { Predicate } from './protocol';

/**
 * The decision on a value that gives away several at once, such as a measure: all of them must be permitted, so that
 * the first denial denies and conditions are joined. A condition that only adds to another one is left out.
 */
export function conjunctionOf(own: Decision, required: readonly Decision[]): Decision {
  return required.reduce(both, own);
}

function both(one: Decision, other: Decision): Decision {
  const changesAt = earlier(one.changesAt, other.changesAt);
  const timed = changesAt === undefined ? {} : { changesAt };
  if (one.kind === 'deny') return { ...one, ...timed };
  if (other.kind === 'deny') return { ...other, ...timed };
  if (other.kind === 'permit') return { ...one, ...timed };
  if (one.kind === 'permit') return { ...other, ...timed };
  const joined = one.alternatives.flatMap((first) =>
    other.alternatives.map((second) => ({
      clause: first.clause,
      predicates: withoutRepetition([...first.predicates, ...second.predicates]),
    })),
  );
  return { kind: 'permit when', alternatives: withoutNarrower(joined), ...timed };
}

const keyOf = ({ name, arguments: given }: Predicate): string =>
  `${name} ${JSON.stringify(Object.entries(given).sort())}`;

function withoutRepetition(predicates: readonly Predicate[]): readonly Predicate[] {
  return [...new Map(predicates.map((predicate) => [keyOf(predicate), predicate])).values()];
}

function withoutNarrower(alternatives: readonly Alternative[]): readonly Alternative[] {
  const sets = alternatives.map(({ predicates }) => new Set(predicates.map(keyOf)));
  return alternatives.filter((_, index) => {
    const own = sets[index] ?? new Set<string>();
    return !sets.some((set, place) => {
      const within = set.size <= own.size && [...set].every((key) => own.has(key));
      return place !== index && within && (set.size < own.size || place < index);
    });
  });
}

function earlier(one: Date | undefined, other: Date | undefined): Date | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
