// Puts a page into the layout: who one is and for what, language, ways to go on, and when one will be signed out.
import { gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';
import type { Purpose } from '../../schema/purposes';
import type { DashboardConfiguration } from '../configuration';
import { CROSS_BORDER } from '../pages/lookup/own-owner';
import type { PageView } from '../pages/page';
import type { Errand } from '../sign-in/errand';
import type { SignedInPerson } from '../sign-in/person';
import { formToken } from '../sign-in/protect-forms';
import { LANGUAGE_NAMES, LANGUAGES } from '../words/languages';
import type { Words } from '../words/words';
import type { Assets } from './assets';
import type { Render } from './render';
import { neverStored, nonceOf } from './security-headers';

export interface Surroundings {
  readonly words: Words;
  readonly person: SignedInPerson | undefined;
  readonly errand: Errand | undefined;
  /** When the session ends, whatever one does. */
  readonly signedInUntil: Date | undefined;
  readonly href: (address: string) => string;
  /** How many identities and requests wait for a decision of the own owner's, for those who decide. */
  readonly waiting?: number | undefined;
}

export type SendPage = (request: Request, response: Response, around: Surroundings, view: PageView) => void;

/** The ways of the navigation, in its order. Who may see what is there is for the graph to say; one that is of use for a
 * single purpose is shown to those whose sign-in has it. */
const WAYS: readonly {
  readonly address: string;
  readonly name: string;
  readonly isFor: 'anybody' | 'signed-in' | Purpose;
}[] = [
  { address: '/', name: 'home', isFor: 'anybody' },
  { address: '/cohort', name: 'cohort', isFor: 'signed-in' },
  { address: '/lookup', name: 'lookup', isFor: CROSS_BORDER },
  { address: '/requests', name: 'requests', isFor: CROSS_BORDER },
  { address: '/research', name: 'research', isFor: 'EVALUATION_RESEARCH' },
  { address: '/research/approvals', name: 'approvals', isFor: 'OVERSIGHT' },
  { address: '/disclosures', name: 'disclosures', isFor: 'OVERSIGHT' },
  { address: '/protocols', name: 'protocols', isFor: 'anybody' },
  { address: '/status', name: 'status', isFor: 'anybody' },
];

export function createSendPage(
  { idleMinutes, isDemonstration }: DashboardConfiguration,
  render: Render,
  assets: Assets,
): SendPage {
  return (request, response, around, { template, title, model, status = 200 }) => {
    const { words, person, errand, href } = around;
    const path = request.originalUrl.split('?')[0] ?? '/';
    const page = render(template, {
      ...model,
      words,
      title,
      href,
      nonce: nonceOf(response),
      language: words.language,
      languages: LANGUAGES.map((language) => ({
        language,
        name: LANGUAGE_NAMES[language],
        address: withLanguage(request.method === 'GET' ? request.originalUrl : href('/'), language),
        isCurrent: language === words.language,
      })),
      ways: WAYS.filter(({ isFor }) => isOpenTo(isFor, person)).map(({ address, name }) => ({
        address: href(address),
        text:
          name === 'requests' && around.waiting !== undefined && around.waiting > 0
            ? words.say('ways.requestsWaiting', { number: words.number(around.waiting) })
            : words.say(`ways.${name}`),
        isCurrent: path === href(address),
      })),
      isDemonstration,
      strip: person === undefined ? null : stripOf(words, person, errand),
      here: request.method === 'GET' ? request.originalUrl : '/',
      token: person === undefined ? '' : formToken(request),
      timeOut:
        person === undefined
          ? null
          : {
              idleSeconds: idleMinutes * 60,
              idleMinutes,
              until: words.time(around.signedInUntil ?? new Date()),
              secondsLeft: Math.max(0, Math.floor(((around.signedInUntil?.getTime() ?? 0) - Date.now()) / 1000)),
            },
      css: assets.addressOf('dashboard.css'),
      script: assets.addressOf('time-out.js'),
      icon: assets.addressOf('icon.svg'),
    });
    neverStored(request, response);
    response
      .status(status)
      .set({ 'content-type': 'text/html; charset=utf-8', 'content-language': words.language, vary: 'accept-encoding' });
    const bytes = Buffer.from(page);
    if (request.acceptsEncodings('gzip') === 'gzip') response.set('content-encoding', 'gzip').end(gzipSync(bytes));
    else response.end(bytes);
  };
}

/** Whether somebody is shown a way: whose purposes do not have it is not led to a refusal. */
function isOpenTo(isFor: (typeof WAYS)[number]['isFor'], person: SignedInPerson | undefined): boolean {
  if (isFor === 'anybody' || person === undefined) return isFor === 'anybody';
  return isFor === 'signed-in' || person.purposes.includes(isFor);
}

/** Who one is, and for what. */
function stripOf(words: Words, person: SignedInPerson, errand: Errand | undefined): string {
  return words.say(errand === undefined ? 'strip.who' : 'strip.whoFor', {
    who: person.pseudonym,
    organisation: words.party(person.organisation),
    jurisdiction: words.say(`jurisdictions.${person.jurisdiction}`),
    purpose: errand === undefined ? '' : purposeName(words, errand.purpose),
  });
}

/** A purpose in words. */
export function purposeName(words: Words, purpose: Purpose): string {
  return words.say(`purposes.${purpose}`);
}

/** The same address in another language. */
function withLanguage(address: string, language: string): string {
  const { pathname, searchParams } = new URL(address, 'http://here');
  searchParams.set('lng', language);
  return `${pathname}?${searchParams.toString()}`;
}
