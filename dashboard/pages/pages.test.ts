// Every page is rendered, in every language, from made-up answers: no template shows what its model does not have, and
// whatever the graph answers is shown as text.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Request, Response } from 'express';
import {
  buildASTSchema,
  type DocumentNode,
  executeSync,
  getNamedType,
  type GraphQLFieldResolver,
  isEnumType,
  isListType,
  isNonNullType,
  Kind,
  parse,
} from 'graphql';
import { type GraphAnswer, readAnswer } from '../graph/graph-answer';
import { createRender } from '../server/render';
import { createSendPage } from '../server/send-page';
import { readDashboardConfiguration } from '../configuration';
import type { Errand } from '../sign-in/errand';
import type { SignedInPerson } from '../sign-in/person';
import { LANGUAGES } from '../words/languages';
import { wordsOf } from '../words/words';
import { type ActingVisit, type GoOn, NothingThere, type PageView, type PersonalVisit } from './page';
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
  // A project in which one may ask for tables.
  const code = type.name === 'ResearchState' ? 'APPROVED' : undefined;
  const one = isEnumType(type) ? (code ?? type.getValues()[0]?.value) : (SCALARS[type.name]?.(info.fieldName) ?? {});
  return isListType(nullable) ? [one, one] : one;
};
const SCALARS: Readonly<Record<string, (field: string) => unknown>> = {
  String: (field) => {
    if (field === 'coordinate') return 'Query.nominals';
    if (field === 'category') return 'HEALTH';
    if (field === 'level') return 'BAND';
    if (field === 'people') return 'nps.probation-officer';
    return field === 'facets' ? 'NAME' : MARKER;
  },
  ID: () => 'kn-1',
  Int: () => 3,
  Float: () => 2.5,
  Boolean: () => true,
  LocalDate: () => '2014-09-04',
  DateTimeISO: () => '2014-09-04T10:00:00Z',
};

type Answering = 'everything' | 'nothing' | 'owner down' | 'refused' | 'withheld';

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

/** What stands in the address where that shows more of a page. */
const QUERIES: Readonly<Record<string, string>> = {
  '/research': 'done=proposed',
  '/research/approvals': 'done=APPROVED',
  '/research/:id': 'measure=COUNT&scope=ALL&by=SEX&only.AGE_BAND=FROM_50&mixed=yes',
  '/research/:id/table': 'measure=REOFFENDING_RATE_12M&scope=ALL&by=JURISDICTION',
  '/disclosures': 'from=2026-01-01&outcome=WITHHELD&after=a-cursor',
};

async function rendered(
  page: (typeof PAGES)[number],
  language: (typeof LANGUAGES)[number],
  answering: Answering,
  isSignedIn: boolean,
  show: (visit: PersonalVisit) => Promise<PageView | GoOn> = (visit) => page.show(visit),
): Promise<string> {
  const words = wordsOf(language);
  const href = (address: string): string => (isSignedIn ? `/p/abc${address}` : address);
  const visit = {
    ...{ words, href, params: { id: 'kn-1' }, query: new URLSearchParams(QUERIES[page.path] ?? '') },
    person: isSignedIn ? person : undefined,
    errand: isSignedIn ? errandOf(page) : undefined,
    readiness: async () => ({ answers: true, ready: false, missing: ['eri'], protocols: 'abc' }),
    ask: async (query: string, variables: Readonly<Record<string, unknown>> = {}) => {
      if (answering === 'nothing') return readAnswer({ data: {}, errors: [] });
      if (answering === 'owner down') {
        const down = { message: 'down', path: ['person', 'nominal'], extensions: { code: 'SOURCE_UNAVAILABLE' } };
        return readAnswer({ data: { person: { nominal: null } }, errors: [down] });
      }
      const document = parse(query);
      if (answering === 'refused' || answering === 'withheld') return refusedAnswer(document, answering);
      const { data } = executeSync({
        schema,
        document,
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
    await shown(show(visit)),
  );
  return sent;
}

/** Somebody who sends this form, in the errand that they have. */
function sending(visit: PersonalVisit, form: ActingVisit['form']): ActingVisit {
  return { ...visit, form, begin: () => Promise.reject(new Error('No errand is begun.')), keep: () => undefined };
}

async function shown(view: Promise<PageView | GoOn>): Promise<PageView> {
  const what = await view;
  if ('goOn' in what) throw new Error(`It goes on to ${what.goOn}.`);
  return what;
}

/** An answer in which every root field is refused. */
function refusedAnswer(document: DocumentNode, how: 'refused' | 'withheld'): GraphAnswer {
  const [operation] = document.definitions;
  const fields =
    operation?.kind === Kind.OPERATION_DEFINITION
      ? operation.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []))
      : [];
  const extensions =
    how === 'refused'
      ? { code: 'BAD_INPUT' }
      : {
          ...{ code: 'WITHHELD_BY_PROTOCOL', protocol: 'XJ-RESEARCH', version: '1.0.0', clause: 'residual' },
          ...{ category: 'AUDIT', level: 'FULL', coordinate: 'Query.researchProjects', requestable: false },
        };
  return readAnswer({
    data: Object.fromEntries(fields.map((field) => [field, null])),
    errors: fields.map((field) => ({ message: MARKER, path: [field], extensions })),
  });
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

  const pageAt = (address: string) => {
    const page = PAGES.find((one) => one.path === address);
    if (page?.isFor !== 'signed-in') throw new Error(`There is no page ${address} for those who are signed in.`);
    return page;
  };

  it.each(
    PAGES.filter(({ path: of }) => of.startsWith('/research') || of === '/disclosures').map((page) => [page.path]),
  )('says why there is nothing to show at %s where it is refused, in words', async (address) => {
    for (const answering of ['refused', 'withheld'] as const) {
      const html = await rendered(pageAt(address), language, answering, true);
      expect(html).toContain('<main');
      expect(html).not.toContain(MARKER);
      if (answering === 'withheld' && address !== '/research/propose') expect(html).toContain('#residual');
    }
  });

  it.each([
    ['/research/:id', 'id="give"'],
    ['/research/:id', 'name="by"'],
    ['/research/:id/table', '<rect '],
    ['/research/:id/table', 'data-status="PUBLISHED"'],
    ['/research/approvals', 'value="REFUSED"'],
    ['/disclosures', 'data-outcome="DISCLOSED"'],
  ])('shows all parts of %s: %s', async (address, part) => {
    expect(await rendered(pageAt(address), language, 'everything', true)).toContain(part);
  });

  it('keeps what was typed in a proposal that is refused, and says why', async () => {
    const page = pageAt('/research/propose');
    const form = { name: MARKER, question: 'Why?', dimensions: 'SEX', tables: 'many' };
    for (const answering of ['refused', 'withheld'] as const) {
      const html = await rendered(page, language, answering, true, (visit) => page.act!(sending(visit, form)));
      expect(html).toContain('role="alert"');
      expect(html).toContain('&lt;script&gt;');
      expect(html).not.toContain(MARKER);
      expect(html).toMatch(/value="SEX" checked/);
    }
  });

  it('asks an officer once more before an answer, and says what is refused', async () => {
    const page = pageAt('/research/approvals');
    const asked = { project: 'kn-1', answer: 'REFUSED' };
    const confirming = await rendered(page, language, 'everything', true, (visit) => page.act!(sending(visit, asked)));
    expect(confirming).toContain('name="confirmed" value="yes"');
    const confirmed = { project: 'kn-1', answer: 'REFUSED', confirmed: 'yes' };
    const refused = await rendered(page, language, 'refused', true, (visit) => page.act!(sending(visit, confirmed)));
    expect(refused).toContain('data-refusal="BAD_INPUT"');
    await expect(
      rendered(page, language, 'everything', true, (visit) => page.act!(sending(visit, confirmed))),
    ).rejects.toThrow('/research/approvals?done=REFUSED');
  });

  it('keeps a case file when an owner is down, and says which part cannot be had', async () => {
    const page = PAGES.find((one) => one.path === '/people/:id');
    if (page === undefined) throw new Error('There is no case file.');
    expect(await rendered(page, language, 'owner down', true)).toContain('data-state="unavailable"');
  });
});
