import { ConfigurationError } from '../../../service/environment';
import { readOwnerConfiguration } from './configuration';

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readOwnerConfiguration('eri', env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
  return [];
}
const namedIn = (faults: readonly string[]) => faults.map((fault) => fault.split(' ')[0]);

const DATABASES = {
  ERI_DATABASE_URL: 'postgres://application:hush@db:5432/eri',
  ERI_ADMIN_DATABASE_URL: 'postgres://owner:hush@db:5432/eri',
};

it('needs nothing in development, and finds the gateway where it serves', () => {
  expect(readOwnerConfiguration('eri', { CONCORDAT_DATA_DIR: '/data', GATEWAY_PORT: '5000' })).toMatchObject({
    host: '127.0.0.1',
    port: 4003,
    gatewayKeysUrl: 'http://127.0.0.1:5000/.well-known/jwks.json',
    store: { kind: 'embedded', directory: '/data/databases/eri' },
    tls: undefined,
  });
});

it('refuses the embedded database in production, and half a database anywhere', () => {
  expect(namedIn(faultsOf({ NODE_ENV: 'production' }))).toEqual(['ERI_DATABASE_URL', 'ERI_ADMIN_DATABASE_URL']);
  expect(namedIn(faultsOf({ ERI_DATABASE_URL: DATABASES.ERI_DATABASE_URL }))).toEqual(['ERI_ADMIN_DATABASE_URL']);
  expect(faultsOf({ NODE_ENV: 'production', ...DATABASES })).toEqual([]);
});

it('leaves the loopback with mutually authenticated TLS only', () => {
  expect(faultsOf({ ERI_HOST: '0.0.0.0' })).toEqual([
    expect.stringContaining('ERI_TLS_CERT_FILE, ERI_TLS_KEY_FILE and ERI_TLS_CA_FILE'),
  ]);
  expect(faultsOf({ GATEWAY_JWKS_URL: 'http://gateway:4000/.well-known/jwks.json' })).toEqual([
    expect.stringContaining('is plain http to another machine: use https'),
  ]);
});

it('tells everything at once', () => {
  const env = { NODE_ENV: 'production', ERI_PORT: 'x', ERI_HOST: '::', ERI_TLS_KEY_FILE: '/none' };
  expect(namedIn(faultsOf(env))).toEqual([
    'ERI_PORT',
    'ERI_DATABASE_URL',
    'ERI_ADMIN_DATABASE_URL',
    'ERI_TLS_CERT_FILE',
    'ERI_TLS_KEY_FILE',
    'ERI_TLS_CA_FILE',
  ]);
});
