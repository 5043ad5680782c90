import { readFileSync } from 'node:fs';
import path from 'node:path';

import { JUSTIFIED } from '../hub/justified';
import { mintToken } from '../../development/mint-token';
import { type Persona, PERSONAS } from '../../development/personas';
import { purposesOf } from '../../protocols/decide';
import type { ProtocolSet } from '../../protocols/protocol';
import { allOrganisationRoles } from '../../schema/organisations';
import type { Purpose } from '../../schema/purposes';
import type { HubAddress } from '../hub/launch-hub';
import type { SurveyedField, SurveyedGraph } from './surveyed-fields';

/** Somebody who asks for a purpose, with the token to do so. */
export interface Asker {
  readonly name: string;
  readonly persona: Persona;
  readonly purpose: Purpose;
  readonly token: string;
}

/** What somebody is shown: every value by the field that it stands in and the id of its record. */
export interface Survey {
  /** `${number of the field} ${record id}` → the value as JSON. Null values are left out. */
  readonly cells: ReadonlyMap<string, string>;
  /** Lists of which only the first page was read. */
  readonly truncated: ReadonlySet<string>;
  /** Nothing was answered, since the purpose is no longer open to this role. */
  readonly refused: boolean;
}

// The lists of one operation share one session of the embedded engine, and must be read before the gateway gives up.
const FIELDS_IN_ONE_OPERATION = 300;
const ROOTS_IN_ONE_OPERATION = 8;

/** Everybody whom any agreement names, for each purpose: the personas, and one more person for a role without one. */
export async function everyAsker(hub: HubAddress, protocols: ProtocolSet): Promise<readonly Asker[]> {
  const keyFile = path.join(hub.dataFolder, 'keys/development-issuer.jwk.json');
  const key = JSON.parse(readFileSync(keyFile, 'utf8')) as Parameters<typeof mintToken>[1];
  const now = new Date();
  const people = allOrganisationRoles().flatMap(({ organisation, role }): readonly Persona[] => {
    const known = PERSONAS.filter((persona) => persona.organisation === organisation && persona.role === role);
    return known.length > 0 ? known : [{ persona: `${organisation}.${role}`, organisation, role }];
  });
  const askers = await Promise.all(
    people.map(async (persona) => {
      const { token } = await mintToken(persona, key, protocols, now);
      return purposesOf(protocols, persona.organisation, persona.role, now).map((purpose) => ({
        name: `${persona.persona} for ${purpose}`,
        persona,
        purpose,
        token,
      }));
    }),
  );
  return askers.flat();
}

/** Reads the first page, in the order of ids, of the given lists with all plain values, as this asker. */
export async function survey(
  hub: HubAddress,
  graph: SurveyedGraph,
  asker: Asker,
  page: number,
  roots?: ReadonlySet<string>,
): Promise<Survey> {
  const cells = new Map<string, string>();
  const truncated = new Set<string>();
  for (const operation of operationsOver(graph, page, roots)) {
    const data = await askOften(hub, asker, operation.query);
    if (data === 'refused') return { cells: new Map(), truncated: new Set(), refused: true };
    for (const [root, fields] of operation.fields) {
      const list = data[root];
      if (!list) continue;
      if (list.pageInfo.hasNextPage) truncated.add(root);
      for (const { node } of list.edges) {
        for (const { index, field } of fields) {
          const value = field.path.reduce<unknown>((held, name) => (held as SurveyedRecord | null)?.[name], node);
          if (value !== null && value !== undefined) cells.set(`${String(index)} ${node.id}`, JSON.stringify(value));
        }
      }
    }
  }
  return { cells, truncated, refused: false };
}

/** A busy machine may make an owner or its ledger late, which is no refusal: asked again, it answers. */
const LATE = new Set(['SOURCE_UNAVAILABLE', 'TIMED_OUT', 'LEDGER_UNAVAILABLE']);
const ATTEMPTS = 8;
const PAUSE_MS = 500;

async function askOften(hub: HubAddress, asker: Asker, query: string): Promise<SurveyedLists | 'refused'> {
  let trouble = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // The owner may still be at work for the one that was given up.
    await new Promise((resolve) => setTimeout(resolve, attempt * PAUSE_MS));
    const request = fetch(`${hub.gatewayUrl}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${asker.token}`,
        'x-purpose': asker.purpose,
        ...JUSTIFIED,
      },
      body: JSON.stringify({ query }),
    });
    const reply = await request.catch((error: unknown) => {
      // A kept connection may be closed at the moment at which it is used again.
      trouble = String(error);
    });
    if (reply === undefined) continue;
    const { data, errors = [] } = (await reply.json()) as SurveyAnswer;
    const codes = new Map(errors.map(({ message, extensions }) => [extensions?.code ?? 'no code', message]));
    if (codes.has('PURPOSE_NOT_ALLOWED')) return 'refused';
    codes.delete('WITHHELD_BY_PROTOCOL');
    if (codes.size === 0 && data) return data;
    trouble = [...codes].map(([code, message]) => `${code}: ${message}`).join(' ') || `status ${String(reply.status)}`;
    if (![...codes.keys()].some((code) => LATE.has(code))) break;
  }
  throw new Error(`The survey of ${asker.name} failed: ${trouble}`);
}

/** The number of the field in which a cell stands. */
export function fieldOfCell(cell: string): number {
  return Number.parseInt(cell, 10);
}

/** The lists in which a survey found anything. */
export function rootsWithData(graph: SurveyedGraph, { cells }: Survey): ReadonlySet<string> {
  return new Set([...cells.keys()].map((cell) => graph.fields[fieldOfCell(cell)]?.root ?? ''));
}

interface SurveyedRecord {
  readonly id: string;
  readonly [field: string]: unknown;
}
interface SurveyedPage {
  readonly edges: readonly { readonly node: SurveyedRecord }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}
type SurveyedLists = Readonly<Record<string, SurveyedPage | null>>;
interface SurveyAnswer {
  readonly data?: SurveyedLists | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}
interface NumberedField {
  readonly index: number;
  readonly field: SurveyedField;
}
interface SurveyOperation {
  readonly query: string;
  readonly fields: ReadonlyMap<string, readonly NumberedField[]>;
}

const remembered = new WeakMap<SurveyedGraph, ReadonlyMap<string, readonly NumberedField[]>>();

function fieldsByRoot(graph: SurveyedGraph): ReadonlyMap<string, readonly NumberedField[]> {
  const known = remembered.get(graph);
  if (known !== undefined) return known;
  const byRoot = new Map<string, NumberedField[]>();
  graph.fields.forEach((field, index) => {
    byRoot.set(field.root, [...(byRoot.get(field.root) ?? []), { index, field }]);
  });
  remembered.set(graph, byRoot);
  return byRoot;
}

function operationsOver(
  graph: SurveyedGraph,
  page: number,
  roots: ReadonlySet<string> | undefined,
): readonly SurveyOperation[] {
  const operations: Map<string, readonly NumberedField[]>[] = [];
  let size = Infinity;
  for (const [root, fields] of fieldsByRoot(graph)) {
    if (roots !== undefined && !roots.has(root)) continue;
    let last = operations.at(-1);
    if (last === undefined || size + fields.length > FIELDS_IN_ONE_OPERATION || last.size === ROOTS_IN_ONE_OPERATION) {
      last = new Map<string, readonly NumberedField[]>();
      operations.push(last);
      size = 0;
    }
    last.set(root, fields);
    size += fields.length + 5;
  }
  return operations.map((fields) => ({
    fields,
    query: `{ ${[...fields].map((list) => listSelection(list, page)).join(' ')} }`,
  }));
}

function listSelection([root, fields]: readonly [string, readonly NumberedField[]], page: number): string {
  const values = fields.map(({ field }) =>
    field.selections.reduceRight((inner, step) => (inner === '' ? step : `${step} { ${inner} }`), ''),
  );
  return `${root}(first: ${String(page)}, orderBy: [{ id: ASC }]) { edges { node { id ${values.join(' ')} } } pageInfo { hasNextPage } }`;
}
