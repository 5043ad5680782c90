import { clausesFor } from '../../../protocols/decide';
import type { ClauseReference } from '../../../protocols/decision';
import type { ProtocolSet } from '../../../protocols/protocol';
import type { Requester } from '../../../schema/requester';

/** The agreement about research; others permit aggregates that are published figures. */
const RESEARCH_AGREEMENT = 'XJ-RESEARCH';

/** The clause in force by which tables go to this requester for this purpose; undefined where there is none. */
export function clauseForTables(set: ProtocolSet, requester: Requester, now: Date): ClauseReference | undefined {
  const found = clausesFor(set, requester, now).find(
    ({ protocol, clause }) =>
      protocol.id === RESEARCH_AGREEMENT &&
      clause.purposes.includes(requester.purpose) &&
      clause.permits.some(({ category }) => category === 'AGGREGATE'),
  );
  return found === undefined
    ? undefined
    : { protocol: found.protocol.id, version: found.protocol.version, clause: found.clause.id };
}
