import path from 'node:path';
import { loadProtocols } from '../protocols/load-protocols';
import type { ProtocolSet } from '../protocols/protocol';
import { type Environment, isProduction } from '../service/environment';
import { projectRoot } from '../service/project-root';

/** The agreements that a hub with this environment runs on; outside production its people are invented, so proposed ones too. */
export function agreementsOf(env: Environment = process.env): ProtocolSet {
  const directory = path.resolve(env['PROTOCOLS_DIR'] || path.join(projectRoot, 'protocols/agreements'));
  return loadProtocols(directory, { synthetic: !isProduction(env) });
}
