// Signing in and out. The identity provider says who somebody is; for which purpose is asked here, once for each tab.
import type { Request, Response, Router } from 'express';
import express from 'express';
import { isPurpose } from '../../schema/purposes';
import type { Log } from '../../service/log';
import type { DashboardConfiguration } from '../configuration';
import type { Graph } from '../graph/ask-graph';
import { GraphRefusal } from '../graph/ask-graph';
import { type Form, textOf } from '../server/form';
import type { Language } from '../words/languages';
import { purposeName, type SendPage, type Surroundings } from '../server/send-page';
import { beginErrand, type Errand, latestErrand, splitAddress } from './errand';
import type { IdentityProvider } from './identity-provider';
import { ownAddress } from './own-address';
import type { SignIn } from './session-data';
import type { SessionStore } from './session-store';

export const CALLBACK = '/sign-in/callback';

export interface SignInParts {
  readonly configuration: DashboardConfiguration;
  readonly provider: IdentityProvider;
  readonly graph: Graph;
  readonly sessions: SessionStore;
  readonly send: SendPage;
  readonly log: Log;
  readonly languageOf: (request: Request, response: Response) => Language;
  readonly surroundingsOf: (request: Request, response: Response) => Surroundings;
}

export function signInRoutes(parts: SignInParts): Router {
  const { configuration, provider, sessions, send, log } = parts;
  const router = express.Router();

  const sendFault = (request: Request, response: Response, name: string, status: number): void => {
    const around = parts.surroundingsOf(request, response);
    send(request, response, around, {
      template: 'layout/message.njk',
      title: around.words.say(`faults.${name}.title`),
      status,
      model: { paragraphs: [around.words.say(`faults.${name}.text`)], next: signInLink(around, '/') },
    });
  };

  router.get('/sign-in', async (request, response) => {
    const returnTo = ownAddress(request.query['return']);
    // The provider sends people back to the one address that it knows; a cookie of another host would not be there.
    const home = new URL(configuration.publicUrl);
    if (request.headers.host !== home.host) {
      response.redirect(`${configuration.publicUrl}/sign-in?return=${encodeURIComponent(returnTo)}`);
      return;
    }
    try {
      const { address, begun } = await provider.beginSignIn(returnTo, parts.languageOf(request, response));
      request.session.begunSignIn = begun;
      response.set('cache-control', 'no-store').redirect(address);
    } catch (error) {
      log.error({ err: error }, 'the identity provider cannot be reached');
      sendFault(request, response, 'noProvider', 503);
    }
  });

  router.get(CALLBACK, async (request, response) => {
    const { begunSignIn } = request.session;
    if (begunSignIn === undefined) {
      sendFault(request, response, 'signInLost', 400);
      return;
    }
    delete request.session.begunSignIn;
    let ended: Awaited<ReturnType<IdentityProvider['endSignIn']>>;
    try {
      ended = await provider.endSignIn(new URL(request.originalUrl, configuration.publicUrl), begunSignIn);
    } catch (error) {
      log.warn({ err: error }, 'a sign-in did not end well');
      sendFault(request, response, 'signInLost', 400);
      return;
    }
    if (ended === undefined) {
      sendFault(request, response, 'unknownPerson', 403);
      return;
    }
    // Whoever knew the session's id before knows nothing now.
    await regenerate(request);
    request.session.signIn = { ...ended, at: Date.now() };
    response.redirect(`/purpose?return=${encodeURIComponent(begunSignIn.returnTo)}`);
  });

  router.get('/purpose', (request, response) => {
    const { signIn } = request.session;
    if (signIn === undefined) {
      response.redirect(`/sign-in?return=${encodeURIComponent(ownAddress(request.query['return']))}`);
      return;
    }
    const { words } = parts.surroundingsOf(request, response);
    const asked = request.query['fault'];
    const fault = typeof asked === 'string' && words.knows(`purposePage.faults.${asked}`) ? asked : undefined;
    showPurposes(request, response, signIn, {
      returnTo: ownAddress(request.query['return']),
      purpose: latestErrand(request.session)?.purpose ?? '',
      caseReference: '',
      justification: configuration.isDemonstration ? words.say('purposePage.demonstrationReason') : '',
      fault,
    });
  });

  router.post('/purpose', async (request, response) => {
    const { signIn } = request.session;
    if (signIn === undefined) {
      response.redirect(303, '/sign-in');
      return;
    }
    const form = request.body as Form;
    const returnTo = splitAddress(ownAddress(form['return'])).address;
    const given = {
      returnTo,
      purpose: textOf(form, 'purpose'),
      caseReference: textOf(form, 'caseReference'),
      justification: textOf(form, 'justification'),
    };
    const reason = reasonOf(given);
    const fault = reason === undefined ? 'PURPOSE_REQUIRED' : await refusedFor(parts.graph, signIn, reason);
    if (reason === undefined || fault !== undefined) {
      showPurposes(request, response, signIn, { ...given, fault });
      return;
    }
    const { key } = beginErrand(request.session, reason);
    response.redirect(303, `/p/${key}${returnTo}`);
  });

  function showPurposes(
    request: Request,
    response: Response,
    { person }: SignIn,
    given: {
      readonly returnTo: string;
      readonly purpose: string;
      readonly caseReference: string;
      readonly justification: string;
      readonly fault: string | undefined;
    },
  ): void {
    const around = parts.surroundingsOf(request, response);
    const { words } = around;
    const fault =
      given.fault === undefined
        ? null
        : words.say(`purposePage.faults.${words.knows(`purposePage.faults.${given.fault}`) ? given.fault : 'OTHER'}`);
    send(request, response, around, {
      template: 'sign-in/purpose.njk',
      title:
        fault === null
          ? words.say('purposePage.title')
          : words.say('faultPrefix', { title: words.say('purposePage.title') }),
      status: fault === null || request.method === 'GET' ? 200 : 422,
      model: {
        ...given,
        fault,
        faultIsOf: faultField(given.fault),
        purposes: person.purposes.map((purpose) => ({
          purpose,
          name: purposeName(words, purpose),
          isChosen: purpose === given.purpose || person.purposes.length === 1,
        })),
      },
    });
  }

  router.post('/sign-out', (request, response, next) => {
    request.session.destroy((error: unknown) => {
      if (error instanceof Error) next(error);
      else response.redirect(303, '/signed-out');
    });
  });

  router.post('/sign-out-everywhere', (request, response, next) => {
    const person = request.session.signIn?.person;
    if (person !== undefined) sessions.signOutEverywhere(person.organisation, person.pseudonym);
    request.session.destroy((error: unknown) => {
      if (error instanceof Error) next(error);
      else response.redirect(303, '/signed-out?everywhere=yes');
    });
  });

  router.get('/signed-out', (request, response) => {
    const around = parts.surroundingsOf(request, response);
    const how =
      request.query['everywhere'] === 'yes' ? 'everywhere' : request.query['idle'] === 'yes' ? 'idle' : 'here';
    send(request, response, around, {
      template: 'layout/message.njk',
      title: around.words.say('signedOut.title'),
      model: { paragraphs: [around.words.say(`signedOut.${how}`)], next: signInLink(around, '/') },
    });
  });

  return router;
}

/** A link that signs in and returns. */
export function signInLink(
  { words }: Surroundings,
  returnTo: string,
): { readonly text: string; readonly address: string } {
  return {
    text: words.say('signIn'),
    address: returnTo === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(returnTo)}`,
  };
}

/** Which field of the form a refusal is about. */
function faultField(fault: string | undefined): 'purpose' | 'justification' | 'caseReference' {
  if (fault === 'JUSTIFICATION_REQUIRED') return 'justification';
  return fault === 'BAD_INPUT' ? 'caseReference' : 'purpose';
}

function reasonOf(
  given: Readonly<Record<'purpose' | 'caseReference' | 'justification', string>>,
): Omit<Errand, 'key'> | undefined {
  if (!isPurpose(given.purpose)) return undefined;
  return {
    purpose: given.purpose,
    ...(given.caseReference === '' ? {} : { caseReference: given.caseReference }),
    ...(given.justification === '' ? {} : { justification: given.justification }),
  };
}

/** Whether a purpose and a reason will do is for the graph to say: it is asked something that concerns nobody. */
export async function refusedFor(
  graph: Graph,
  { accessToken }: SignIn,
  errand: Omit<Errand, 'key'>,
): Promise<string | undefined> {
  try {
    await graph.ask({ accessToken, errand }, 'query Purpose { whatMayIAsk(first: 1) { count } }');
    return undefined;
  } catch (error) {
    if (error instanceof GraphRefusal && error.code !== 'UNAUTHENTICATED') return error.code;
    throw error;
  }
}

function regenerate(request: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session.regenerate((error: unknown) => {
      if (error instanceof Error) reject(error);
      else resolve();
    });
  });
}
