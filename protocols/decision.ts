import type { DataCategory, Level } from '../schema/categories';
import type { Predicate } from './protocol';

/** The clause that an answer or a refusal cites. */
export interface ClauseReference {
  readonly protocol: string;
  readonly version: string;
  readonly clause: string;
}

/** One way in which a field may be disclosed: all its predicates hold for the record. */
export interface Alternative {
  readonly clause: ClauseReference;
  readonly predicates: readonly Predicate[];
}

interface Timed {
  /** The instant at which the decision may next change (a protocol begins or ends); absent: never. */
  readonly changesAt?: Date;
}

/** May this field go to this requester for this purpose? */
export type Decision =
  | ({ readonly kind: 'permit'; readonly clause: ClauseReference } & Timed)
  | ({ readonly kind: 'permit when'; readonly alternatives: readonly Alternative[] } & Timed)
  | ({ readonly kind: 'deny'; readonly clause: ClauseReference; readonly reason: DenyReason } & Timed);

export type DenyReason =
  /** No protocol is in force between this controller and this requester for this purpose. */
  | 'NO_PROTOCOL'
  /** A protocol is in force, but no clause of it permits this category, level and facet to this recipient. */
  | 'NOT_PERMITTED'
  /** The field has no category: a fault in the build, denied all the same. */
  | 'UNCATEGORISED';

/** What the extensions of a WITHHELD_BY_PROTOCOL error say. */
export interface Withholding extends ClauseReference {
  readonly category: DataCategory;
  readonly level: Level;
  readonly coordinate: string;
  /** Whether access may be asked for by a request; false until the graph has requests. */
  readonly requestable: boolean;
}
