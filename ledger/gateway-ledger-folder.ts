import path from 'node:path';

import { dataFolder } from '../service/data-folder';
import { ConfigurationError, type Environment, isProduction } from '../service/environment';

/** Where the gateway keeps its ledger. Refusals must outlive a container: in production nobody may forget where they are kept. */
export function gatewayLedgerFolder(env: Environment): string {
  const given = env['GATEWAY_LEDGER_DIR'];
  if (given) return path.resolve(given);
  if (!isProduction(env)) return path.join(dataFolder(env), 'databases', 'gateway');
  throw new ConfigurationError(
    'GATEWAY_LEDGER_DIR is not set: the gateway keeps its ledger of refusals there (for example GATEWAY_LEDGER_DIR=/var/lib/concordat/gateway)',
  );
}
