// The running hub, asked over HTTP as any researcher asks it.
import { setTimeout } from 'node:timers/promises';

import type { Jurisdiction3 } from '../../../disclosure-control/lattice';
import { OUTCOME_LEVEL } from '../../../disclosure-control/budget';
import type { Row } from '../../../subgraphs/exchange/research/publish-rows';
import { JUSTIFIED } from '../../hub/justified';
import { type HubAddress, runHubCommand } from '../../hub/launch-hub';
import { type Oracle, toldRow } from './oracle';

const RESEARCHER = 'ljmu.researcher';
const ATTEMPTS = 5;
const RESTS_MS = 2_000;

/** A project of its own at the hub. */
export interface HubProject extends Oracle {
  /** Ids of all tables that were told. */
  readonly told: ReadonlySet<string>;
  /** The tables that each owner says it gave. */
  ledger(): Promise<Readonly<Record<Jurisdiction3, readonly string[]>>>;
}

export class HubRefused extends Error {
  constructor(readonly code: string) {
    super(`The hub refused: ${code}`);
  }
}

interface Reply {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const TABLE = `query ($project: ID!, $groupBy: [Dimension!]!, $scope: Scope!, $where: [DimensionFilter!], $measure: Measure! = COUNT) {
  cohortStatistics(project: $project, groupBy: $groupBy, scope: $scope, where: $where, measure: $measure, acceptMixedDefinitions: true) {
    tableId cells { categories { dimension category } count rate } } }`;
const LEDGER = `query ($id: ID!) { researchProject(id: $id) { ledgers { jurisdiction tables { table } } } }`;

/** Asks a hub as a researcher does. */
export async function researcherAt(
  address: HubAddress,
): Promise<(query: string, variables: object) => Promise<Reply & { readonly text: string }>> {
  const token = (await runHubCommand(address, 'development/token', RESEARCHER)).trim();
  const headers = {
    'content-type': 'application/json',
    ...JUSTIFIED,
    authorization: `Bearer ${token}`,
    'x-purpose': 'EVALUATION_RESEARCH',
  };
  return async (query, variables) => {
    const body = JSON.stringify({ query, variables });
    const text = await (await fetch(`${address.gatewayUrl}/graphql`, { method: 'POST', headers, body })).text();
    return { ...(JSON.parse(text) as Reply), text };
  };
}

/** The id of a new project that everybody approved. */
export async function newProject(
  address: HubAddress,
  name: string,
  dimensions: readonly string[],
  tables = 25,
): Promise<string> {
  const named = ['--name', name, '--dimensions', dimensions.join(','), '--tables', String(tables)];
  const created = await runHubCommand(address, 'development/project', 'create', ...named, '--json');
  return (JSON.parse(created) as { projectId: string }).projectId;
}

/** @param dimensions all that the project may ask for */
export async function openHubProject(
  address: HubAddress,
  name: string,
  dimensions: readonly string[],
): Promise<HubProject> {
  const ask = await researcherAt(address);
  const projectId = await newProject(address, name, dimensions);
  const send = async (query: string, variables: object, left = ATTEMPTS): Promise<NonNullable<Reply['data']>> => {
    const { data, errors } = await ask(query, variables);
    // A busy machine: as the refusal says, it is asked again.
    if (left > 0 && errors?.[0]?.extensions.code === 'SOURCE_UNAVAILABLE') {
      await setTimeout(RESTS_MS);
      return send(query, variables, left - 1);
    }
    if (errors?.[0] !== undefined || !data) throw new HubRefused(errors?.[0]?.extensions.code ?? 'NO_DATA');
    return data;
  };
  const told = new Set<string>();
  return {
    told,
    variance: { own: OUTCOME_LEVEL.sigma ** 2, total: OUTCOME_LEVEL.totalSigma ** 2 },
    ask: async (asked) => {
      const { cohortStatistics } = await send(TABLE, { project: projectId, ...asked });
      const { tableId, cells } = cohortStatistics as { tableId: string; cells: readonly Row[] };
      told.add(tableId);
      return cells.map(toldRow);
    },
    ledger: async () => {
      const { researchProject } = await send(LEDGER, { id: projectId });
      const { ledgers } = researchProject as {
        ledgers: readonly { jurisdiction: Jurisdiction3; tables: readonly { table: string }[] }[];
      };
      return Object.fromEntries(
        ledgers.map(({ jurisdiction, tables }) => [jurisdiction, tables.map(({ table }) => table).sort()]),
      ) as Record<Jurisdiction3, string[]>;
    },
  };
}
