import { createServer, type AddressInfo } from 'node:net';

import { OWNER_NAMES, OWNERS } from '../../schema/owners';

/** Variables that give every service of a second hub free ports, so that it does not meet the one of the journeys. */
export async function ownPorts(): Promise<Record<string, string>> {
  const names = ['GATEWAY', ...OWNER_NAMES.map((owner) => OWNERS[owner].variable)].flatMap((prefix) => [
    `${prefix}_PORT`,
    `${prefix}_METRICS_PORT`,
  ]);
  const servers = await Promise.all(
    names.map(
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => {
            resolve(server);
          });
        }),
    ),
  );
  const ports = servers.map((server) => String((server.address() as AddressInfo).port));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return Object.fromEntries(names.map((name, index) => [name, ports[index] ?? '']));
}
