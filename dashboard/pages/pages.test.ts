// Every page is rendered, in every language, from made-up answers: no template shows what its model does not have, and
// whatever the graph answers is shown as text.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Request, Response } from 'express';
import {
  buildASTSchema,
  executeSync,
  getNamedType,
  type GraphQLFieldResolver,
  isEnumType,
  isListType,
  isNonNullType,
  parse,
} from 'graphql';
import { readAnswer } from '../graph/graph-answer';
import { createRender } from '../server/render';
import { createSendPage } from '../server/send-page';
import { readDashboardConfiguration } from '../configuration';
import type { Errand } from '../sign-in/errand';
import type { SignedInPerson } from '../sign-in/person';
import { LANGUAGES } from '../words/languages';
import { wordsOf } from '../words/words';
import { NothingThere, type PersonalVisit } from './page';
import { PAGES } from './pages';

const MARKER = '<script>alert("a name")</script>';
const ROOT = path.resolve(__dirname, '../..');
const schema = buildASTSchema(parse(readFileSync(path.join(ROOT, 'schema/supergraph.graphql'), 'utf8')), {
  assumeValid: true,
});

/** Something of each type; free text is what an attacker would have recorded. */
const somethingOf: GraphQLFieldResolver<unknown, unknown> = (_source, _arguments, _context, info) => {
  const nullable = isNonNullType(info.returnType) ? info.returnType.ofType : info.returnType;
  const type = getNamedType(info.returnType);
  const one = isEnumType(type) ? type.getValues()[0]?.value : (SCALARS[type.name]?.(info.fieldName) ?? {});
  return isListType(nullable) ? [one, one] : one;
};
const SCALARS: Readonly<Record<string, (field: string) => unknown>> = {
  String: (field) => {
    if (field === 'coordinate') return 'Query.nominals';
    if (field === 'category') return 'HEALTH';
    if (field === 'level') return 'BAND';
    return field === 'facets' ? 'NAME' : MARKER;
  },
  ID: () => 'kn-1',
  Int: () => 3,
  Float: () => 2.5,
  Boolean: () => true,
  LocalDate: () => '2014-09-04',
  DateTimeISO: () => '2014-09-04T10:00:00Z',
};

type Answering = 'everything' | 'nothing' | 'owner down';

const person: SignedInPerson = {
  ...{ pseudonym: 'nps.probation-officer', organisation: 'nps', role: 'probation-officer' },
  jurisdiction: 'UK',
  purposes: ['IOM_CASE_MANAGEMENT', 'CROSS_BORDER_CASE'],
};
const errand: Errand = { key: 'abc', purpose: 'IOM_CASE_MANAGEMENT' };
const acrossBorders: Errand = {
  key: 'abc',
  purpose: 'CROSS_BORDER_CASE',
  caseReference: 'kn-1',
  justification: MARKER,
};
const errandOf = ({ path: address }: (typeof PAGES)[number]): Errand =>
  /^\/(lookup|requests)/.test(address) ? acrossBorders : errand;
const send = createSendPage(readDashboardConfiguration({}), createRender({ throwOnUndefined: true }), {
  addressOf: (name) => `/assets/${name}`,
  serve: () => undefined,
});

async function rendered(
  page: (typeof PAGES)[number],
  language: (typeof LANGUAGES)[number],
  answering: Answering,
  isSignedIn: boolean,
): Promise<string> {
  const words = wordsOf(language);
  const href = (address: string): string => (isSignedIn ? `/p/abc${address}` : address);
  const visit = {
    ...{ words, href, params: { id: 'kn-1' }, query: new URLSearchParams() },
    person: isSignedIn ? person : undefined,
    errand: isSignedIn ? errandOf(page) : undefined,
    readiness: async () => ({ answers: true, ready: false, missing: ['eri'], protocols: 'abc' }),
    ask: async (query: string, variables: Readonly<Record<string, unknown>> = {}) => {
      if (answering === 'nothing') return readAnswer({ data: {}, errors: [] });
      if (answering === 'owner down') {
        const down = { message: 'down', path: ['person', 'nominal'], extensions: { code: 'SOURCE_UNAVAILABLE' } };
        return readAnswer({ data: { person: { nominal: null } }, errors: [down] });
      }
      const { data } = executeSync({
        schema,
        document: parse(query),
        rootValue: {},
        variableValues: { id: 'kn-1', type: 'Nominal', first: 20, ...variables },
        fieldResolver: somethingOf,
      });
      return readAnswer({ data: data ?? {}, errors: [] });
    },
  } as PersonalVisit;
  let sent = '';
  const response = {
    locals: { nonce: 'abc' },
    status: () => response,
    set: () => response,
    end: (bytes: Buffer) => (sent = bytes.toString('utf8')),
  };
  const request = {
    ...{ method: 'GET', originalUrl: '/cohort?list=nominals', session: {} },
    acceptsEncodings: () => false,
  };
  send(
    request as unknown as Request,
    response as unknown as Response,
    { ...visit, signedInUntil: isSignedIn ? new Date() : undefined },
    await page.show(visit),
  );
  return sent;
}

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(PAGES.map((page) => [page.path, page] as const))(
    'shows %s, whatever was recorded, as text',
    async (_, page) => {
      const html = await rendered(page, language, 'everything', true);
      expect(html).toContain('<main');
      expect(html).not.toContain(MARKER);
      expect(html).not.toContain('[object Object]');
    },
  );

  it.each(PAGES.filter(({ isFor }) => isFor === 'anybody').map((page) => [page.path, page] as const))(
    'shows %s to nobody in particular, and when the graph has nothing to say',
    async (_, page) => {
      for (const answering of ['everything', 'nothing'] as const) {
        const html = await rendered(page, language, answering, false).catch((error: unknown) => {
          if (error instanceof NothingThere) return '<main';
          throw error;
        });
        expect(html).toContain('<main');
        expect(html).not.toContain('strip__who');
      }
    },
  );

  it('keeps a case file when an owner is down, and says which part cannot be had', async () => {
    const page = PAGES.find((one) => one.path === '/people/:id');
    if (page === undefined) throw new Error('There is no case file.');
    expect(await rendered(page, language, 'owner down', true)).toContain('data-state="unavailable"');
  });
});
