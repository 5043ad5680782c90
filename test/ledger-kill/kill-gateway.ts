import { LedgerVerifier } from '../../ledger/verify-ledger';
import { chance, pause } from './chance';
import { HubClient } from './hub-client';
import { type LoneGateway, REFUSED_WHOLE } from './lone-gateway';

export interface GatewayKillResult {
  /** Refusals that arrived, and requests to which no answer arrived. */
  readonly refusals: number;
  readonly unanswered: number;
  readonly entries: number;
  /** Refusals that arrived and are not on record. */
  readonly missing: readonly string[];
  /** Answers that arrived and were no refusal. */
  readonly strange: readonly string[];
  /** What the verifier found. */
  readonly broken: readonly string[];
}

const CLIENTS = 6;

/** Kills the gateway, at moments that follow from the seed, while clients are refused what they ask. */
export async function killGateway(gateway: LoneGateway, kills: number, seed: string): Promise<GatewayKillResult> {
  const refusals: string[] = [];
  const strange: string[] = [];
  let unanswered = 0;
  let over = false;
  const clients = Array.from({ length: CLIENTS }, async () => {
    const client = new HubClient(gateway, 'mals.mentor', 'MENTORING_SUPPORT');
    while (!over) {
      try {
        const { requestId, codes } = await client.ask(REFUSED_WHOLE);
        if (codes.join() === 'WITHHELD_BY_PROTOCOL') refusals.push(requestId);
        else strange.push(`${requestId}: ${codes.join()}`);
      } catch {
        unanswered += 1;
        await pause(20);
      }
    }
  });
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      const wanted = refusals.length + 20;
      while (refusals.length < wanted && strange.length === 0) await pause(5);
      await pause(chance(seed, kill, 'when') * 200);
      await gateway.kill();
      await gateway.restart();
    }
  } finally {
    over = true;
    await Promise.all(clients);
  }
  const lines = await gateway.readLedger();
  const verifier = new LedgerVerifier();
  for (const { entry, texts } of lines) verifier.accept(entry, texts);
  const found = verifier.finish();
  const onRecord = new Set(lines.map(({ entry }) => entry.requestId));
  return {
    refusals: refusals.length,
    unanswered,
    entries: lines.length,
    missing: refusals.filter((requestId) => !onRecord.has(requestId)),
    strange,
    broken: 'kind' in found ? [`entry ${String(found.sequence)} is ${found.kind}`] : [],
  };
}
