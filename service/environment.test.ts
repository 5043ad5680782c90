import { z } from 'zod';
import {
  ConfigurationError,
  duration,
  isProduction,
  port,
  readEnvironment,
  readTogether,
  url,
  wholeNumber,
} from './environment';

const faultsOf = (read: () => unknown): readonly string[] => {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
  return [];
};

describe('readEnvironment', () => {
  const shape = {
    GATEWAY_PORT: port(4000),
    ERI_URL: url('http://127.0.0.1:4003'),
    CONCORDAT_CLOCK_OFFSET: duration(),
    CONCORDAT_SEED: wholeNumber(1),
  };

  it('takes the defaults when nothing is set, and an empty variable is not set', () => {
    expect(readEnvironment(shape, { GATEWAY_PORT: '' })).toEqual({
      GATEWAY_PORT: 4000,
      ERI_URL: 'http://127.0.0.1:4003',
      CONCORDAT_SEED: 1,
    });
  });

  it('parses what is set', () => {
    expect(
      readEnvironment(shape, { GATEWAY_PORT: '5000', ERI_URL: 'https://eri.example/', CONCORDAT_CLOCK_OFFSET: '-P1M' }),
    ).toMatchObject({
      GATEWAY_PORT: 5000,
      ERI_URL: 'https://eri.example',
      CONCORDAT_CLOCK_OFFSET: { months: -1, milliseconds: -0 },
    });
  });

  it('tells all faults at once, each with name, value seen and an example', () => {
    const env = { GATEWAY_PORT: '70000', ERI_URL: 'eri', CONCORDAT_CLOCK_OFFSET: 'soon', CONCORDAT_SEED: '-1' };
    expect(faultsOf(() => readEnvironment(shape, env))).toEqual([
      'GATEWAY_PORT "70000" is not a port number (for example GATEWAY_PORT=4000)',
      'ERI_URL "eri" is not an http or https address (for example ERI_URL=http://127.0.0.1:4003)',
      'CONCORDAT_CLOCK_OFFSET "soon" is not an ISO 8601 duration (for example CONCORDAT_CLOCK_OFFSET=P6M)',
      'CONCORDAT_SEED "-1" is not a whole number (for example CONCORDAT_SEED=1)',
    ]);
  });

  it.each(['http://eri:4003', 'http://10.0.0.7:4003', 'http://127.0.0.1.example'])(
    'takes no plain http to another machine: %s',
    (address) => {
      expect(faultsOf(() => readEnvironment({ ERI_URL: shape.ERI_URL }, { ERI_URL: address }))).toEqual([
        `ERI_URL "${address}" is plain http to another machine: use https (for example ERI_URL=http://127.0.0.1:4003)`,
      ]);
    },
  );

  it('says which variable is missing', () => {
    const missing = { OIDC_ISSUERS: z.string().meta({ example: '[…]' }) };
    expect(faultsOf(() => readEnvironment(missing, {}))).toEqual([
      'OIDC_ISSUERS is not set (for example OIDC_ISSUERS=[…])',
    ]);
  });

  it('never shows a secret', () => {
    const secrets = {
      ERI_DATABASE_URL: z.string().regex(/^postgres:/, 'is not a PostgreSQL address'),
      WORD: z.string().max(1, 'is too long').meta({ secret: true }),
    };
    const faults = faultsOf(() => readEnvironment(secrets, { ERI_DATABASE_URL: 'hush', WORD: 'hush' }));
    expect(faults).toEqual(['ERI_DATABASE_URL is not a PostgreSQL address', 'WORD is too long']);
  });
});

it('takes anything but production for development', () => {
  expect([{ NODE_ENV: 'production' }, { NODE_ENV: 'prod' }, {}].map((env) => isProduction(env))).toEqual([
    true,
    false,
    false,
  ]);
});

describe('readTogether', () => {
  it('returns what every reading read', () => {
    expect(readTogether({ one: () => 1, two: () => 'two' })).toEqual({ one: 1, two: 'two' });
  });

  it('tells the faults of every reading once, and passes on what is no fault of configuration', () => {
    const refuse = (...faults: string[]) => {
      throw new ConfigurationError(faults);
    };
    expect(faultsOf(() => readTogether({ a: () => refuse('A', 'B'), b: () => refuse('B', 'C') }))).toEqual([
      'A',
      'B',
      'C',
    ]);
    expect(() => readTogether({ a: () => refuse('A'), b: (): unknown => JSON.parse('{') })).toThrow(SyntaxError);
  });
});
