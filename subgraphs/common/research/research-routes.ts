import { z } from 'zod';

import { MAX_DIMENSIONS } from '../../../disclosure-control/lattice';
import type { Route } from '../../../service/http-server';
import type { Log } from '../../../service/log';
import { lookupOwnerSchema, requesterSchema } from '../peers/asker';
import { peerRoute } from '../peers/peer-route';
import type { VerifyPeer } from '../peers/verify-peer';
import { charterSchema, type Charters, dimensionSchema } from './charters';
import { ASKED_MEASURES, type ResearchDesk } from './research-desk';

/** Where the exchange asks an owner about research. */
export const RESEARCH_PATHS = {
  state: '/research/owner/state',
  approve: '/research/owner/approve',
  refuse: '/research/owner/refuse',
  reserve: '/research/owner/reserve',
  release: '/research/owner/release',
  ownCells: '/research/owner/own-cells',
  shares: '/research/owner/shares',
  ledger: '/research/owner/ledger',
} as const;

const project = z.string().min(1).max(100);
const decision = z.strictObject({ charter: charterSchema, requester: requesterSchema });
const question = z.strictObject({
  requester: requesterSchema,
  project,
  table: z.strictObject({
    dimensions: z
      .array(dimensionSchema)
      .min(1)
      .max(MAX_DIMENSIONS)
      .refine((dimensions) => new Set(dimensions).size === dimensions.length, 'names a dimension twice'),
    measure: z.enum(ASKED_MEASURES),
  }),
  snapshots: z.partialRecord(lookupOwnerSchema, z.string().length(64)),
});

/** The steps of an owner in research, for the exchange alone. */
export function researchRoutes(desk: ResearchDesk, charters: Charters, verify: VerifyPeer, log: Log): readonly Route[] {
  const route = <Body>(path: string, schema: z.ZodType<Body>, handle: (body: Body) => Promise<unknown>): Route =>
    peerRoute({ path, verify, log, from: ['exchange'] as const, schema, handle });
  const { state, approve, refuse, reserve, release, ownCells, shares, ledger } = RESEARCH_PATHS;
  return [
    route(state, z.strictObject({}), () => desk.state()),
    route(approve, decision, async ({ charter, requester }) => {
      await charters.decide(charter, requester, 'APPROVED');
      return { approved: true };
    }),
    route(refuse, decision, async ({ charter, requester }) => {
      await charters.decide(charter, requester, 'REFUSED');
      return { approved: false };
    }),
    route(reserve, question, (asked) => desk.reserve(asked)),
    route(release, question, (asked) => desk.release(asked)),
    route(ownCells, question, (asked) => desk.ownCells(asked)),
    route(shares, question, (asked) => desk.shares(asked)),
    route(ledger, z.strictObject({ requester: requesterSchema, project }), (asked) =>
      desk.ledger(asked.project, asked.requester),
    ),
  ];
}
