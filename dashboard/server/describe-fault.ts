// What is shown when a page cannot be: each fault says what happened, whether anything was refused, and what to do.
import type { Request } from 'express';
import { GraphRefusal, GraphUnreachable } from '../graph/ask-graph';
import { NothingThere, type PageView } from '../pages/page';
import { signInLink } from '../sign-in/sign-in-routes';
import type { Surroundings } from './send-page';

export interface DescribedFault {
  readonly view: PageView;
  /** Whether it is a fault of ours, for the operator. */
  readonly logged: boolean;
  readonly endsSession: boolean;
  /** Where the fault can be mended instead of shown. */
  readonly redirect?: string;
}

/** Refusals that another purpose or reason mends. */
const MENDED_BY_PURPOSE = new Set(['PURPOSE_REQUIRED', 'PURPOSE_NOT_ALLOWED', 'JUSTIFICATION_REQUIRED']);

export function describeFault(error: unknown, around: Surroundings, request: Request): DescribedFault {
  const { words, href } = around;
  const show = (
    name: string,
    status: number,
    next: { readonly text: string; readonly address: string },
    requestId?: string,
  ): PageView => ({
    template: 'layout/message.njk',
    title: words.say(`faults.${name}.title`),
    status,
    model: {
      paragraphs: [
        words.say(`faults.${name}.text`),
        ...(requestId === undefined ? [] : [words.say('faults.reference', { reference: requestId })]),
      ],
      next,
    },
  });
  const home = { text: words.say('toHome'), address: href('/') };
  const again = { text: words.say('tryAgain'), address: request.method === 'GET' ? request.originalUrl : href('/') };
  const plain = { logged: false, endsSession: false };

  if (error instanceof NothingThere) return { ...plain, view: show('nothingThere', 404, home) };
  if (error instanceof GraphUnreachable) return { ...plain, logged: true, view: show('gatewayDown', 503, again) };
  if (error instanceof GraphRefusal) {
    if (error.code === 'UNAUTHENTICATED') {
      const returnTo = request.method === 'GET' ? request.url : '/';
      return { ...plain, endsSession: true, view: show('tokenExpired', 401, signInLink(around, returnTo)) };
    }
    if (MENDED_BY_PURPOSE.has(error.code) && around.person !== undefined) {
      const address = `/purpose?return=${encodeURIComponent(request.url)}&fault=${error.code}`;
      return { ...plain, view: show('refused', 403, home), redirect: address };
    }
    if (error.code === 'TOO_MANY_REQUESTS') return { ...plain, view: show('tooMany', 429, again, error.requestId) };
    const isOurs = error.code === 'INTERNAL' || error.code === 'BAD_INPUT';
    return {
      ...plain,
      logged: isOurs,
      view: isOurs ? show('failed', 500, again, error.requestId) : show('refused', 403, home, error.requestId),
    };
  }
  if (isHttpError(error, 'EBADCSRFTOKEN')) return { ...plain, view: show('foreignForm', 403, home) };
  if (isHttpError(error) && error.status >= 400 && error.status < 500) {
    return { ...plain, view: show('badRequest', error.status, home) };
  }
  return { ...plain, logged: true, view: show('failed', 500, again) };
}

function isHttpError(error: unknown, code?: string): error is Error & { readonly status: number } {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return false;
  return code === undefined || ('code' in error && error.code === code);
}
