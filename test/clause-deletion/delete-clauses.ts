import { createHash } from 'node:crypto';

import { loadProtocols } from '../../protocols/load-protocols';
import type { Clause, Protocol, ProtocolSet } from '../../protocols/protocol';
import type { HubAddress } from '../hub/launch-hub';
import { AgreementsInForce } from './agreements-in-force';
import { type DeletionVerdict, isFor, judgeDeletion } from './judge-deletion';
import { type Asker, everyAsker, rootsWithData, type Survey, survey } from './survey';
import { type SurveyedGraph, surveyedGraph } from './surveyed-fields';

/** Everything that the removal of a clause is compared with. */
export interface ClauseDeletions {
  readonly shipped: ProtocolSet;
  readonly askers: readonly Asker[];
  /** What everybody is shown under the whole agreements. */
  readonly before: ReadonlyMap<Asker, Survey>;
  /**
   * Removes one clause and asks again. `recipients`: the people to whom the clause speaks and two others by lot, in
   * the lists that showed them something; `everybody`: all people, in all lists.
   */
  remove(protocol: Protocol, clause: Clause, asks: 'recipients' | 'everybody'): Promise<readonly DeletionVerdict[]>;
  restore(): Promise<unknown>;
}

/** Every clause of the agreements in a folder, each with the agreement in which it stands. */
export function clausesIn({ protocols }: ProtocolSet): readonly { readonly protocol: Protocol; readonly clause: Clause }[] {
  return protocols.flatMap((protocol) => protocol.clauses.map((clause) => ({ protocol, clause })));
}

const CONTROLS = 2;
/** The people in a hub of two cores who ask at once. */
const AT_ONCE = 3;

export async function prepareDeletions(hub: HubAddress, seed: string): Promise<ClauseDeletions> {
  const graph = surveyedGraph();
  const shipped = loadProtocols(hub.protocolsFolder, { synthetic: true });
  const agreements = new AgreementsInForce(hub);
  const askers = await everyAsker(hub, shipped);
  const before = new Map<Asker, Survey>();
  await forEachAtOnce(askers, async (asker) => {
    before.set(asker, await survey(hub, graph, asker));
  });
  const roots = new Map([...before].map(([asker, shown]) => [asker, rootsWithData(graph, shown)]));
  return {
    shipped,
    askers,
    before,
    async remove(protocol, clause, asks) {
      const without = await agreements.without(protocol, clause);
      const chosen = asks === 'everybody' ? askers : chooseAskers(askers, clause, `${seed} ${protocol.id} ${clause.id}`);
      const verdicts: DeletionVerdict[] = [];
      await forEachAtOnce(chosen, async (asker) => {
        const shown = before.get(asker);
        if (shown === undefined) return;
        const after = await survey(hub, graph, asker, asks === 'everybody' ? undefined : roots.get(asker));
        verdicts.push(judgeDeletion(graph, clause, without, asker, shown, after));
      });
      return verdicts;
    },
    restore: () => agreements.restore(),
  };
}

function chooseAskers(askers: readonly Asker[], clause: Clause, lot: string): readonly Asker[] {
  const drawn = (asker: Asker): string => createHash('sha256').update(`${lot} ${asker.name}`).digest('hex');
  const others = askers.filter((asker) => !isFor(clause, asker)).sort((one, other) => (drawn(one) < drawn(other) ? -1 : 1));
  return [...askers.filter((asker) => isFor(clause, asker)), ...others.slice(0, CONTROLS)];
}

async function forEachAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
    }),
  );
}
