import { type HttpReply, type HttpRequest, jsonReply, type Route } from '../service/http-server';
import { bearsOperatorToken } from '../service/operator-token';
import { type CheckpointKeeper, RotationFailed } from './checkpoint-keeper';
import type { CheckpointStore, KeptCheckpoint } from './checkpoint-store';
import type { KeyRotation } from './entry';
import { LEDGER_NAMES } from './ledger-names';
import type { WitnessedHead, WitnessStore } from './witness-store';

export const CHECKPOINTS_PATH = '/ledger/checkpoints';
export const WITNESSED_PATH = '/ledger/witnessed';
export const ROTATE_PATH = '/ledger/rotate-key';
export const CHECKPOINTS_AT_ONCE = 2_000;

/** What a witness saw last of one ledger, and how its own key was replaced since its first one. */
export interface WitnessTestimony {
  readonly head: WitnessedHead | null;
  readonly rotations: readonly KeyRotation[];
}

/** The next checkpoints of a ledger. */
export interface CheckpointsPart {
  readonly checkpoints: readonly KeptCheckpoint[];
}

/** `GET /ledger/checkpoints?after=N`: what this ledger signed, as witnesses countersigned it. */
export function checkpointsRoute(store: CheckpointStore, token: string): Route {
  return operatorRoute('GET', CHECKPOINTS_PATH, token, async ({ query }) => {
    const after = Number(query.get('after') ?? '0');
    if (!Number.isSafeInteger(after) || after < 0) return operatorsFault(400, 'BAD_INPUT', '"after" is a size, or 0.');
    const checkpoints = await store.readAfter(after, CHECKPOINTS_AT_ONCE);
    return jsonReply(200, { checkpoints } satisfies CheckpointsPart);
  });
}

/** `GET /ledger/witnessed?ledger=L`: what this process saw last of another's ledger. */
export function witnessedRoute(
  store: WitnessStore,
  rotations: () => Promise<readonly KeyRotation[]>,
  token: string,
): Route {
  return operatorRoute('GET', WITNESSED_PATH, token, async ({ query }) => {
    const ledger = LEDGER_NAMES.find((name) => name === query.get('ledger'));
    if (ledger === undefined) return operatorsFault(400, 'BAD_INPUT', `"ledger" is one of ${LEDGER_NAMES.join(', ')}.`);
    const head = (await store.read(ledger)) ?? null;
    return jsonReply(200, { head, rotations: await rotations() } satisfies WitnessTestimony);
  });
}

/** `POST /ledger/rotate-key`: replaces the key of this process's ledger. */
export function rotateKeyRoute(keeper: CheckpointKeeper, token: string): Route {
  return operatorRoute('POST', ROTATE_PATH, token, async () => {
    try {
      return jsonReply(200, await keeper.rotate());
    } catch (error) {
      if (!(error instanceof RotationFailed)) throw error;
      return operatorsFault(503, 'LEDGER_UNAVAILABLE', error.message);
    }
  });
}

/** A route for whoever bears the operator's token. */
export function operatorRoute(
  method: Route['method'],
  path: string,
  token: string,
  handle: (request: HttpRequest) => Promise<HttpReply>,
): Route {
  return {
    method,
    path,
    handle: (request) =>
      bearsOperatorToken(request.headers.authorization, token)
        ? handle(request)
        : Promise.resolve(operatorsFault(401, 'UNAUTHENTICATED', 'The ledger is read by the operator only.')),
  };
}

/** What an operator is told instead of an answer. */
export function operatorsFault(status: number, code: string, message: string): HttpReply {
  return jsonReply(status, { errors: [{ message, extensions: { code } }] });
}
