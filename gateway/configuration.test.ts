import { DEVELOPMENT_ISSUER, readConfiguration } from './configuration';

const ISSUER = {
  issuer: 'https://id.example',
  jwks: 'https://id.example/keys',
  organisations: ['mals'],
  algorithms: ['ES256'],
};

describe('readConfiguration', () => {
  it('needs nothing in development', () => {
    const configuration = readConfiguration({
      CONCORDAT_DATA_DIR: '/data',
      ERI_PORT: '5003',
      EXCHANGE_URL: 'http://localhost:5999',
    });
    expect(configuration).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      metricsPort: 9000,
      owners: {
        'knowsley-iom': 'http://127.0.0.1:4001',
        'safety-house': 'http://127.0.0.1:4002',
        eri: 'http://127.0.0.1:5003',
        exchange: 'http://localhost:5999',
      },
      issuers: [{ issuer: DEVELOPMENT_ISSUER, jwks: '/data/keys/development-issuer.jwk.json', organisations: ['*'] }],
      corsOrigins: [],
    });
  });

  it('takes identity providers from the environment', () => {
    const env = {
      NODE_ENV: 'production',
      OIDC_ISSUERS: JSON.stringify([ISSUER]),
      GATEWAY_LEDGER_DIR: '/ledger',
    };
    expect(readConfiguration(env).issuers).toEqual([ISSUER]);
  });

  it.each([
    [{}, /GATEWAY_LEDGER_DIR is not set/],
    [{}, /OIDC_ISSUERS is not set \(for example/],
    [{ OIDC_ISSUERS: JSON.stringify([{ ...ISSUER, issuer: DEVELOPMENT_ISSUER }]) }, /development issuer/],
    [{ OIDC_ISSUERS: JSON.stringify([{ ...ISSUER, jwks: 'http://id.example' }]) }, /use https/],
    [{ OIDC_ISSUERS: JSON.stringify([{ ...ISSUER, algorithms: ['HS256'] }]) }, /is not a JSON array of issuers/],
    [{ OIDC_ISSUERS: JSON.stringify([{ ...ISSUER, algorithms: ['none'] }]) }, /is not a JSON array of issuers/],
    [{ OIDC_ISSUERS: '[' }, /is not a JSON array of issuers/],
  ])('refuses in production %j', (env, fault) => {
    expect(() => readConfiguration({ NODE_ENV: 'production', ...env })).toThrow(fault);
  });

  it.each([
    [{ GATEWAY_HOST: '0.0.0.0' }, /GATEWAY_HOST "0.0.0.0" is not the loopback/],
    [{ ERI_URL: 'http://eri:4003' }, /ERI_URL "http:\/\/eri:4003" is plain http to another machine/],
    [{ ERI_URL: 'https://eri:4003' }, /ERI_URL over https: owners answer only who shows a certificate/],
    [{ GATEWAY_TLS_CERT_FILE: '/none' }, /GATEWAY_TLS_CERT_FILE[^]*GATEWAY_TLS_KEY_FILE[^]*GATEWAY_TLS_CA_FILE/],
  ])('leaves the loopback with mutually authenticated TLS only: %j', (env, fault) => {
    expect(() => readConfiguration(env)).toThrow(fault);
  });

  it('tells all wrong variables at once', () => {
    const env = {
      NODE_ENV: 'production',
      GATEWAY_PORT: 'x',
      CORS_ORIGINS: 'dashboard',
      GATEWAY_OWNER_TIMEOUT_MS: '1',
      GATEWAY_HOST: '::',
    };
    expect(() => readConfiguration(env)).toThrow(
      /GATEWAY_PORT[^]*CORS_ORIGINS[^]*GATEWAY_OWNER_TIMEOUT_MS[^]*OIDC_ISSUERS[^]*GATEWAY_HOST/,
    );
  });
});
