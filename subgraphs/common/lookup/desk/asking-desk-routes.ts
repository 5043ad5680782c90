import { z } from 'zod';

import { CATEGORIES, type DataCategory } from '../../../../schema/categories';
import type { Clock } from '../../../../service/clock';
import type { Route } from '../../../../service/http-server';
import type { Log } from '../../../../service/log';
import { peerRoute } from '../../peers/peer-route';
import type { VerifyPeer } from '../../peers/verify-peer';
import type { LinkStore } from './link-store';

/** Where the exchange tells an asker's owner what another owner granted, and that it ended. */
export const ASKING_DESK_PATHS = {
  received: '/lookup/asker/grants',
  ended: '/lookup/asker/end-grant',
} as const;

const received = z.strictObject({
  request: z.uuid(),
  lookup: z.uuid(),
  categories: z.array(z.enum(Object.keys(CATEGORIES) as DataCategory[])).nonempty(),
  handlingCode: z.enum(['H1', 'H2']),
  until: z.iso.datetime().transform((text) => new Date(text)),
});
const ended = z.strictObject({ request: z.uuid() });

/** The asker's side of a grant, for the exchange alone. Each can be told again with the same result. */
export function askingDeskRoutes(
  links: LinkStore,
  { verify, clock, log }: { readonly verify: VerifyPeer; readonly clock: Clock; readonly log: Log },
): readonly Route[] {
  const from = ['exchange'] as const;
  const done = { done: true };
  return [
    peerRoute({
      path: ASKING_DESK_PATHS.received,
      verify,
      log,
      from,
      schema: received,
      handle: async (grant) => {
        const isKnown = await links.keepGrant(grant, clock.now());
        // It was told before this was kept, or by a database that was put back: the grant is good all the same.
        if (!isKnown) log.warn({ lookup: grant.lookup }, 'a grant was received for a hit that is not on record here');
        return done;
      },
    }),
    peerRoute({
      path: ASKING_DESK_PATHS.ended,
      verify,
      log,
      from,
      schema: ended,
      handle: async ({ request }) => {
        await links.endGrant(request, clock.now());
        return done;
      },
    }),
  ];
}
