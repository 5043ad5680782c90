import { z } from 'zod';

/**
 * The contract between the gateway, which signs one token for each fetch, and the owners, which accept nothing else.
 * EdDSA; header `typ` below; `aud` is the owner's name, `jti` is used once, `exp` at most 30 s after `iat`,
 * `bodySha256` is the base64url SHA-256 of the exact body that is sent.
 */
export const TRANSACTION_TOKEN_HEADER = 'txn-token';
export const TRANSACTION_TOKEN_TYPE = 'txntoken+jwt';
export const TRANSACTION_TOKEN_ISSUER = 'concordat-gateway';
export const TRANSACTION_TOKEN_SECONDS = 30;

export const transactionTokenClaims = z.object({
  jti: z.string().min(16),
  bodySha256: z.string().length(43),
  requester: z.object({
    person: z.string().min(1),
    organisation: z.string().min(1),
    role: z.string().min(1),
    area: z.string().optional(),
    purpose: z.string().min(1),
    caseReference: z.string().optional(),
    justification: z.string().optional(),
    requestId: z.string().min(1),
  }),
});

export type TransactionTokenClaims = z.infer<typeof transactionTokenClaims>;
