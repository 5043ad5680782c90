import { createHash } from 'node:crypto';

import type { GraphQLError } from 'graphql';
import { decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';

import {
  isOrganisation,
  isRoleOf,
  type Jurisdiction,
  type OrganisationId,
  ORGANISATIONS,
} from '../schema/organisations';
import { isPurpose, type Purpose } from '../schema/purposes';

import { BoundedMap } from './bounded-map';
import { requestError } from './hub-error';
import { createIssuerKeys, type IssuerKeys } from './issuer-keys';

/** An identity provider that the hub believes, and for whom. */
export interface Issuer {
  readonly issuer: string;
  /** Where its public keys are: an address or a file. */
  readonly jwks: string;
  /** The organisations it may speak for; `*`: all. */
  readonly organisations: readonly string[];
  readonly algorithms: readonly string[];
}

/** Who asks, as a verified access token says. */
export interface Identity {
  readonly person: string;
  readonly organisation: OrganisationId;
  readonly role: string;
  readonly area?: string;
  readonly jurisdiction: Jurisdiction;
  /** The purposes that the token's person may ask for. */
  readonly purposes: readonly Purpose[];
}

export interface Authenticator {
  /** The identity behind an `authorization` header; any fault is answered alike. */
  authenticate(authorization: string | undefined): Promise<Identity>;
  /** Forgets every verified token, so that each is verified anew with the keys of now. */
  revokeRemembered(): void;
}

const AUDIENCE = 'concordat-gateway';
const CLOCK_SKEW_SECONDS = 30;
const MAX_TOKEN_LENGTH = 8192;

const claimsShape = z.object({
  sub: z.string().min(1).max(200),
  organisation: z.string(),
  role: z.string(),
  area: z.string().max(200).optional(),
  purposes: z.array(z.string()),
  exp: z.number(),
});

/**
 * Verifies access tokens against the listed issuers, each of which speaks only for its organisations. A token that
 * has been verified is remembered by its hash until it expires, since a verification costs more than all else that
 * the gateway does to admit a request.
 */
export function createAuthenticator(issuers: readonly Issuer[]): Authenticator {
  const byName = new Map<string, Issuer & { keys: IssuerKeys }>(
    issuers.map((issuer) => [issuer.issuer, { ...issuer, keys: createIssuerKeys(issuer.jwks) }]),
  );
  const verified = new BoundedMap<string, { identity: Identity; expires: number; epoch: number }>(10_000);
  let epoch = 0;

  const verify = async (token: string): Promise<{ identity: Identity; expires: number }> => {
    const issuer = byName.get(decodeJwt(token).iss ?? '');
    if (issuer === undefined) throw new Error('an issuer that is not listed');
    const { payload } = await jwtVerify(token, issuer.keys, {
      issuer: issuer.issuer,
      audience: AUDIENCE,
      algorithms: [...issuer.algorithms],
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ['exp', 'sub'],
    });
    return readIdentity(payload, issuer);
  };

  return {
    async authenticate(authorization) {
      const token = /^Bearer ([A-Za-z0-9_.-]+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined || token.length > MAX_TOKEN_LENGTH) throw unauthenticated();
      const hash = createHash('sha256').update(token).digest('base64');
      const known = verified.get(hash);
      if (known?.epoch === epoch && Date.now() < known.expires) return known.identity;
      try {
        const found = await verify(token);
        verified.set(hash, { ...found, epoch });
        return found.identity;
      } catch {
        throw unauthenticated();
      }
    },
    revokeRemembered() {
      epoch += 1;
    },
  };
}

function readIdentity(payload: JWTPayload, issuer: Issuer): { identity: Identity; expires: number } {
  const { sub, organisation, role, area, purposes, exp } = claimsShape.parse(payload);
  const speaksFor = issuer.organisations.includes('*') || issuer.organisations.includes(organisation);
  if (!isOrganisation(organisation) || !isRoleOf(organisation, role) || !speaksFor) {
    throw new Error('an organisation or role that the issuer cannot speak for');
  }
  const identity: Identity = {
    person: sub,
    organisation,
    role,
    ...(area === undefined ? {} : { area }),
    jurisdiction: ORGANISATIONS[organisation].jurisdiction,
    purposes: purposes.filter(isPurpose),
  };
  return { identity, expires: (exp + CLOCK_SKEW_SECONDS) * 1000 };
}

/** Always the same words: which check failed is of use only to somebody who tries tokens. */
function unauthenticated(): GraphQLError {
  return requestError('UNAUTHENTICATED', 'Sign in: send a valid access token in the authorization header.', {
    'www-authenticate': 'Bearer',
  });
}
