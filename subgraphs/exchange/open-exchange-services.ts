import { isProduction } from '../../service/environment';
import { OWNERS } from '../../schema/owners';
import { LOOKUP_OWNERS } from '../common/peers/asker';
import { createPeerClient } from '../common/peers/peer-client';
import { createPeerSigner } from '../common/peers/peer-token';
import { peerVerifier } from '../common/peers/verify-peer';
import { readLookupSettings } from '../common/lookup/lookup-settings';
import { calendarDate } from '../common/serving/calendar-date';
import type { OpenOwnerServices } from '../common/serving/owner-services';
import { ExchangeDesk } from './lookups/exchange-desk';
import { openExchangeLookups } from './lookups/open-exchange-lookups';
import { ownerCalls } from './lookups/owner-calls';
import { openExchangeResearch } from './research/open-exchange-research';

/** The protocol's time box (XJ-LOOKUP): for each stage of a lookup, and for what is approved at most. */
const TIME_BOX_MS = 14 * 86_400_000;
/** Less than the gateway waits for an owner. */
const CALL_MS = 3_000;

/** Opens the exchange's part in lookups (tags, questions handed on, the steps after a hit) and in research. */
export const openExchangeServices: OpenOwnerServices = async ({ owner, store, peers, tls, clock, log }) => {
  const { adequacy } = readLookupSettings();
  const signer = createPeerSigner(owner.name);
  const owners = new Map([...peers].filter(([peer]) => LOOKUP_OWNERS.some((each) => each === peer)));
  const client = createPeerClient({ signer, peers: owners, tls, timeoutMs: CALL_MS });
  const verify = peerVerifier(owner.name, owners, tls, () => new Date());
  const lookups = openExchangeLookups({ store, client, signer, verify, clock, log, timeBoxMs: TIME_BOX_MS });
  const desk = new ExchangeDesk({
    desk: lookups.desk,
    owners: ownerCalls(client),
    adequacy,
    timeBoxMs: TIME_BOX_MS,
    ofMoments: !isProduction(),
    now: () => clock.now(),
    today: () => calendarDate(clock.now(), OWNERS.exchange.timeZone),
  });
  const research = openExchangeResearch({ store, clock, log }, client);
  return {
    routes: lookups.routes,
    forOperators: research.forOperators,
    services: [desk, research.desk],
    start: () => undefined,
    close: async () => {
      await lookups.close();
      await client.close();
    },
  };
};
