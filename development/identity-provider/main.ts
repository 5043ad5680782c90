// The sign-in page of development as a process of its own, as a partner's provider would be.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import express, { type Request, type Response } from 'express';
import { readDashboardConfiguration } from '../../dashboard/configuration';
import { readAssets } from '../../dashboard/server/assets';
import { readLanguage } from '../../dashboard/server/language';
import { createRender } from '../../dashboard/server/render';
import { neverStored, securityHeaders } from '../../dashboard/server/security-headers';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../dashboard/words/languages';
import { wordsOf } from '../../dashboard/words/words';
import { readPermissionMap } from '../../schema/read-permission-map';
import { prepareDataFolder } from '../../service/data-folder';
import { port as portVariable, readEnvironment } from '../../service/environment';
import { serveRequests } from '../../service/http-server';
import { createLog } from '../../service/log';
import { projectRoot } from '../../service/project-root';
import { runService } from '../../service/run-service';
import { agreementsOf } from '../agreements-of';
import { developmentIssuerKey } from '../issuer-key';
import { findPersona } from '../personas';
import { refuseProduction } from '../refuse-production';
import { dashboardClientSecret } from './client-secret';
import { createProvider } from './create-provider';
import { listPersonas } from './list-personas';

void runService('identity-provider', async () => {
  refuseProduction('the development identity provider');
  const { IDENTITY_PROVIDER_PORT: port } = readEnvironment({ IDENTITY_PROVIDER_PORT: portVariable(4011) });
  const { publicUrl } = readDashboardConfiguration();
  const folder = prepareDataFolder();
  let protocols = agreementsOf();
  const sdl = readFileSync(path.join(projectRoot, 'schema/supergraph.graphql'), 'utf8');
  const fields = [...readPermissionMap(sdl).fields.values()];
  const provider = createProvider({
    key: await developmentIssuerKey(folder),
    clientSecret: dashboardClientSecret(folder),
    dashboardUrl: publicUrl,
    cookieKey: randomBytes(32).toString('hex'),
    protocols: () => protocols,
  });
  const render = createRender({ folders: [path.resolve(__dirname, '..')] });
  const assets = readAssets();

  const showPersonas = async (request: Request, response: Response, fault: boolean): Promise<void> => {
    const { params } = await provider.interactionDetails(request, response);
    const asked = params['ui_locales'];
    const language =
      request.query['lng'] === undefined && isLanguage(asked) ? asked : readLanguage(request, response, false);
    const words = wordsOf(language);
    neverStored(request, response);
    response
      .status(fault ? 422 : 200)
      .type('html')
      .send(
        render('identity-provider/sign-in.njk', {
          words,
          fault,
          languages: LANGUAGES.map((one) => ({
            language: one,
            name: LANGUAGE_NAMES[one],
            isCurrent: one === language,
          })),
          groups: listPersonas(protocols, fields, words, new Date()),
          css: assets.addressOf('dashboard.css'),
          icon: assets.addressOf('icon.svg'),
        }),
      );
  };

  const app = express();
  app.disable('x-powered-by');
  // A form that is sent here ends, by way of the provider, at the dashboard.
  app.use(securityHeaders(false, [new URL(publicUrl).origin]));
  app.get('/livez', (_request, response) => {
    response.json({ live: true });
  });
  app.use(assets.serve);
  app.get('/interaction/:uid', (request, response) => showPersonas(request, response, false));
  app.post('/interaction/:uid', express.urlencoded({ extended: false, limit: '8kb' }), async (request, response) => {
    const { persona } = request.body as { readonly persona?: unknown };
    if (typeof persona !== 'string' || findPersona(persona) === undefined) await showPersonas(request, response, true);
    else await provider.interactionFinished(request, response, { login: { accountId: persona, remember: false } });
  });
  app.use(provider.callback());

  const log = createLog('identity-provider');
  const server = await serveRequests(
    { service: 'identity-provider', host: '127.0.0.1', port, log },
    (request: IncomingMessage, response: ServerResponse) => {
      app(request as Request, response as Response);
    },
  );
  return {
    close: () => server.close(),
    reload: async () => {
      protocols = agreementsOf();
    },
  };
});
