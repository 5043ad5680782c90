import type { JWTVerifyGetKey } from 'jose';

import { isOrganisation, isRoleOf, ORGANISATIONS } from '../../../schema/organisations';
import { isPurpose } from '../../../schema/purposes';
import type { Requester } from '../../../schema/requester';
import {
  TRANSACTION_TOKEN_ISSUER,
  TRANSACTION_TOKEN_SECONDS,
  TRANSACTION_TOKEN_TYPE,
  transactionTokenClaims,
} from '../../../schema/transaction-token';
import { oneTimeTokenVerifier } from './verify-one-time-token';

/** Why a fetch was refused, for the log only; the caller is told nothing but that it was. */
export class TransactionRefused extends Error {
  override readonly name = 'TransactionRefused';
}

export type VerifyTransaction = (token: string | undefined, body: Buffer) => Promise<Requester>;

/**
 * Verifies the gateway's transaction token for this very fetch: signed by the gateway, made for this owner, for this
 * body, not late and not used before. Whatever else comes, a person's own access token included, is refused.
 */
export function transactionVerifier(owner: string, keys: JWTVerifyGetKey, now: () => Date): VerifyTransaction {
  const verify = oneTimeTokenVerifier(
    {
      type: TRANSACTION_TOKEN_TYPE,
      issuer: TRANSACTION_TOKEN_ISSUER,
      audience: owner,
      seconds: TRANSACTION_TOKEN_SECONDS,
    },
    keys,
    now,
    (why) => new TransactionRefused(why),
  );
  return async (token, body) => {
    const claims = transactionTokenClaims.safeParse(await verify(token, body));
    if (!claims.success) throw new TransactionRefused('claims missing or malformed');
    const { requester } = claims.data;
    const { organisation, role, purpose, area, caseReference, justification } = requester;
    if (!isOrganisation(organisation) || !isRoleOf(organisation, role) || !isPurpose(purpose)) {
      throw new TransactionRefused('unknown organisation, role or purpose');
    }
    return {
      person: requester.person,
      organisation,
      role,
      purpose,
      requestId: requester.requestId,
      jurisdiction: ORGANISATIONS[organisation].jurisdiction,
      ...(area === undefined ? {} : { area }),
      ...(caseReference === undefined ? {} : { caseReference }),
      ...(justification === undefined ? {} : { justification }),
    };
  };
}
