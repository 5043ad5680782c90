import { dataFolder } from '../../../service/data-folder';
import { isProduction } from '../../../service/environment';
import { operatorToken } from '../../../service/operator-token';
import { LOOKUP_OWNERS } from '../peers/asker';
import { peerVerifier } from '../peers/verify-peer';
import type { OpenOwnerServices } from '../serving/owner-services';
import { Charters } from './charters';
import { researchOperatorRoutes } from './operator-routes';
import { PeerMaskKeys, researchKeyRoute } from './peer-mask-keys';
import { ResearchDesk } from './research-desk';
import { ResearchKey } from './research-key';
import { researchRoutes } from './research-routes';
import { clauseForTables } from './table-clause';
import { TableLedger } from './table-ledger';
import { takeMissingSnapshot, takeSnapshot } from './take-snapshot';

const EXCHANGE = 'exchange';

/** Opens what an owner of people does for research: its snapshots, its projects and the tables that it gives. */
export const openOwnerResearch: OpenOwnerServices = async (parts) => {
  const { owner, store, ledger, peers, tls, clock, log, protocols, isSynthetic } = parts;
  const { name, research } = owner;
  if (name === EXCHANGE) throw new Error('The exchange has no people.');
  const { maintenance } = store;
  const key = ResearchKey.open(name, process.env);
  const others = LOOKUP_OWNERS.filter((other) => other !== name).map(
    (other) => [other, peers.get(other) ?? ''] as const,
  );
  const peerKeys = new PeerMaskKeys({ own: key.masks, maintenance, peers: new Map(others), tls, clock, log });
  const charters = new Charters(name, maintenance, clock);
  const desk = new ResearchDesk({
    owner: name,
    definitions: research?.definitions ?? {},
    maintenance,
    key,
    charters,
    tables: new TableLedger(maintenance, clock, key.id),
    peers: peerKeys,
    ledger,
    clauseFor: (requester) => clauseForTables(protocols(), requester, clock.now()),
    clock,
  });
  const snapshots = { owner: name, maintenance, key, clock, log };
  if (research !== undefined && isSynthetic && !isProduction()) await takeMissingSnapshot(snapshots);
  const exchange = new Map([...peers].filter(([peer]) => peer === EXCHANGE));
  const verify = peerVerifier(name, exchange, tls, () => new Date());
  const operated = { takeSnapshot: takeSnapshot.bind(undefined, snapshots), key, peers: peerKeys };
  return {
    routes: [researchKeyRoute(key.masks), ...researchRoutes(desk, charters, verify, log)],
    forOperators: researchOperatorRoutes(operated, operatorToken(dataFolder())),
    services: [],
    start: () => undefined,
    close: () => peerKeys.close(),
  };
};
