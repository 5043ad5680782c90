import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigurationError } from './environment';
import { readHubConfiguration } from './hub-configuration';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concordat-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Below those that the system hands out by itself, so that nothing that runs beside has one of them. */
const ports = (first: number) => ({
  GATEWAY_PORT: String(first),
  KNOWSLEY_IOM_PORT: String(first + 1),
  SAFETY_HOUSE_PORT: String(first + 2),
  ERI_PORT: String(first + 3),
  EXCHANGE_PORT: String(first + 4),
  DASHBOARD_PORT: String(first + 10),
  IDENTITY_PROVIDER_PORT: String(first + 11),
});

async function faultsOf(env: Record<string, string>): Promise<readonly string[]> {
  const error: unknown = await readHubConfiguration(env).catch((thrown: unknown) => thrown);
  if (!(error instanceof ConfigurationError)) throw new Error('nothing was refused', { cause: error });
  return error.faults;
}

it('spells out what follows from the ports', async () => {
  const env = { ...ports(21_100), CONCORDAT_DATA_DIR: folder, PROTOCOLS_DIR: folder };
  const configuration = await readHubConfiguration(env);
  expect(configuration).toMatchObject({ gatewayUrl: 'http://127.0.0.1:21100', seed: 1, dataFolder: folder });
  expect(configuration.env).toMatchObject({ ERI_URL: 'http://127.0.0.1:21103', ERI_METRICS_PORT: '26103' });
});

it('tells the faults of all services at once', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as AddressInfo;
  const env = {
    ...ports(21_200),
    ERI_PORT: '21200',
    EXCHANGE_PORT: String(port),
    PROTOCOLS_DIR: path.join(folder, 'none'),
    CONCORDAT_DATA_DIR: folder,
    CONCORDAT_CLOCK_OFFSET: 'soon',
    KNOWSLEY_IOM_URL: 'x',
    LOG_LEVEL: 'loud',
  };
  const faults = await faultsOf(env);
  taken.close();
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
    'PROTOCOLS_DIR',
    'KNOWSLEY_IOM_URL',
    'CONCORDAT_CLOCK_OFFSET',
    'LOG_LEVEL',
    'GATEWAY_PORT,',
    'GATEWAY_METRICS_PORT,',
    'EXCHANGE_PORT',
  ]);
});
