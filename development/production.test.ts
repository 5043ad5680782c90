import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readConfiguration } from '../gateway/configuration';
import { OWNER_NAMES } from '../schema/owners';
import { createClock } from '../service/clock';
import { ConfigurationError, type Environment } from '../service/environment';
import { readHubConfiguration } from '../service/hub-configuration';
import { ownerPopulation } from '../subgraphs/common/loading/owner-population';
import { readOwnerConfiguration } from '../subgraphs/common/serving/configuration';
import { agreementsOf } from './agreements-of';
import { developmentIssuerKey, issuerKeyFile } from './issuer-key';
import { refuseProduction } from './refuse-production';

const folder = mkdtempSync(path.join(tmpdir(), 'concordat-'));
const before = process.env['NODE_ENV'];
beforeAll(() => {
  process.env['NODE_ENV'] = 'production';
});
afterAll(() => {
  process.env['NODE_ENV'] = before;
  rmSync(folder, { recursive: true });
});

// The commands themselves (token, truth, personas, reset) are asked in test/journeys/commands.test.ts.
describe('in production', () => {
  it('a hub with nothing set is told everything that it lacks at once', async () => {
    const env = { NODE_ENV: 'production', CONCORDAT_DATA_DIR: folder };
    const readers = [
      readConfiguration,
      ...OWNER_NAMES.map((owner) => (given: Environment) => readOwnerConfiguration(owner, given)),
    ];
    const fault: unknown = await readHubConfiguration(env, readers).catch((error: unknown) => error);
    if (!(fault instanceof ConfigurationError)) throw new Error('nothing was refused', { cause: fault });
    // Ports that something else on this machine holds are told too, and are not what is asked here.
    const lacking = fault.faults.filter((line) => line.includes(' is not set')).map((line) => line.split(' ')[0]);
    expect(lacking).toEqual([
      'OIDC_ISSUERS',
      'GATEWAY_LEDGER_DIR',
      'KNOWSLEY_IOM_DATABASE_URL',
      'KNOWSLEY_IOM_ADMIN_DATABASE_URL',
      'SAFETY_HOUSE_DATABASE_URL',
      'SAFETY_HOUSE_ADMIN_DATABASE_URL',
      'ERI_DATABASE_URL',
      'ERI_ADMIN_DATABASE_URL',
      'EXCHANGE_DATABASE_URL',
      'EXCHANGE_ADMIN_DATABASE_URL',
    ]);
  });

  it('no key of a development provider is made', async () => {
    await expect(developmentIssuerKey(folder)).rejects.toThrow('is for development only');
    expect(existsSync(issuerKeyFile(folder))).toBe(false);
  });

  it('no command of development runs', () => {
    expect(() => {
      refuseProduction('the truth command');
    }).toThrow('NODE_ENV "production": the truth command is for development only');
  });

  it('no people are invented', () => {
    expect(ownerPopulation(true)).toBeUndefined();
  });

  it('the clock cannot be moved', () => {
    expect(() => createClock({ NODE_ENV: 'production', CONCORDAT_CLOCK_OFFSET: 'P6M' })).toThrow(
      'CONCORDAT_CLOCK_OFFSET',
    );
  });

  it('no agreement that is only proposed is in force', () => {
    expect(() => agreementsOf({ NODE_ENV: 'production' })).toThrow(/proposed/i);
  });
});
