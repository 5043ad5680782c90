// The exchange's side of a lookup, for owners: tags in, questions handed on, tags compared, hits begun. It sees tags and
// points, and no names.
import { randomUUID } from 'node:crypto';

import { z } from 'zod';

import type { Route } from '../../../service/http-server';
import type { Log } from '../../../service/log';
import { KEYS_A_QUESTION } from '../../common/lookup/question-limits';
import {
  type Asker,
  askerSchema,
  LOOKUP_OWNERS,
  lookupOwnerSchema,
  organisationSchema,
} from '../../common/peers/asker';
import type { PeerClient } from '../../common/peers/peer-client';
import { PeerRefused, PeerUnavailable } from '../../common/peers/peer-errors';
import { peerRoute } from '../../common/peers/peer-route';
import type { VerifyPeer } from '../../common/peers/verify-peer';
import { issueHandle } from './handle';
import { beginLookup } from './lookup';
import type { LookupStore } from './lookup-store';
import { HEARD_WITHIN_MS, type TagIndex } from './tag-index';

export interface ExchangeLookupParts {
  readonly index: TagIndex;
  readonly store: LookupStore;
  readonly client: PeerClient;
  readonly verify: VerifyPeer;
  readonly now: () => Date;
  /** How long the protocol gives each stage of a lookup after its release. */
  readonly timeBoxMs: number;
  readonly log: Log;
}

/** A push of a thousand records with all their tags, under two keys while one takes the place of the other. */
const MAX_PUSH_BYTES = 4_000_000;

const hex16 = z.string().regex(/^[0-9a-f]{16}$/, 'is not 16 hexadecimal digits');
const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'is no id of a record');
const base64Of32Bytes = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'is not base64 of 32 bytes');
const points = z.array(base64Of32Bytes).length(KEYS_A_QUESTION);
const sealing = z.object({ id: hex16, publicKey: base64Of32Bytes });

const pushed = z.object({
  position: z.int().nonnegative(),
  stamp: uuid.nullable(),
  after: uuid.nullable(),
  changes: z.array(
    z.union([
      z.strictObject({
        record: uuid,
        tags: z.array(z.object({ key: hex16, tag: hex16 })).max(1_000),
        audience: z.array(organisationSchema).nullable(),
      }),
      z.strictObject({ record: uuid, removed: z.literal(true) }),
      z.strictObject({ forgetAll: z.literal(true) }),
    ]),
  ),
  evaluating: hex16,
  sealing,
});
const evaluated = z.object({ points, key: hex16, sealing });

const question = { asker: askerSchema, target: lookupOwnerSchema };
const toEvaluate = z.object({ ...question, points });
const toMatch = z.object({ ...question, key: hex16, tags: z.array(hex16).length(KEYS_A_QUESTION) });
const toBegin = z.object({
  ...question,
  protocol: z.string().regex(/^[A-Z0-9-]{1,40}@\d+\.\d+\.\d+$/, 'is no protocol with a version'),
  record: uuid,
  band: z.enum(['PROBABLE', 'POSSIBLE']),
  // Names of fields, never what stands in them.
  matchedOn: z.array(z.string().regex(/^[A-Z_]{1,30}$/, 'is no name of a field')).max(20),
});

/** The four routes of the exchange that owners call. */
export function exchangeLookupRoutes(parts: ExchangeLookupParts): readonly Route[] {
  const { index, store, client, verify, now, timeBoxMs, log } = parts;
  const fromOwners = { from: LOOKUP_OWNERS, verify, log };
  return [
    peerRoute({
      ...fromOwners,
      path: '/lookup/tags',
      maxBodyBytes: MAX_PUSH_BYTES,
      schema: pushed,
      handle: (push, owner) => index.takePush(owner, push),
    }),
    peerRoute({
      ...fromOwners,
      path: '/lookup/evaluate',
      schema: toEvaluate,
      handle: async ({ asker, target, points }, from) => {
        refuseStrangeQuestion(asker, target, from);
        if (!(await index.isHeard(target))) {
          throw new PeerUnavailable(target, `not heard of for ${HEARD_WITHIN_MS / 1000} s`);
        }
        return client.ask(target, '/lookup/owner/evaluate', { asker, points }, evaluated);
      },
    }),
    peerRoute({
      ...fromOwners,
      path: '/lookup/match',
      schema: toMatch,
      handle: async ({ asker, target, key, tags }, from) => {
        refuseStrangeQuestion(asker, target, from);
        return { hits: await index.match({ target, key, tags, organisation: asker.organisation }) };
      },
    }),
    peerRoute({
      ...fromOwners,
      path: '/lookup/hits',
      schema: toBegin,
      handle: async ({ asker, target, protocol, record, band, matchedOn }, from) => {
        refuseStrangeQuestion(asker, target, from);
        // A record that went out of the index meanwhile, or was never in it for this organisation, is no hit.
        if (!(await index.holds(target, record, asker.organisation))) {
          throw new PeerRefused('NO_SUCH_HIT', 'There is no such record to hit.');
        }
        const { person, organisation, owner, purpose } = asker;
        const begunAt = now().getTime();
        const { handle, record: issued } = issueHandle({ person, organisation, purpose, protocol, target }, begunAt);
        const lookup = beginLookup({ person, organisation, owner }, target, timeBoxMs, begunAt);
        const id = randomUUID();
        await store.begin({ id, record, hit: { band, matchedOn }, handle: issued, lookup, begunAt });
        return { lookup: id, handle, handleHash: issued.hash, expiresAt: issued.expiresAt };
      },
    }),
  ];
}

/** An owner asks for those who work with it, and of other owners' people: its own are in the graph. */
function refuseStrangeQuestion(asker: Asker, target: string, from: string): void {
  if (asker.owner !== from) {
    throw new PeerRefused('NOT_THE_ASKERS_OWNER', 'An owner asks for those who work with it.');
  }
  if (target === from) throw new PeerRefused('OWN_PEOPLE', 'Nobody looks up people at the own owner.');
}
