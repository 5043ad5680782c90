import type { OwnerName } from '../../../schema/owners';
import type { OwnerAnchors, OwnerPredicate } from '../disclosure/owner-predicates';
import type { PersonView } from '../graph/person-views';
import type { ExplanationView } from '../oversight/access-explanation';
import type { DisclosuresView } from '../oversight/log/disclosures';
import type { RecordClass } from '../records/record-registry';
import type { OwnerMeasure } from '../row-security/owner-measure';
import type { RecordSet } from '../loading/load-records';
import type { OrdinaryPeople } from '../loading/ordinary-people';
import type { LookupRegister } from '../lookup/lookup-register';
import type { ResearchRegister } from '../research/research-register';
import type { OpenOwnerServices } from './owner-services';
import type { MigrationStep } from '../storage/migrate';

/** All that makes one owner: its records, its tables, its predicates, its hand-written resolvers and its people. */
export interface OwnerDefinition {
  readonly name: OwnerName;
  readonly records: readonly RecordClass[];
  /** Records that the owner stores and never shows through the graph by themselves (assignments, caseloads). */
  readonly internalTables: readonly (new () => object)[];
  readonly resolvers: readonly (new () => object)[];
  /** What the owner contributes to `Person`. */
  readonly personViews: readonly PersonView[];
  /** What the owner contributes to `AccessExplanation`; absent for one that holds nobody's records. */
  readonly explanation?: ExplanationView;
  /** The owner's part of `Disclosures`: what officers may read of its ledger. */
  readonly disclosures: DisclosuresView;
  readonly migrations: readonly MigrationStep[];
  readonly predicates: readonly OwnerPredicate[];
  /** Figures computed from records which their readers need not be shown. */
  readonly measures?: readonly OwnerMeasure[];
  /** Tables of its own without people, each with the reason: no policy stands on them. */
  readonly tablesWithoutPeople?: Readonly<Record<string, string>>;
  readonly anchors: OwnerAnchors;
  /** What it does beside answering from its records. */
  readonly openServices?: OpenOwnerServices;
  /** Who of the owner's people may be looked up from abroad; absent where there is nobody to look up. */
  readonly lookup?: LookupRegister;
  /** Of whom researchers are given statistics; absent where there is nobody to count. */
  readonly research?: ResearchRegister;
  /** Published records that concern no person: every database has them, in production too. */
  reference?(): Iterable<RecordSet>;
  /**
   * The named synthetic people (those whose states the agreements speak of) and the published cases, for development;
   * deterministic in seed and anchor date.
   */
  populate(seed: string, anchor: string): Iterable<RecordSet>;
  /** Ordinary synthetic people beside the named ones, as many as are wanted; made batch by batch. */
  ordinary?: OrdinaryPeople;
}
