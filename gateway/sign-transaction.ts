import type { JSONWebKeySet } from 'jose';

import type { Requester } from '../schema/requester';
import {
  TRANSACTION_TOKEN_ISSUER,
  TRANSACTION_TOKEN_SECONDS,
  TRANSACTION_TOKEN_TYPE,
  type TransactionTokenClaims,
} from '../schema/transaction-token';
import { createOneTimeTokenSigner } from '../service/one-time-token';

/** Signs one token for each fetch, for one owner alone. The keys never leave the process's memory. */
export interface TransactionSigner {
  sign(owner: string, requester: Requester, body: string): string;
  /** The current key and the one before it, which tokens still under way were signed with. */
  publicKeys(): JSONWebKeySet;
}

/** Makes a signer whose key is replaced every `rotateAfterMs`. */
export function createTransactionSigner(rotateAfterMs = 3_600_000): TransactionSigner {
  const signer = createOneTimeTokenSigner({
    type: TRANSACTION_TOKEN_TYPE,
    issuer: TRANSACTION_TOKEN_ISSUER,
    seconds: TRANSACTION_TOKEN_SECONDS,
    rotateAfterMs,
  });
  return {
    sign(owner, { jurisdiction: _known, ...requester }, body) {
      const claims: Pick<TransactionTokenClaims, 'requester'> = { requester };
      return signer.sign(owner, body, claims);
    },
    publicKeys: () => signer.publicKeys(),
  };
}
