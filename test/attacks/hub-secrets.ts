import { readFileSync } from 'node:fs';
import path from 'node:path';

import { buildASTSchema, type GraphQLSchema, Kind, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

import { createDecider, type Decider } from '../../protocols/decide';
import { isOrganisation, ORGANISATIONS } from '../../schema/organisations';
import { OWNER_NAMES } from '../../schema/owners';
import type { Purpose } from '../../schema/purposes';
import { readPermissionMap } from '../../schema/read-permission-map';
import { shippedProtocols, truth, type TruthLine } from '../hub/hub';
import { ROOT } from '../hub/launch-hub';
import type { RecordedFetch } from '../hub/recording-proxy';

/** Who asks, for what. */
export interface Caller {
  readonly persona: string;
  readonly purpose: Purpose;
}

/** A seeded value that one caller is told, and another, who may know the person, is not. */
export interface Secret {
  readonly type: string;
  /** The denied field, with its selection where it is an object. */
  readonly field: string;
  readonly permittedField: string;
  readonly denied: Caller;
  readonly control: Caller;
  readonly id: string;
  readonly value: string;
  /** What only the denied field shows. */
  readonly marker: string;
  readonly deniedCoordinates: readonly string[];
  /** Ways from the root to the record; `§` stands for what is asked of it, `$id` for its id. */
  readonly ways: readonly string[];
}

const sdl = (name: string): string => readFileSync(path.join(ROOT, 'schema', name), 'utf8');
const map = readPermissionMap(sdl('supergraph.graphql'));
const schemas = new Map<string, GraphQLSchema>(
  OWNER_NAMES.map((owner) => [
    owner,
    buildASTSchema(parse(sdl(`subgraphs/${owner}.graphql`)), { assumeValid: true, assumeValidSDL: true }),
  ]),
);

/** The `Type.field` coordinates in what was sent to owners. */
export function coordinatesAsked(fetches: readonly RecordedFetch[]): ReadonlySet<string> {
  const coordinates = new Set<string>();
  for (const { owner, body } of fetches) {
    const schema = schemas.get(owner);
    if (schema === undefined) throw new Error(`${owner} is not an owner`);
    const { query } = JSON.parse(body) as { query: string };
    const types = new TypeInfo(schema);
    visit(
      parse(query),
      visitWithTypeInfo(types, {
        [Kind.FIELD]: ({ name }) => {
          const parent = types.getParentType();
          if (parent) coordinates.add(`${parent.name}.${name.value}`);
        },
      }),
    );
  }
  return coordinates;
}

let decide: Decider | undefined;

/** Those of the coordinates that every clause in force denies this caller, whoever the record is about. */
export function deniedAmong(coordinates: ReadonlySet<string>, { persona, purpose }: Caller): readonly string[] {
  decide ??= createDecider(shippedProtocols());
  const asked = decide;
  const [organisation = '', role = ''] = persona.replace(/-\d+$/, '').split('.');
  if (!isOrganisation(organisation)) throw new Error(`${persona} is of no organisation`);
  const right = { organisation, role, purpose, jurisdiction: ORGANISATIONS[organisation].jurisdiction };
  return [...coordinates].filter((coordinate) => {
    const field = map.fields.get(coordinate);
    return field !== undefined && asked(right, field, new Date()).kind === 'deny';
  });
}

/** `persona:PURPOSE`, as the truth names who is told a value. */
export const told = ({ persona, purpose }: Caller): string => `${persona}:${purpose}`;

/** Of one record: the value of a coordinate. */
function lines(coordinate: string): ReadonlyMap<string, TruthLine> {
  return new Map(
    truth()
      .filter((line) => line.coordinate === coordinate)
      .map((line) => [line.id, line]),
  );
}

/** A record whose `field` the control is told and whose `permittedField` the denied caller is told. */
function findRecord(type: string, field: string, permittedField: string, denied: Caller, control: Caller): TruthLine {
  const permitted = lines(`${type}.${permittedField}`);
  const found = [...lines(`${type}.${field}`).values()].find(
    (line) =>
      typeof line.value === 'string' &&
      line.visibleTo.includes(told(control)) &&
      !line.visibleTo.includes(told(denied)) &&
      permitted.get(line.id)?.visibleTo.includes(told(denied)) === true,
  );
  if (found === undefined) {
    throw new Error(`No ${type} is known to ${told(denied)} whose ${field} only ${told(control)} is told`);
  }
  return found;
}

function secret(
  type: string,
  field: string,
  permittedField: string,
  denied: Caller,
  control: Caller,
  ways: readonly string[],
): Secret {
  const record = findRecord(type, field, permittedField, denied, control);
  const value = String(record.value);
  return {
    type,
    field,
    permittedField,
    denied,
    control,
    ways,
    value,
    id: record.id,
    marker: JSON.stringify(value),
    deniedCoordinates: [`${type}.${field}`],
  };
}

/** One secret of each owner of people. */
export function hubSecrets(): readonly Secret[] {
  return [
    secret(
      'Nominal',
      'name',
      'givenName',
      { persona: 'mals.mentor', purpose: 'MENTORING_SUPPORT' },
      { persona: 'merseyside-police.officer', purpose: 'IOM_CASE_MANAGEMENT' },
      [
        'nominal(id: $id) { § }',
        'person(id: $id) { nominal { § } }',
        'nominals(filter: { id: { equals: $id } }) { edges { node { § } } }',
      ],
    ),
    secret(
      'Participant',
      'name',
      'givenName',
      { persona: 'eri.mentor', purpose: 'OWN_CASE_WORK' },
      { persona: 'eri.staff', purpose: 'OWN_CASE_WORK' },
      [
        'participant(id: $id) { § }',
        'person(id: $id) { participant { § } }',
        'participants(filter: { id: { in: [$id] } }) { edges { node { § } } }',
      ],
    ),
    secret(
      'Client',
      'birthPlace',
      'givenName',
      { persona: 'politie-haaglanden.officer', purpose: 'OWN_CASE_WORK' },
      { persona: 'safety-house.process-manager', purpose: 'OWN_CASE_WORK' },
      [
        'client(id: $id) { § }',
        'person(id: $id) { safetyHouseClient { § } }',
        'clients(filter: { id: { equals: $id } }) { edges { node { § } } }',
      ],
    ),
  ];
}
