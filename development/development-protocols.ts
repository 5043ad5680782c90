import path from 'node:path';
import { loadProtocols } from '../protocols/load-protocols';
import type { ProtocolSet } from '../protocols/protocol';
import type { Environment } from '../service/environment';
import { projectRoot } from '../service/project-root';

/** The agreements as a development hub has them in force: proposed ones too, for its people are invented. */
export function developmentProtocols(env: Environment = process.env): ProtocolSet {
  const directory = path.resolve(env['PROTOCOLS_DIR'] || path.join(projectRoot, 'protocols/agreements'));
  return loadProtocols(directory, { synthetic: true });
}
