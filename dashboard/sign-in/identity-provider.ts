// The partner's own OpenID Connect provider: authorization code with PKCE, state and nonce. Its discovery document is
// read at the first sign-in, so that the dashboard starts without it.
import { readFile } from 'node:fs/promises';
import * as oidc from 'openid-client';
import { isLoopback } from '../../service/environment';
import type { ProviderSettings } from '../configuration';
import { readPerson, type SignedInPerson } from './person';
import type { BegunSignIn } from './session-data';

export interface IdentityProvider {
  /** Where to send the browser, and what its return must fit. */
  beginSignIn(returnTo: string, language: string): Promise<{ readonly address: string; readonly begun: BegunSignIn }>;
  /** Who has come back with this address; throws when it does not fit, undefined for somebody the hub does not know. */
  endSignIn(
    address: URL,
    begun: BegunSignIn,
  ): Promise<{ readonly person: SignedInPerson; readonly accessToken: string } | undefined>;
  /** A token of the dashboard itself, for pages that nobody is signed in to see; undefined where the provider has none. */
  ownToken(): Promise<string | undefined>;
  /** Where its pages are; a form that ends there must be allowed to. */
  readonly origin: string;
}

const RENEW_BEFORE_MS = 60_000;

export function createIdentityProvider(settings: ProviderSettings, redirectUri: string): IdentityProvider {
  const resource = settings.resource === undefined ? {} : { resource: settings.resource };
  let connected: Promise<oidc.Configuration> | undefined;
  let own: { readonly token: string; readonly until: number } | undefined;

  /** A provider that could not be reached is asked anew at the next sign-in. */
  const connect = (): Promise<oidc.Configuration> =>
    (connected ??= discover(settings).catch((error: unknown) => {
      connected = undefined;
      throw error;
    }));

  return {
    origin: new URL(settings.discoveryUrl).origin,

    async beginSignIn(returnTo, language) {
      const provider = await connect();
      const begun = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        codeVerifier: oidc.randomPKCECodeVerifier(),
        returnTo,
      };
      const address = oidc.buildAuthorizationUrl(provider, {
        redirect_uri: redirectUri,
        scope: settings.scope,
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(begun.codeVerifier),
        code_challenge_method: 'S256',
        ui_locales: language,
        // Desktops are shared: whoever sits down says who they are.
        prompt: 'login',
        ...resource,
      });
      return { address: address.href, begun };
    },

    async endSignIn(address, { state, nonce, codeVerifier }) {
      const tokens = await oidc.authorizationCodeGrant(
        await connect(),
        address,
        { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier, idTokenExpected: true },
        resource,
      );
      const person = readPerson(tokens.claims());
      return person === undefined ? undefined : { person, accessToken: tokens.access_token };
    },

    async ownToken() {
      if (own !== undefined && Date.now() < own.until) return own.token;
      try {
        const tokens = await oidc.clientCredentialsGrant(await connect(), resource);
        own = {
          token: tokens.access_token,
          until: Date.now() + (tokens.expires_in ?? 60) * 1000 - RENEW_BEFORE_MS,
        };
        return own.token;
      } catch {
        return undefined;
      }
    },
  };
}

async function discover(settings: ProviderSettings): Promise<oidc.Configuration> {
  const secret = (await readFile(settings.clientSecretFile, 'utf8')).trim();
  const address = new URL(settings.discoveryUrl);
  const isPlain = address.protocol === 'http:' && isLoopback(address.hostname);
  const reply = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(5000) });
  const server = (await reply.json()) as oidc.ServerMetadata;
  // The discovery document may be fetched from elsewhere than the issuer's own address; it must still be the issuer's.
  if (!reply.ok || server.issuer !== settings.issuer) {
    throw new Error(`the discovery document is not that of ${settings.issuer}`);
  }
  const provider = new oidc.Configuration(server, settings.clientId, secret);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out: on the loopback nobody listens in
  if (isPlain) oidc.allowInsecureRequests(provider);
  return provider;
}
