import { OWNERS } from '../../../schema/owners';
import { dataFolder } from '../../../service/data-folder';
import { isProduction } from '../../../service/environment';
import { operatorToken } from '../../../service/operator-token';
import { calendarDate } from '../../common/serving/calendar-date';
import type { ServiceParts } from '../../common/serving/owner-services';
import type { PeerClient } from '../../common/peers/peer-client';
import type { Route } from '../../../service/http-server';
import { databaseOf } from '../../common/storage/database';
import { createProjectRoute } from './create-project-route';
import { researchOwners } from './owner-calls';
import { ProjectStore } from './project-store';
import { ResearchDesk } from './research-desk';

/** Less than the gateway waits for the exchange, with time left to give back what was reserved. */
const WITHIN_MS = 4_000;

export interface ExchangeResearch {
  readonly desk: ResearchDesk;
  readonly forOperators: readonly Route[];
}

/** Opens the exchange's part in research: projects, and tables put together from what owners give. */
export function openExchangeResearch(
  { store, clock, log }: Pick<ServiceParts, 'store' | 'clock' | 'log'>,
  client: PeerClient,
): ExchangeResearch {
  const desk = new ResearchDesk({
    // By the maintenance login: none of these tables is a request's to read, whoever asks.
    store: new ProjectStore(databaseOf(store.maintenance)),
    owners: researchOwners(client, log),
    log,
    withinMs: WITHIN_MS,
    now: () => clock.now(),
    today: () => calendarDate(clock.now(), OWNERS.exchange.timeZone),
  });
  // Where people are real, projects are decided on by officers who sign in.
  return {
    desk,
    forOperators: isProduction(process.env) ? [] : [createProjectRoute(desk, operatorToken(dataFolder()))],
  };
}
