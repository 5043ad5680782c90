import type { DisclosureScope } from '../disclosure/disclosure-scope';
import type { DisclosureNotes } from '../ledger/disclosure-notes';
import type { RecordLoaders } from '../reading/record-loaders';
import type { Requester } from '../../../schema/requester';
import type { CursorSeal } from '../reading/sealed-cursor';
import type { RequestStore } from '../storage/request-store';
import type { Agreements } from './agreements';

/** Finds a service by its class. */
export type FindService = <Service extends object>(type: abstract new (...parts: never[]) => Service) => Service;

/** What a resolver of an owner gets: what may be disclosed in this request, and the loaders that keep to it. */
export interface OwnerContext {
  readonly scope: DisclosureScope;
  /** What this request was really given, for the ledger. */
  readonly notes: DisclosureNotes;
  readonly loaders: RecordLoaders;
  readonly cursors: CursorSeal;
  readonly agreements: Agreements;
  /** What this owner has beside its records, by its class; throws where it has no such thing. */
  readonly service: FindService;
  /**
   * The database as another requester's request would see it, to explain what that one is shown; close it. It is a
   * second connection beside the request's own, so that nothing that uses it may read records for the request as well.
   */
  readonly storeAs: (requester: Requester) => RequestStore;
}
