import type { Request, Response } from 'express';
import { isLanguage, type Language, preferredLanguage } from '../words/languages';
import { cookieOf } from './cookies';

const COOKIE = 'lng';
const ONE_YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** The language of `?lng=`, which is then kept; else the one kept before; else what the browser prefers. */
export function readLanguage(request: Request, response: Response, isHttps: boolean): Language {
  const { lng } = request.query;
  if (isLanguage(lng)) {
    response.cookie(COOKIE, lng, { maxAge: ONE_YEAR_MS, sameSite: 'lax', httpOnly: true, secure: isHttps, path: '/' });
    return lng;
  }
  const kept = cookieOf(request, COOKIE);
  return isLanguage(kept) ? kept : (preferredLanguage(request.get('accept-language')) ?? 'en');
}
