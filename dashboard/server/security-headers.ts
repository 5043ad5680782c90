import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/**
 * What a browser may do with our pages: load from ourselves alone, run only the script that this very answer names,
 * show them in no frame, tell nobody where somebody came from.
 */
export function securityHeaders(isHttps: boolean, formsMayEndAt: readonly string[] = []): RequestHandler[] {
  return [
    (_request, response, next) => {
      response.locals['nonce'] = randomBytes(16).toString('base64');
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          scriptSrc: [(_request, response) => `'nonce-${nonceOf(response as Response)}'`],
          formAction: ["'self'", ...formsMayEndAt],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
  ];
}

export function nonceOf(response: Response): string {
  return String(response.locals['nonce']);
}

/** Nothing personal stays behind on a shared desktop, and the back button after sign-out shows nothing. */
export function neverStored(_request: Request, response: Response): void {
  response.set('cache-control', 'no-store');
}
