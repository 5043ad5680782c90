// How one process of the hub shows another who it is: a token for one call, as the gateway's for a fetch.
import { jsonReply, type Route } from '../../../service/http-server';
import { createOneTimeTokenSigner, type OneTimeTokenSigner } from '../../../service/one-time-token';

export const PEER_TOKEN_HEADER = 'peer-token';
export const PEER_TOKEN_TYPE = 'peertoken+jwt';
export const PEER_TOKEN_SECONDS = 30;
export const PEER_KEYS_PATH = '/.well-known/peer-keys.json';

/** Makes the signer of the process of this name; its keys are made at the start and replaced every hour. */
export function createPeerSigner(name: string, rotateAfterMs = 3_600_000): OneTimeTokenSigner {
  return createOneTimeTokenSigner({
    type: PEER_TOKEN_TYPE,
    issuer: name,
    seconds: PEER_TOKEN_SECONDS,
    rotateAfterMs,
  });
}

/** `GET /.well-known/peer-keys.json`: the public halves, by which peers know the calls of this process. */
export function peerKeysRoute(signer: OneTimeTokenSigner): Route {
  return { method: 'GET', path: PEER_KEYS_PATH, handle: async () => jsonReply(200, signer.publicKeys()) };
}
