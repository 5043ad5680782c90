import { createHash } from 'node:crypto';

import { loadProtocols } from '../../protocols/load-protocols';
import type { Clause, Protocol, ProtocolSet } from '../../protocols/protocol';
import type { HubAddress } from '../hub/launch-hub';
import { AgreementsInForce } from './agreements-in-force';
import { type DeletionVerdict, isFor, judgeDeletion, reaches } from './judge-deletion';
import { type Asker, everyAsker, fieldOfCell, rootsWithData, type Survey, survey } from './survey';
import { type SurveyedField, type SurveyedGraph, surveyedGraph } from './surveyed-fields';

/**
 * How much is asked for each clause. `short`: the people to whom the clause speaks and two others by lot, in the lists
 * of which the clause speaks and some others by lot. `long`: all people, in all lists that any clause opens to them,
 * after they were asked once for every list that there is.
 */
export type DeletionForm = 'short' | 'long';

/** The records that are read of each list. */
const PAGE = { short: 30, long: 50 } as const satisfies Record<DeletionForm, number>;
const OTHER_PEOPLE = 2;
const OTHER_LISTS = 4;
/** The people who ask at once, for a hub on two cores. An embedded database answers one after the other anyway. */
const AT_ONCE = process.env.CONCORDAT_TEST_DATABASE === 'postgres' ? 3 : 1;

/** Clauses that open no list, which is all that is surveyed here; what their deletion takes, the named test shows. */
export const OPENING_NO_LIST: Readonly<Record<string, string>> = {
  'OVERSIGHT explanations-knowsley': 'test/acceptance/explain-access.test.ts',
  'OVERSIGHT explanations-the-hague': 'test/acceptance/explain-access.test.ts',
  'OVERSIGHT explanations-turin': 'test/acceptance/explain-access.test.ts',
  // Projects are no records, and none is seeded.
  'XJ-RESEARCH own-projects': 'test/research/research.test.ts',
  'XJ-RESEARCH projects-to-officers': 'test/research/research.test.ts',
  // Nobody is seeded with a hit or a grant across borders.
  ...Object.fromEntries(
    [
      ...['hit-knowsley-the-hague', 'hit-knowsley-turin', 'hit-the-hague-knowsley', 'hit-the-hague-turin'],
      ...['hit-eri-knowsley', 'hit-eri-the-hague', 'own-lookups', 'reviews'],
      ...['record-knowsley-the-hague', 'record-knowsley-turin', 'record-the-hague-knowsley', 'record-the-hague-turin'],
      ...['record-eri-knowsley', 'record-eri-the-hague'],
    ].map((clause) => [`XJ-LOOKUP ${clause}`, 'test/lookups/cross-border.test.ts']),
  ),
};

/** Every clause that can permit, each with its agreement: one that awaits its machinery permits nothing to lose. */
export function clausesIn({
  protocols,
}: Pick<ProtocolSet, 'protocols'>): readonly { readonly protocol: Protocol; readonly clause: Clause }[] {
  return protocols.flatMap((protocol) =>
    protocol.clauses.filter(({ awaits }) => awaits === undefined).map((clause) => ({ protocol, clause })),
  );
}

/** A running hub from which one clause at a time can be taken, and everybody who can ask it. */
export class ClauseDeletions {
  private readonly graph = surveyedGraph();
  private readonly agreements: AgreementsInForce;
  /** What everybody is shown under the whole agreements. */
  private readonly before = new Map<Asker, Survey>();

  private constructor(
    private readonly hub: HubAddress,
    private readonly seed: string,
    private readonly form: DeletionForm,
    readonly shipped: ProtocolSet,
    readonly askers: readonly Asker[],
  ) {
    this.agreements = new AgreementsInForce(hub, shipped);
  }

  /**
   * Asks everybody what they are shown before anything is removed.
   * @param removed what will be removed, so that nobody is asked who will not be asked about any of it; else everything
   */
  static async prepare(
    hub: HubAddress,
    seed: string,
    form: DeletionForm,
    removed?: readonly { readonly protocol: Protocol; readonly clause: Clause }[],
  ): Promise<ClauseDeletions> {
    const shipped = loadProtocols(hub.protocolsFolder, { synthetic: true });
    const deletions = new ClauseDeletions(hub, seed, form, shipped, await everyAsker(hub, shipped));
    // Whatever was in force before, from now on it is what the folder says.
    await deletions.restore();
    const asked = removed?.flatMap(({ protocol, clause }) => deletions.askersAbout(protocol, clause));
    await forEachAtOnce([...new Set(asked ?? deletions.askers)], async (asker) => {
      const roots = form === 'long' ? undefined : rootsOpenTo(deletions.graph, shipped, asker);
      deletions.before.set(asker, await survey(hub, deletions.graph, asker, PAGE[form], roots));
    });
    return deletions;
  }

  /** Removes one clause and asks again; what was removed before is back. */
  async remove(protocol: Protocol, clause: Clause): Promise<readonly DeletionVerdict[]> {
    const without = await this.agreements.without(protocol, clause);
    const lot = lotOf(this.seed, protocol, clause);
    const verdicts: DeletionVerdict[] = [];
    await forEachAtOnce(this.askersAbout(protocol, clause), async (asker) => {
      const shown = this.before.get(asker);
      if (shown === undefined) throw new Error(`${asker.name} was not asked before ${lot} was removed.`);
      const roots =
        this.form === 'long'
          ? rootsOpenTo(this.graph, this.shipped, asker)
          : chooseRoots(this.graph, shown, isFor(clause, asker) ? clause : undefined, `${lot} ${asker.name}`);
      const after = await survey(this.hub, this.graph, asker, PAGE[this.form], roots);
      const compared = this.form === 'long' ? shown : within(this.graph, shown, roots);
      verdicts.push(judgeDeletion(this.graph, clause, without, asker, compared, after));
    });
    return verdicts;
  }

  /** Puts the whole agreements in force again. */
  async restore(): Promise<void> {
    await this.agreements.restore();
  }

  private askersAbout(protocol: Protocol, clause: Clause): readonly Asker[] {
    return this.form === 'long' ? this.askers : chooseAskers(this.askers, clause, lotOf(this.seed, protocol, clause));
  }
}

/** The lists of which the wording of any clause speaks to this asker. */
function rootsOpenTo(graph: SurveyedGraph, { protocols }: ProtocolSet, asker: Asker): ReadonlySet<string> {
  const clauses = clausesIn({ protocols }).flatMap(({ clause }) => (isFor(clause, asker) ? [clause] : []));
  const isOpen = ({ root }: SurveyedField): boolean => {
    const field = graph.permissionMap.fields.get(`Query.${root}`);
    return field !== undefined && (field.category === 'GOVERNANCE' || clauses.some((clause) => reaches(clause, field)));
  };
  return new Set(graph.fields.filter(isOpen).map(({ root }) => root));
}

function lotOf(seed: string, protocol: Protocol, clause: Clause): string {
  return `${seed} ${protocol.id} ${clause.id}`;
}

function chooseAskers(askers: readonly Asker[], clause: Clause, lot: string): readonly Asker[] {
  const others = byLot(
    askers.filter((asker) => !isFor(clause, asker)),
    lot,
    ({ name }) => name,
  );
  return [...askers.filter((asker) => isFor(clause, asker)), ...others.slice(0, OTHER_PEOPLE)];
}

/** Of the lists that showed something, those of which the clause speaks, and a few others. */
function chooseRoots(
  graph: SurveyedGraph,
  shown: Survey,
  clause: Clause | undefined,
  lot: string,
): ReadonlySet<string> {
  const { fields } = graph.permissionMap;
  const concerned = new Set(
    graph.fields
      .filter(({ coordinates }) =>
        coordinates.some((coordinate) => {
          const field = fields.get(coordinate);
          return clause !== undefined && field !== undefined && reaches(clause, field);
        }),
      )
      .map(({ root }) => root),
  );
  const withData = [...rootsWithData(graph, shown)];
  const others = byLot(
    withData.filter((root) => !concerned.has(root)),
    lot,
    (root) => root,
  );
  return new Set([...withData.filter((root) => concerned.has(root)), ...others.slice(0, OTHER_LISTS)]);
}

/** The part of a survey that stands in the given lists. */
function within(graph: SurveyedGraph, shown: Survey, roots: ReadonlySet<string>): Survey {
  const cells = [...shown.cells].filter(([cell]) => roots.has(graph.fields[fieldOfCell(cell)]?.root ?? ''));
  return { ...shown, cells: new Map(cells) };
}

/** In an order that the seed alone decides. */
function byLot<T>(items: readonly T[], lot: string, nameOf: (item: T) => string): readonly T[] {
  const drawn = (item: T): string =>
    createHash('sha256')
      .update(`${lot} ${nameOf(item)}`)
      .digest('hex');
  return [...items].sort((one, other) => (drawn(one) < drawn(other) ? -1 : 1));
}

async function forEachAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
    }),
  );
}
