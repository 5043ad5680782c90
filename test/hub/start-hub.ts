import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { type LaunchedHub, launchHub, runHubCommand } from './launch-hub';

declare global {
  var concordatTestHub: LaunchedHub | undefined;
}

/** Before the first journey: one hub for all of them, and the truth about its people. */
export default async function startHub(): Promise<void> {
  const hub = await launchHub();
  globalThis.concordatTestHub = hub;
  writeFileSync(
    path.join(hub.address.dataFolder, 'truth.jsonl'),
    await runHubCommand(hub.address, 'development/truth'),
  );
  process.env.CONCORDAT_TEST_HUB = JSON.stringify(hub.address);
}
