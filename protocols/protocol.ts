import type { DataCategory, Level } from '../schema/categories';
import type { Controller, Jurisdiction, OrganisationId, OrganisationRole } from '../schema/organisations';
import type { Purpose } from '../schema/purposes';
import type { AwaitedMachinery } from './awaited-machinery';

/** A text in the three languages of the partnerships. */
export interface Trilingual {
  readonly en: string;
  readonly nl: string;
  readonly it: string;
}

/** A statement about a record that its owner evaluates, from the closed set in `predicates.ts`. */
export interface Predicate {
  readonly name: string;
  readonly arguments: Readonly<Record<string, string | number | readonly string[]>>;
}

/** A category up to a level, optionally narrowed to facets. */
export interface Permission {
  readonly category: DataCategory;
  readonly level: Level;
  /** Only these facets; absent: every facet of the category. */
  readonly facets?: readonly string[];
}

/** One clause: what it permits, to whom, when. Clauses are alternatives; the predicates of one hold together. */
export interface Clause {
  readonly id: string;
  readonly text: Trilingual;
  /** Expanded recipients. */
  readonly recipients: readonly OrganisationRole[];
  /** Disclosers to which this clause is narrowed; absent: all of the protocol. */
  readonly disclosers: readonly Controller[];
  readonly purposes: readonly Purpose[];
  readonly permits: readonly Permission[];
  readonly when: readonly Predicate[];
  /** What must be built before it permits anything. While it stands here, the clause permits nothing. */
  readonly awaits?: AwaitedMachinery;
}

export type ProtocolStatus = 'built-in' | 'proposed' | 'signed';

/** A dated, versioned agreement, as loaded from its YAML file with recipients and groups expanded. */
export interface Protocol {
  readonly id: string;
  readonly version: string;
  readonly status: ProtocolStatus;
  readonly jurisdictions: readonly Jurisdiction[];
  readonly title: Trilingual;
  readonly text: Trilingual;
  readonly disclosers: readonly Controller[];
  readonly signatories: readonly OrganisationId[];
  readonly purposes: readonly Purpose[];
  readonly legalBasis: { readonly stated: string; readonly proposed: readonly string[] };
  /** Calendar dates in UTC, `YYYY-MM-DD`; `until` is the first day on which it no longer holds. */
  readonly inForce: { readonly from: string; readonly until?: string };
  readonly reviewDue?: string;
  /** Past `reviewDue` the protocol permits nothing. */
  readonly reviewCompulsory: boolean;
  readonly clauses: readonly Clause[];
  /** What is cited when nothing in the protocol permits. */
  readonly residual: { readonly id: string; readonly text: Trilingual };
  readonly obligations: readonly string[];
  readonly grounds: readonly { readonly document: string; readonly quote: string }[];
  /** The file that it was read from. */
  readonly file: string;
}

/** All agreements in a directory, checked together. */
export interface ProtocolSet {
  readonly protocols: readonly Protocol[];
  /** SHA-256 over the canonical form of all of them: names the set in logs, caches and `/readyz`. */
  readonly version: string;
}
