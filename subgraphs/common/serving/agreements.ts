import type { Decider } from '../../../protocols/decide';
import type { ProtocolSet } from '../../../protocols/protocol';

/** The agreements by which this request is decided, for what tells of them: the very set and the very decisions. */
export interface Agreements {
  readonly set: ProtocolSet;
  readonly decide: Decider;
  /** The instant at which this request is decided. */
  readonly now: Date;
}
