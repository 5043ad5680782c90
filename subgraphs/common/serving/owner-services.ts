import type { LedgerWriter } from '../../../ledger/ledger-writer';
import type { ProtocolSet } from '../../../protocols/protocol';
import type { Clock } from '../../../service/clock';
import type { Route } from '../../../service/http-server';
import type { Log } from '../../../service/log';
import type { TlsIdentity } from '../../../service/tls';
import type { Store } from '../storage/store';
import type { OwnerDefinition } from './owner-definition';

/** What an owner's services are opened with, once its database is ready and before anything listens. */
export interface ServiceParts {
  readonly owner: OwnerDefinition;
  readonly store: Store;
  readonly ledger: LedgerWriter;
  /** The agreements as they stand now. */
  readonly protocols: () => ProtocolSet;
  /** Whether the people of the database are invented. */
  readonly isSynthetic: boolean;
  /** The other processes of the hub, and where each answers. */
  readonly peers: ReadonlyMap<string, string>;
  readonly tls: TlsIdentity | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** What an owner does beside answering the graph from its records. */
export interface OwnerServices {
  readonly routes: readonly Route[];
  /** What the operator alone may ask, beside the metrics. */
  readonly forOperators?: readonly Route[];
  /** What resolvers find by its class. */
  readonly services: readonly object[];
  /** Begins what goes on by itself, once the owner listens. */
  start(): void;
  close(): Promise<void>;
}

export type OpenOwnerServices = (parts: ServiceParts) => Promise<OwnerServices>;
