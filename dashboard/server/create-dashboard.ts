// The way of one request through the dashboard, in its order: headers, what needs no session, the session, the errand of
// the tab, forms, signing in, pages, faults.
import type { IncomingMessage, ServerResponse } from 'node:http';
import express, { type NextFunction, type Request, type Response } from 'express';
import session from 'express-session';
import { randomBytes } from 'node:crypto';
import { createGraph, GraphUnreachable } from '../graph/ask-graph';
import type { DashboardConfiguration } from '../configuration';
import {
  type ActingVisit,
  type FileView,
  type GoOn,
  NothingThere,
  type Page,
  type PageView,
  type PersonalVisit,
  type Visit,
} from '../pages/page';
import { DOWNLOADS, PAGES } from '../pages/pages';
import { countWaiting } from '../pages/requests/count-waiting';
import { createIdentityProvider } from '../sign-in/identity-provider';
import { beginErrand, findErrand, latestErrand, splitAddress } from '../sign-in/errand';
import { refuseForeignForms } from '../sign-in/protect-forms';
import { SessionStore } from '../sign-in/session-store';
import { CALLBACK, refusedFor, signInLink, signInRoutes } from '../sign-in/sign-in-routes';
import { wordsOf } from '../words/words';
import type { Log } from '../../service/log';
import { readAssets } from './assets';
import { cookieOf } from './cookies';
import { describeFault } from './describe-fault';
import type { Form } from './form';
import { readLanguage } from './language';
import { createRender } from './render';
import { securityHeaders } from './security-headers';
import { sendFile } from './send-file';
import { createSendPage, type Surroundings } from './send-page';
import '../sign-in/session-data';

export interface Dashboard {
  handle(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}

/** What a page answers with. */
type PageReply = PageView | GoOn | FileView;

const MAX_FORM_BYTES = 64 * 1024;
/** For what somebody asks who is not signed in: what is published. */
const PUBLIC_ERRAND = {
  purpose: 'PERFORMANCE_MONITORING',
  justification: 'The public page of the dashboard',
} as const;
const PUBLIC_FOR_MS = 60_000;

export function createDashboard(configuration: DashboardConfiguration, log: Log): Dashboard {
  const isHttps = configuration.publicUrl.startsWith('https:');
  const cookieName = isHttps ? '__Host-concordat' : 'concordat';
  const assets = readAssets();
  const send = createSendPage(configuration, createRender(), assets);
  const graph = createGraph(configuration.gatewayUrl, configuration.tls);
  const provider = createIdentityProvider(configuration.provider, `${configuration.publicUrl}${CALLBACK}`);
  const sessions = new SessionStore({
    idleMs: configuration.idleMinutes * 60_000,
    signedInMs: configuration.signedInMinutes * 60_000,
    now: Date.now,
  });
  const published = rememberFor<Awaited<ReturnType<Visit['ask']>>>(PUBLIC_FOR_MS);

  const surroundingsOf = (request: Request, response: Response): Surroundings => {
    const { signIn } = request.session;
    const errand = response.locals['errand'] as Surroundings['errand'];
    return {
      words: wordsOf(readLanguage(request, response, isHttps)),
      person: signIn?.person,
      errand,
      signedInUntil: signIn === undefined ? undefined : new Date(signIn.at + configuration.signedInMinutes * 60_000),
      href: (address) => (errand === undefined ? address : `/p/${errand.key}${address}`),
    };
  };

  const askAsMyself: Visit['ask'] = (query, variables) =>
    published(`${query} ${JSON.stringify(variables)}`, async () => {
      const accessToken = await provider.ownToken();
      if (accessToken === undefined) throw new GraphUnreachable('the dashboard has no token of its own');
      return graph.ask({ accessToken, errand: PUBLIC_ERRAND }, query, variables);
    });

  const visitOf = (request: Request, around: Surroundings): Visit => {
    const { signIn } = request.session;
    const { errand } = around;
    return {
      words: around.words,
      person: around.person,
      errand,
      params: request.params as Readonly<Record<string, string>>,
      query: new URL(request.url, 'http://here').searchParams,
      href: around.href,
      readiness: () => graph.readiness(),
      ask:
        signIn === undefined || errand === undefined
          ? askAsMyself
          : (query, variables) => graph.ask({ accessToken: signIn.accessToken, errand }, query, variables),
    };
  };

  const actingVisit = ({ session, body }: Request, visit: PersonalVisit): ActingVisit => ({
    ...visit,
    form: body as Form,
    async begin(reason) {
      const { signIn } = session;
      const refusedBy = signIn === undefined ? 'UNAUTHENTICATED' : await refusedFor(graph, signIn, reason);
      return refusedBy === undefined ? beginErrand(session, reason) : { refusedBy };
    },
    keep(answer) {
      // Of errands that are forgotten, what they found is forgotten with them.
      const others = (session.errands ?? []).flatMap(({ key }) => {
        const kept = session.lookups?.[key];
        return key === visit.errand.key || kept === undefined ? [] : [[key, kept] as const];
      });
      session.lookups = Object.fromEntries(answer === undefined ? others : [...others, [visit.errand.key, answer]]);
    },
  });

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // A TLS proxy on the same machine says whether a request came over https.
  app.set('trust proxy', 'loopback');
  app.use(securityHeaders(isHttps));
  app.get('/livez', (_request, response) => {
    response.json({ live: true });
  });
  app.get('/readyz', async (_request, response) => {
    const { ready, missing, protocols } = await graph.readiness();
    response.status(ready ? 200 : 503).json({ ready, missing, protocols });
  });
  app.use(assets.serve);
  app.use(
    session({
      name: cookieName,
      secret: randomBytes(32).toString('hex'),
      store: sessions,
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/' },
    }),
  );
  app.use(express.urlencoded({ extended: false, limit: MAX_FORM_BYTES, parameterLimit: 200 }));

  // The errand of this tab: its key stands in the address, and the rest of the address is the page's.
  app.use((request, response, next) => {
    const { key, address } = splitAddress(request.url);
    if (key === undefined) {
      next();
      return;
    }
    const errand = findErrand(request.session, key);
    if (errand === undefined) {
      // Another person's address, or of a session that is over: the page is the same, the errand is one's own.
      response.redirect(request.method === 'GET' ? 302 : 303, address);
      return;
    }
    response.locals['errand'] = errand;
    request.url = address;
    next();
  });
  app.use(refuseForeignForms);
  app.use(
    signInRoutes({
      configuration,
      provider,
      graph,
      sessions,
      send,
      log,
      languageOf: (request, response) => readLanguage(request, response, isHttps),
      surroundingsOf,
    }),
  );

  const answer =
    (isFor: Page['isFor'], act: (visit: ActingVisit) => Promise<PageReply>) =>
    async (request: Request, response: Response) => {
      const around = surroundingsOf(request, response);
      const latest = latestErrand(request.session);
      if (around.person !== undefined && around.errand === undefined && latest !== undefined) {
        response.redirect(request.method === 'GET' ? 302 : 303, `/p/${latest.key}${request.url}`);
        return;
      }
      const visit = visitOf(request, around);
      const { person, errand } = visit;
      if (person === undefined || errand === undefined) {
        if (isFor === 'anybody') {
          // A page for anybody asks whether there is somebody.
          reply(request, response, around, await act(visit as ActingVisit));
        } else if (person !== undefined) {
          response.redirect(303, `/purpose?return=${encodeURIComponent(request.url)}`);
        } else if (request.method !== 'GET' || cookieOf(request, cookieName) === undefined) {
          response.redirect(303, `/sign-in?return=${encodeURIComponent(request.url)}`);
        } else {
          send(request, response, around, {
            template: 'layout/message.njk',
            title: around.words.say('signedOut.title'),
            status: 401,
            model: { paragraphs: [around.words.say('signedOut.over')], next: signInLink(around, request.url) },
          });
        }
        return;
      }
      const personal: PersonalVisit = { ...visit, person, errand, kept: request.session.lookups?.[errand.key] };
      const given = await act(actingVisit(request, personal));
      const waiting = 'template' in given ? await countWaiting(personal) : undefined;
      reply(request, response, { ...around, waiting }, given);
    };
  const reply = (request: Request, response: Response, around: Surroundings, given: PageReply): void => {
    if ('goOn' in given) response.redirect(303, given.goOn);
    else if ('file' in given) sendFile(request, response, given.file);
    else send(request, response, around, given);
  };
  for (const page of PAGES) {
    app.get(
      page.path,
      answer(page.isFor, (visit) => page.show(visit)),
    );
    if (page.isFor === 'signed-in' && page.act !== undefined)
      app.post(page.path, answer('signed-in', page.act.bind(page)));
  }
  for (const download of DOWNLOADS) {
    app.get(
      download.path,
      answer('signed-in', (visit) => download.give(visit)),
    );
  }

  app.use(() => {
    throw new NothingThere();
  });
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const around = surroundingsOf(request, response);
    const fault = describeFault(error, around, request);
    if (fault.logged) log.error({ err: error }, 'a page failed');
    if (fault.redirect !== undefined) {
      response.redirect(303, fault.redirect);
      return;
    }
    // What the graph does not accept any more is of no use here either.
    if (fault.endsSession) delete request.session.signIn;
    const view: PageView = fault.view;
    send(request, response, fault.endsSession ? { ...around, person: undefined, errand: undefined } : around, view);
  });

  return {
    handle: (request, response) => {
      app(request as Request, response as Response);
    },
    close: () => graph.close(),
  };
}

/** Remembers answers for a while: a page that is open to all must not let anybody burden the graph. */
function rememberFor<T>(milliseconds: number): (key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { readonly answer: Promise<T>; readonly until: number }>();
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined && Date.now() < known.until) return known.answer;
    if (kept.size > 200) kept.clear();
    const answer = make();
    kept.set(key, { answer, until: Date.now() + milliseconds });
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
