// Every question that the dashboard asks fits the graph of today: a field that goes, or is renamed, is found here.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildASTSchema, type DocumentNode, type GraphQLSchema, Kind, parse, validate, visit } from 'graphql';
import { CASE_FILE_QUERY } from '../pages/case-file/case-file.query';
import { FILE_SECTIONS } from '../pages/case-file/sections';
import { sharedQuery, typesOf } from '../pages/case-file/show-what-is-shared';
import { listQuery, OPEN_FIELDS_QUERY, OPEN_LISTS_QUERY, TARGETS_QUERY } from '../pages/cohort/cohort.query';
import { PEOPLE_LISTS } from '../pages/cohort/lists';
import { disclosuresQuery, LEDGERS } from '../pages/disclosures/disclosures.query';
import { FIGURES_QUERY } from '../pages/home/show-home';
import { lookUpQuery, OPEN_TARGETS_QUERY, RELEASE_QUERY, REQUEST_QUERY } from '../pages/lookup/lookup.query';
import { isTarget, HIT_FIELDS, ownOwner } from '../pages/lookup/own-owner';
import { PROTOCOL_QUERY } from '../pages/protocols/show-protocol';
import { PROTOCOLS_QUERY } from '../pages/protocols/show-protocols';
import { MY_LOOKUPS_QUERY, requestsQuery, STEP_QUERIES, WAITING_QUERY } from '../pages/requests/requests.query';
import {
  DECIDE_MUTATION,
  DESCRIBE_QUERY,
  fileQuery,
  PROJECT_QUERY,
  PROJECTS_QUERY,
  PROPOSE_MUTATION,
  TABLE_QUERY,
} from '../pages/research/research.query';
import { wordsOf } from '../words/words';
import { LANGUAGES } from '../words/languages';
import { graphShape } from './graph-shape';
import { fieldLabel } from './present-cell';

/** The graph as its clients see it: without what only the hub's own processes may ask. */
function readApiSchema(): GraphQLSchema {
  const file = path.resolve(__dirname, '../../schema/supergraph.graphql');
  const supergraph = parse(readFileSync(file, 'utf8'), { noLocation: true });
  const isHidden = (directives: readonly { readonly name: { readonly value: string } }[] | undefined): boolean =>
    directives?.some(({ name }) => name.value === 'inaccessible') === true;
  const open: DocumentNode = visit(supergraph, {
    [Kind.FIELD_DEFINITION]: (field) => (isHidden(field.directives) ? null : undefined),
  });
  return buildASTSchema(open, { assumeValid: true });
}

const schema = readApiSchema();

const OWN_OWNERS = (['UK', 'NL', 'IT'] as const).flatMap((jurisdiction) => ownOwner(jurisdiction) ?? []);

const QUERIES: readonly (readonly [string, string])[] = [
  ['the case file', CASE_FILE_QUERY],
  ...FILE_SECTIONS.map((section) => [`what is shared of ${section.root}`, sharedQuery(typesOf(section))] as const),
  ['which lists are open', OPEN_LISTS_QUERY],
  ['which fields are open', OPEN_FIELDS_QUERY],
  ['targets', TARGETS_QUERY],
  ['published figures', FIGURES_QUERY],
  ['protocols', PROTOCOLS_QUERY],
  ['one protocol', PROTOCOL_QUERY],
  ['research projects', PROJECTS_QUERY],
  ['one research project', PROJECT_QUERY],
  ['a research table before it is given', DESCRIBE_QUERY],
  ['a research table', TABLE_QUERY],
  ['a research table as CSV', fileQuery('csv')],
  ['a research table as JSON', fileQuery('json')],
  ['a proposed project', PROPOSE_MUTATION],
  ['an answer to a project', DECIDE_MUTATION],
  ...LEDGERS.map((ledger) => [`the log of ${ledger}`, disclosuresQuery(ledger)] as const),
  ...PEOPLE_LISTS.map((list) => [`the list ${list.field}`, listQuery(list)] as const),
  ['where somebody may ask', OPEN_TARGETS_QUERY],
  ...OWN_OWNERS.flatMap((own) => [
    [`a lookup from ${own.target}`, lookUpQuery(own, Object.keys(HIT_FIELDS).filter(isTarget))] as const,
    [`what waits at ${own.target}`, requestsQuery(own)] as const,
  ]),
  ['the requests of somebody who works with no owner', requestsQuery(undefined)],
  ['a release', RELEASE_QUERY],
  ['a request', REQUEST_QUERY],
  ['the own lookups', MY_LOOKUPS_QUERY],
  ['how much waits', WAITING_QUERY],
  ...Object.entries(STEP_QUERIES).map(([name, query]) => [`the step ${name}`, query] as const),
];

it.each(QUERIES)('asks for %s as the graph has it', (_, query) => {
  expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
});

it('would find a field that the graph does not have', () => {
  expect(validate(schema, parse('{ person(id: "a") { shoeSize } }'))).toHaveLength(1);
});

it.each(PEOPLE_LISTS.map((list) => [list.field, list] as const))(
  'narrows and orders the list %s by what its inputs have',
  (_, { type, filters, sorts }) => {
    const inputs = (name: string) => {
      const input = schema.getType(name);
      return input !== undefined && 'getFields' in input ? Object.keys(input.getFields()) : [];
    };
    expect(inputs(`${type}Filter`)).toEqual(expect.arrayContaining([...filters]));
    expect(inputs(`${type}Order`)).toEqual(expect.arrayContaining([...sorts]));
    for (const field of filters) expect(graphShape().kindOf(type, field).is).toBe('code');
  },
);

it.each(LANGUAGES)('has a name in %s for every field and list that it shows', (language) => {
  const words = wordsOf(language);
  for (const { root, type, facts, lists } of FILE_SECTIONS) {
    expect(words.say(`files.${root}`)).not.toBe('');
    for (const field of facts) expect(fieldLabel(words, type, field)).not.toBe('');
    for (const { field, shows } of lists) {
      expect(words.say(`lists.${field}`)).not.toBe('');
      for (const shown of shows) expect(fieldLabel(words, graphShape().typeBehind(type, field), shown)).not.toBe('');
    }
  }
  for (const { field, type, columns } of PEOPLE_LISTS) {
    expect(words.say(`lists.${field}`)).not.toBe('');
    for (const column of columns) expect(fieldLabel(words, type, column)).not.toBe('');
  }
});
