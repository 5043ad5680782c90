import type { DisclosureScope } from '../disclosure/disclosure-scope';
import type { DisclosureNotes } from '../ledger/disclosure-notes';
import type { RecordLoaders } from '../reading/record-loaders';
import type { CursorSeal } from '../reading/sealed-cursor';
import type { Agreements } from './agreements';

/** What a resolver of an owner gets: what may be disclosed in this request, and the loaders that keep to it. */
export interface OwnerContext {
  readonly scope: DisclosureScope;
  /** What this request was really given, for the ledger. */
  readonly notes: DisclosureNotes;
  readonly loaders: RecordLoaders;
  readonly cursors: CursorSeal;
  readonly agreements: Agreements;
}
