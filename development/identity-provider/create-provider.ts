// An OpenID Connect provider for development, at which anybody may be anybody: its tokens are signed with the key that
// `npm run -s token` uses and say the same, so the gateway believes both alike. It refuses production.
import type { JWK } from 'jose';
import { type Configuration, Provider } from 'oidc-provider';
import { purposesOf } from '../../protocols/decide';
import type { ProtocolSet } from '../../protocols/protocol';
import { DEVELOPMENT_ISSUER, GATEWAY_AUDIENCE } from '../issuer-key';
import { findPersona } from '../personas';

export const DASHBOARD_CLIENT = 'dashboard';
const RESOURCE = 'urn:concordat:gateway';
const EIGHT_HOURS = 8 * 60 * 60;

/** As whom the dashboard itself asks for what is published. */
const PUBLIC_PERSONA = 'pcc.commissioner';

export interface ProviderParts {
  readonly key: JWK;
  readonly clientSecret: string;
  readonly dashboardUrl: string;
  readonly cookieKey: string;
  readonly protocols: () => ProtocolSet;
}

export function createProvider({ key, clientSecret, dashboardUrl, cookieKey, protocols }: ProviderParts): Provider {
  const claimsOf = (name: string) => {
    const persona = findPersona(name);
    if (persona === undefined) return undefined;
    const { organisation, role, area } = persona;
    const purposes = purposesOf(protocols(), organisation, role, new Date());
    return { organisation, role, ...(area === undefined ? {} : { area }), purposes };
  };
  const configuration: Configuration = {
    clients: [
      {
        client_id: DASHBOARD_CLIENT,
        client_secret: clientSecret,
        redirect_uris: [`${dashboardUrl}/sign-in/callback`],
        grant_types: ['authorization_code', 'client_credentials'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [cookieKey] },
    claims: { openid: ['sub', 'organisation', 'role', 'area', 'purposes'] },
    conformIdTokenClaims: false,
    findAccount: (_context, name) => {
      const claims = claimsOf(name);
      return claims === undefined ? undefined : { accountId: name, claims: () => ({ sub: name, ...claims }) };
    },
    extraTokenClaims: (_context, token) =>
      token.kind === 'AccessToken' ? claimsOf(token.accountId) : claimsOf(PUBLIC_PERSONA),
    // Whoever is somebody invented has nothing to consent to.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session } = oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid');
      grant.addResourceScope(RESOURCE, 'ask');
      await grant.save();
      return grant;
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'ask',
          audience: GATEWAY_AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: EIGHT_HOURS,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    ttl: { Session: 600, Interaction: 900, Grant: EIGHT_HOURS, IdToken: 600 },
  };
  return new Provider(DEVELOPMENT_ISSUER, configuration);
}
