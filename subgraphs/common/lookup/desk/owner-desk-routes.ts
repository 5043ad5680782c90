import { z } from 'zod';

import { CATEGORIES, type DataCategory } from '../../../../schema/categories';
import type { Route } from '../../../../service/http-server';
import type { Log } from '../../../../service/log';
import { askerSchema, organisationSchema, requesterSchema } from '../../peers/asker';
import { PeerRefused } from '../../peers/peer-errors';
import { peerRoute } from '../../peers/peer-route';
import type { VerifyPeer } from '../../peers/verify-peer';
import type { OwnerDesk } from './owner-desk';

/** Where the exchange has an owner's desk take a step. */
export const OWNER_DESK_PATHS = {
  review: '/lookup/owner/reviews',
  decideIdentity: '/lookup/owner/decide-identity',
  decides: '/lookup/owner/decides',
  grant: '/lookup/owner/grants',
  end: '/lookup/owner/end-grant',
  tap: '/lookup/owner/tap',
  alarms: '/lookup/owner/alarms',
} as const;

const id = z.uuid();
const instant = z.iso.datetime().transform((text) => new Date(text));
const category = z.enum(Object.keys(CATEGORIES) as DataCategory[]);

const release = z.strictObject({
  lookup: id,
  asker: askerSchema,
  protocol: z.string().min(1).max(100),
  handleHash: z.string().length(64),
  sealed: z.string().min(1).max(10_000),
  expiresAt: instant,
});
const decision = z.strictObject({
  lookup: id,
  by: requesterSchema,
  decision: z.enum(['CONFIRM', 'NOT_THE_SAME', 'REFUSE']),
  subject: z.string().min(1).max(200).optional(),
});
const decides = z.strictObject({ lookups: z.array(id).max(1_000), by: requesterSchema });
const approved = z.strictObject({
  request: id,
  lookup: id,
  asker: z.object({ person: z.string().min(1), organisation: organisationSchema }),
  by: requesterSchema,
  approvedBy: z.string().min(1),
  secondBy: z.string().min(1).nullable(),
  categories: z.array(category).nonempty(),
  handlingCode: z.enum(['H1', 'H2']),
  until: instant,
});
const end = z.strictObject({ request: id, by: requesterSchema });
const tap = z.strictObject({ organisation: organisationSchema, closed: z.boolean(), by: requesterSchema });

/** The steps of an owner's desk, for the exchange alone. What cannot be done is told to whoever asked. */
export function ownerDeskRoutes(desk: OwnerDesk, verify: VerifyPeer, log: Log): readonly Route[] {
  const from = ['exchange'] as const;
  const route = <Body>(path: string, schema: z.ZodType<Body>, handle: (body: Body) => Promise<unknown>): Route =>
    peerRoute({
      path,
      verify,
      log,
      from,
      schema,
      handle: async (body) => {
        try {
          return (await handle(body)) ?? { done: true };
        } catch (error) {
          throw refusalOf(error);
        }
      },
    });
  return [
    route(OWNER_DESK_PATHS.review, release, (body) => desk.review(body)),
    route(OWNER_DESK_PATHS.decideIdentity, decision, (body) => desk.decideIdentity(body)),
    route(OWNER_DESK_PATHS.decides, decides, async ({ by, lookups }) => ({ decides: await desk.decides(by, lookups) })),
    route(OWNER_DESK_PATHS.grant, approved, (body) => desk.grant(body)),
    route(OWNER_DESK_PATHS.end, end, ({ request, by }) => desk.end(request, by)),
    route(OWNER_DESK_PATHS.tap, tap, (body) => desk.setTap(body)),
    route(OWNER_DESK_PATHS.alarms, z.strictObject({}), async () => ({ organisations: await desk.alarms() })),
  ];
}

/** An error of the graph that is the caller's to read goes on as a refusal; anything else is a failure here. */
function refusalOf(error: unknown): unknown {
  const { code } = (error as { extensions?: { code?: unknown } }).extensions ?? {};
  return code === 'BAD_INPUT' && error instanceof Error ? new PeerRefused('BAD_INPUT', error.message) : error;
}
