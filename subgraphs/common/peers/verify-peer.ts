import { decodeJwt } from 'jose';

import type { TlsIdentity } from '../../../service/tls';
import { oneTimeTokenVerifier, publicKeysAt, type VerifyOneTimeToken } from '../serving/verify-one-time-token';
import { PEER_KEYS_PATH, PEER_TOKEN_SECONDS, PEER_TOKEN_TYPE } from './peer-token';

/** Peers stand in different countries, and a call of a second's difference is no attack. */
const CLOCKS_DIFFER_BY_SECONDS = 2;

/** Why a call was refused, for the log only; the caller is told nothing but that it was. */
export class PeerTokenRefused extends Error {
  override readonly name = 'PeerTokenRefused';
}

/** Resolves with the name of the peer that calls, or rejects with PeerTokenRefused. */
export type VerifyPeer = (token: string | undefined, body: Buffer) => Promise<string>;

/**
 * Verifies the tokens of calls to the process `name`. Whose call it is, is what the token says and the keys of that
 * peer confirm: they are fetched from the peer's own address, when it first calls.
 * @param peers the peers that may call at all, and where each of them answers.
 */
export function peerVerifier(
  name: string,
  peers: ReadonlyMap<string, string>,
  tls: TlsIdentity | undefined,
  now: () => Date,
): VerifyPeer {
  const refuse = (why: string): PeerTokenRefused => new PeerTokenRefused(why);
  const verifiers = new Map<string, VerifyOneTimeToken>(
    [...peers].map(([issuer, url]) => [
      issuer,
      oneTimeTokenVerifier(
        {
          type: PEER_TOKEN_TYPE,
          issuer,
          audience: name,
          seconds: PEER_TOKEN_SECONDS,
          toleranceSeconds: CLOCKS_DIFFER_BY_SECONDS,
        },
        publicKeysAt(new URL(PEER_KEYS_PATH, url).toString(), tls),
        now,
        refuse,
      ),
    ]),
  );
  return async (token, body) => {
    const issuer = token === undefined ? undefined : claimedIssuer(token);
    const verify = issuer === undefined ? undefined : verifiers.get(issuer);
    if (issuer === undefined || verify === undefined) throw refuse('no token of a known peer');
    await verify(token, body);
    return issuer;
  };
}

/** What the token says of itself, before anything is believed. */
function claimedIssuer(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
