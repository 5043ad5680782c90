import { freePorts } from '../../bench/measure/start-process';
import { OWNER_NAMES, OWNERS } from '../../schema/owners';

/** Variables that give every service of a second hub free ports, so that it does not meet the one of the journeys. */
export async function ownPorts(): Promise<Record<string, string>> {
  const prefixes = ['GATEWAY', ...OWNER_NAMES.map((owner) => OWNERS[owner].variable), 'DASHBOARD'];
  const names = [
    ...prefixes.flatMap((prefix) => [`${prefix}_PORT`, `${prefix}_METRICS_PORT`]),
    'IDENTITY_PROVIDER_PORT',
  ];
  const ports = await freePorts(names.length);
  return Object.fromEntries(names.map((name, index) => [name, String(ports[index])]));
}
