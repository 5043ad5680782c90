import type { ExecutionResult } from 'graphql';

import type { DisclosureScope } from './disclosure-scope';

/**
 * The seam of the disclosure ledger (step 7 of a request): what was disclosed about whom, to whom, why and under which
 * clause is to be durable before the answer leaves. The answer waits for this; the ledger itself is a later part.
 */
export function recordDisclosure(_scope: DisclosureScope, _result: ExecutionResult): Promise<void> {
  return Promise.resolve();
}
