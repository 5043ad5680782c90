import { z } from 'zod';

import { UnusablePoints } from '../../../blinding/points';
import { refuseUnreadableLookupKeys } from '../../../blinding/lookup-keys';
import type { Requester } from '../../../schema/requester';
import { dataFolder } from '../../../service/data-folder';
import { operatorToken } from '../../../service/operator-token';
import type { PeerClient } from '../peers/peer-client';
import { createPeerClient } from '../peers/peer-client';
import { askerSchema } from '../peers/asker';
import { PeerRefused } from '../peers/peer-errors';
import { peerRoute } from '../peers/peer-route';
import { createPeerSigner, peerKeysRoute } from '../peers/peer-token';
import { peerVerifier } from '../peers/verify-peer';
import type { OpenOwnerServices } from '../serving/owner-services';
import { lookupRefused } from '../serving/owner-errors';
import type { QuestionRefused } from './admit-questions';
import { AskingDesk } from './desk/asking-desk';
import { askingDeskRoutes } from './desk/asking-desk-routes';
import type { ExchangeCalls } from './desk/exchange-calls';
import { GrantStore } from './desk/grant-store';
import { LinkStore } from './desk/link-store';
import { OwnerDesk } from './desk/owner-desk';
import { ownerDeskRoutes } from './desk/owner-desk-routes';
import { ReviewStore } from './desk/review-store';
import { writeAdequacyDecisions } from './grants/adequacy';
import { readLookupSettings } from './lookup-settings';
import { openOwnerLookups } from './open-owner-lookups';
import { lookupOperatorRoutes } from './operator-routes';

const EXCHANGE = 'exchange';
/** How often it is looked for identities on which nobody decided in time. */
const FORGET_EVERY_MS = 600_000;
/** Less than the gateway waits for an owner. */
const CALL_MS = 3_500;

const sealing = z.object({ id: z.string(), publicKey: z.string() });
const evaluated = z.object({ points: z.array(z.string()), key: z.string(), sealing });
const hits = z.object({ hits: z.array(z.object({ record: z.string(), tags: z.array(z.string()) })) });
const begun = z.object({ lookup: z.string(), handle: z.string(), handleHash: z.string(), expiresAt: z.number() });
const pushed = z.object({ position: z.number(), isInStep: z.boolean() });

/** Opens the desks of an owner of people: the index of its people, what its officers ask, and what is asked of it. */
export const openOwnerDesks: OpenOwnerServices = async ({ owner, store, ledger, peers, tls, clock, log }) => {
  const name = owner.name;
  if (name === EXCHANGE) throw new Error('The exchange has no people.');
  refuseUnreadableLookupKeys(name, process.env);
  const settings = readLookupSettings();
  await writeAdequacyDecisions(store.maintenance, settings.adequacy);
  const signer = createPeerSigner(name);
  const exchange = new Map([...peers].filter(([peer]) => peer === EXCHANGE));
  const client = createPeerClient({ signer, peers: exchange, tls, timeoutMs: CALL_MS });
  const verify = peerVerifier(name, exchange, tls, () => new Date());
  const lookups = await openOwnerLookups({
    owner,
    store,
    push: (body) => client.ask(EXCHANGE, '/lookup/tags', body, pushed),
    clock,
    log,
  });
  const reviews = new ReviewStore(store.maintenance);
  const links = new LinkStore(store.maintenance);
  const desk = new OwnerDesk({
    owner: name,
    reviews,
    grants: new GrantStore(store.maintenance),
    ledger,
    keys: () => lookups.keys().all,
    findCandidates: (identity, organisation) => lookups.candidates(identity, organisation),
    rememberNotSame: (sought, subject, by) => lookups.rememberNotSame(sought, subject, by),
    turnTap: (organisation, closed, by) => lookups.turnTap(organisation, closed, by),
    missingTooOften: () => lookups.missingTooOften(),
    now: () => clock.now(),
  });
  const asking = new AskingDesk(
    {
      owner: name,
      exchange: exchangeCalls(client),
      ...settings,
      admit: async (requester, identity) => {
        const refused = await lookups.admitOwn(requester, identity);
        if (refused !== undefined) throw lookupRefused(refused);
      },
      noteOutcome: (requester: Requester, hit) => lookups.noteOutcome(requester, hit),
      noteHit: (hit) => links.keepHit(hit, clock.now()),
    },
    store.maintenance,
  );
  let forgetting: NodeJS.Timeout | undefined;
  return {
    routes: [
      peerKeysRoute(signer),
      peerRoute({
        path: '/lookup/owner/evaluate',
        verify,
        log,
        from: [EXCHANGE],
        schema: z.strictObject({ asker: askerSchema, points: z.array(z.string().max(100)).max(100) }),
        handle: async (question) => {
          const answer = await lookups.evaluate(question).catch((error: unknown) => {
            throw error instanceof UnusablePoints ? new PeerRefused('BAD_INPUT', error.message) : error;
          });
          if ('refused' in answer) throw asRefusal(answer.refused);
          return answer;
        },
      }),
      ...ownerDeskRoutes(desk, verify, log),
      ...askingDeskRoutes(links, { verify, clock, log }),
    ],
    forOperators: lookupOperatorRoutes(lookups, operatorToken(dataFolder())),
    services: [desk, asking],
    start: () => {
      lookups.start();
      forgetting = setInterval(() => {
        Promise.all([reviews.forget(clock.now()), links.forget(clock.now())]).catch((error: unknown) => {
          log.error({ err: error }, 'who was sought could not be forgotten');
        });
      }, FORGET_EVERY_MS);
    },
    close: async () => {
      clearInterval(forgetting);
      await lookups.close();
      await client.close();
    },
  };
};

function asRefusal({ code, message, retryAfter }: QuestionRefused): PeerRefused {
  return new PeerRefused(code, message, retryAfter);
}

/** A refusal of the owner that was asked is the asker's to read. */
export function exchangeCalls(client: PeerClient): ExchangeCalls {
  const ask = async <Answer>(path: string, body: unknown, schema: z.ZodType<Answer>): Promise<Answer> => {
    try {
      return await client.ask(EXCHANGE, path, body, schema);
    } catch (error) {
      throw error instanceof PeerRefused ? lookupRefused(error) : error;
    }
  };
  return {
    evaluate: (question) => ask('/lookup/evaluate', question, evaluated),
    match: (question) => ask('/lookup/match', question, hits),
    begin: (hit) => ask('/lookup/hits', hit, begun),
  };
}
