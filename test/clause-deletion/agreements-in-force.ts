import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { isMap, isSeq, parseDocument } from 'yaml';

import { protocolSet } from '../../protocols/load-protocols';
import type { Clause, Protocol, ProtocolSet } from '../../protocols/protocol';
import type { HubAddress } from '../hub/launch-hub';

const RELOADED_WITHIN_MS = 30_000;

/** Puts changed agreements in force in a running hub, as an operator does: by the files and a signal. */
export class AgreementsInForce {
  private changed: { readonly file: string; readonly text: string } | undefined;

  /** `whole` are the agreements as they stand in the hub's folder. */
  constructor(
    private readonly hub: HubAddress,
    private readonly whole: ProtocolSet,
  ) {}

  /** The agreements without one of their clauses, in force everywhere when this returns. */
  async without(protocol: Protocol, clause: Clause): Promise<ProtocolSet> {
    this.putBack();
    const file = path.join(this.hub.protocolsFolder, protocol.file);
    const text = readFileSync(file, 'utf8');
    const document = parseDocument(text);
    const clauses = document.get('clauses');
    if (!isSeq(clauses)) throw new Error(`${protocol.file} has no clauses.`);
    const index = clauses.items.findIndex((item) => isMap(item) && item.get('id') === clause.id);
    if (index < 0) throw new Error(`${protocol.file} has no clause ${clause.id}.`);
    clauses.delete(index);
    this.changed = { file, text };
    writeFileSync(file, document.toString({ lineWidth: 0 }));
    // Every service reads the files for itself: that all name the set by this version shows that nothing else changed.
    const clausesLeft = protocol.clauses.filter(({ id }) => id !== clause.id);
    return this.reload(
      protocolSet(
        this.whole.protocols.map((one) => (one.file === protocol.file ? { ...one, clauses: clausesLeft } : one)),
      ),
    );
  }

  /** The agreements as they were, in force everywhere when this returns. */
  async restore(): Promise<ProtocolSet> {
    this.putBack();
    return this.reload(this.whole);
  }

  private putBack(): void {
    if (this.changed !== undefined) writeFileSync(this.changed.file, this.changed.text);
    this.changed = undefined;
  }

  private async reload(set: ProtocolSet): Promise<ProtocolSet> {
    process.kill(this.hub.supervisorPid, 'SIGHUP');
    const deadline = Date.now() + RELOADED_WITHIN_MS;
    const waiting = new Set([this.hub.gatewayUrl, ...Object.values(this.hub.ownerUrls)]);
    while (waiting.size > 0) {
      if (Date.now() > deadline) throw new Error(`${[...waiting].join(', ')} did not put the agreements in force.`);
      await new Promise((resolve) => setTimeout(resolve, 25));
      for (const url of waiting) {
        if ((await protocolsAt(url)) === set.version) waiting.delete(url);
      }
    }
    return set;
  }
}

/** The set that a service has in force; undefined while it cannot say. */
async function protocolsAt(url: string): Promise<string | undefined> {
  try {
    const reply = await fetch(`${url}/readyz`);
    return ((await reply.json()) as { protocols?: string }).protocols;
  } catch {
    return undefined;
  }
}
