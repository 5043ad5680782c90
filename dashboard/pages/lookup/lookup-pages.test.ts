// The forms of lookups and requests, from made-up answers of the graph: what goes to the graph and nowhere else, what is
// said of a fault and where, and every state of the pages in every language.
import { GraphRefusal, GraphUnreachable } from '../../graph/ask-graph';
import { type GraphError, readAnswer } from '../../graph/graph-answer';
import { createRender } from '../../server/render';
import type { Form } from '../../server/form';
import { type Language, LANGUAGES } from '../../words/languages';
import { wordsOf } from '../../words/words';
import type { FormFault } from '../form-fields';
import type { ActingVisit, GoOn, PageView } from '../page';
import { actOnRequests, readStep } from '../requests/act-on-requests';
import { countWaiting } from '../requests/count-waiting';
import { showRequests } from '../requests/show-requests';
import type { KeptAnswer } from './kept-answer';
import { releaseIdentity, showAnswer } from './show-answer';
import { sendRequest, showRequest } from './show-request';
import { readSought, sendWho, showWho } from './show-who';
import { sendWhy, showWhy } from './show-why';

const SOUGHT = { givenName: 'Zebedee', familyName: 'Quillfeather', birthDay: '2', birthMonth: '3', birthYear: '1984' };
const OPEN = { KNOWSLEY: { count: 6 }, SAFETY_HOUSE: { count: 6 }, ERI: { count: 0 } };
const HIT = {
  band: 'PROBABLE',
  matchedOn: ['FAMILY_NAME', 'BIRTH_DATE'],
  handle: 'a-handle',
  release: 'sealed',
  expiresAt: '2026-01-01T10:15:00Z',
};
const render = createRender({ throwOnUndefined: true });

interface Trying {
  readonly visit: ActingVisit;
  readonly asked: { readonly query: string; readonly variables: unknown }[];
  readonly kept: () => KeptAnswer | undefined;
}
type Answers = (query: string) => { readonly data: Record<string, unknown>; readonly errors?: readonly GraphError[] };

function trying(
  options: {
    readonly form?: Form;
    readonly answers?: Answers;
    readonly language?: Language;
    readonly kept?: KeptAnswer;
    readonly query?: string;
    readonly purpose?: 'CROSS_BORDER_CASE' | 'IOM_CASE_MANAGEMENT';
    readonly refusedBy?: string;
  } = {},
): Trying {
  const {
    form = {},
    answers = (): ReturnType<Answers> => ({ data: OPEN }),
    language = 'en',
    purpose = 'CROSS_BORDER_CASE',
  } = options;
  const asked: { query: string; variables: unknown }[] = [];
  let kept = options.kept;
  const visit: ActingVisit = {
    words: wordsOf(language),
    person: {
      ...{ pseudonym: 'nps.probation-officer', organisation: 'nps', role: 'probation-officer', jurisdiction: 'UK' },
      purposes: ['CROSS_BORDER_CASE'],
    },
    errand: { key: 'abc', purpose, caseReference: 'kn-7', justification: 'Moved here from The Hague' },
    params: { id: 'l-1' },
    query: new URLSearchParams(options.query ?? ''),
    href: (address) => `/p/abc${address}`,
    readiness: async () => ({ answers: true, ready: true, missing: [], protocols: undefined }),
    ask: async (query, variables) => {
      asked.push({ query, variables });
      const { data, errors = [] } = answers(query);
      return readAnswer({ data, errors });
    },
    kept,
    form,
    begin: async () => (options.refusedBy === undefined ? { key: 'new' } : { refusedBy: options.refusedBy }),
    keep: (answer) => (kept = answer),
  };
  return { visit, asked, kept: () => kept };
}

const htmlOf = (page: PageView | GoOn, language: Language = 'en'): string => {
  if ('goOn' in page) throw new Error(`It went on to ${page.goOn}.`);
  return render(page.template, {
    ...page.model,
    ...{ title: page.title, words: wordsOf(language), href: (address: string) => address, nonce: '', language },
    ...{ languages: [], ways: [], isDemonstration: false, strip: null, here: '/', token: 't', timeOut: null },
    ...{ css: '', script: '', icon: '' },
  });
};
const faultsOf = (page: PageView | GoOn): readonly FormFault[] =>
  'goOn' in page ? [] : (page.model as { faults: readonly FormFault[] }).faults;
const badInput = (message: string): readonly GraphError[] => [
  { message, path: ['answer'], extensions: { code: 'BAD_INPUT' } },
];
const named = (page: PageView | GoOn): readonly string[] => faultsOf(page).map(({ field }) => field);

describe('why', () => {
  it('begins an errand for the case, and asks for case, reason and a word on having read', async () => {
    const form = { caseReference: 'kn-7', justification: 'Moved here from The Hague', understood: 'yes' };
    expect(await sendWhy(trying({ form }).visit)).toEqual({ goOn: '/p/new/lookup/who' });
    expect(named(await sendWhy(trying().visit))).toEqual(['caseReference', 'justification', 'understood']);
    const refused = await sendWhy(trying({ form, refusedBy: 'JUSTIFICATION_REQUIRED' }).visit);
    expect([refused, named(refused)]).toEqual([expect.objectContaining({ status: 422 }), ['justification']]);
  });

  it('takes no reason over that was given for another purpose', async () => {
    expect(htmlOf(await showWhy(trying({ purpose: 'IOM_CASE_MANAGEMENT' }).visit))).not.toContain('The Hague');
  });
});

describe('who', () => {
  it('sends whom somebody looks for to the graph alone, and keeps what was answered', async () => {
    const { visit, asked, kept } = trying({
      form: { ...SOUGHT, aliases: 'Zeb\r\n\r\nQuill', targets: 'SAFETY_HOUSE' },
      answers: (query) =>
        query.includes('mutation')
          ? { data: { answer: { askedAt: '2026-01-01T10:00:00Z', safetyHouse: HIT } } }
          : { data: OPEN },
    });
    const went = await sendWho(visit);
    expect(went).toEqual({ goOn: '/p/abc/lookup/answer' });
    const [, { query, variables } = { query: '', variables: {} }] = asked;
    expect(variables).toEqual({
      input: {
        targets: ['SAFETY_HOUSE'],
        person: {
          ...{ givenName: 'Zebedee', familyName: 'Quillfeather', aliases: ['Zeb', 'Quill'], birthDate: '1984-03-02' },
        },
      },
    });
    expect(query).not.toMatch(/eri|Quill/);
    expect(kept()?.outcomes).toEqual([{ target: 'SAFETY_HOUSE', is: 'hit', hit: HIT }]);
    expect(JSON.stringify([went, kept()])).not.toMatch(/Zebedee|Quill|1984/);
  });

  it('offers the owners of which the agreements let a hit be told, and not the own one', async () => {
    const html = htmlOf(await showWho(trying().visit));
    expect(html).toContain('value="SAFETY_HOUSE"');
    expect(html).not.toMatch(/value="(KNOWSLEY|ERI)"/);
    expect(htmlOf(await showWho(trying({ answers: () => ({ data: {} }) }).visit))).not.toContain('name="givenName"');
  });

  it.each([
    [{ birthYear: '1985' }, { birthDate: '1985' }],
    [{ birthMonth: '3', birthYear: '1985' }, { birthDate: '1985-03' }],
    [{ birthDay: '2', birthMonth: '3' }, { birthDate: '-03-02' }],
    [{ birthDay: '2', birthYear: '1985' }, { birthDate: '1985-00-02' }],
    [{ givenName: '  Ann   Mary ' }, { givenName: 'Ann Mary' }],
  ])('reads %j', (form, person) => {
    expect(readSought(form)).toEqual(person);
  });

  it.each([
    [{ targets: 'SAFETY_HOUSE', familyName: 'Quillfeather' }, ['givenName']],
    [{ targets: 'SAFETY_HOUSE', birthYear: '1985', birthPlace: 'Goch' }, ['givenName']],
    [{ ...SOUGHT, birthYear: '' }, ['birthDay', 'targets']],
    [{ ...SOUGHT, targets: 'ERI' }, ['targets']],
  ])('says what is missing in %j, and asks nobody', async (form, fields) => {
    const { visit, asked } = trying({ form });
    expect(named(await sendWho(visit))).toEqual(fields);
    expect(asked.some(({ query }) => query.includes('mutation'))).toBe(false);
  });

  it.each([
    ['"birthDate" "1984-03-02" lies in the future', 'birthDay', 'There is no such date of birth'],
    ['"familyName" holds no letter', 'familyName', 'family name cannot be used'],
    ['x-case-reference names no open case of yours here', 'case', 'no open case of yours'],
    ['Something else altogether', 'look-up', 'did not take this step'],
  ])('says %s at its field, keeps the form, and shows no message of the graph', async (message, field, text) => {
    const answers: Answers = (query) =>
      query.includes('mutation') ? { data: { answer: null }, errors: badInput(message) } : { data: OPEN };
    const page = await sendWho(trying({ form: { ...SOUGHT, targets: 'SAFETY_HOUSE' }, answers }).visit);
    expect([page, named(page)]).toEqual([expect.objectContaining({ status: 422 }), [field]]);
    const html = htmlOf(page);
    expect(html).toContain(`href="#${field}"`);
    expect(html).toContain(`id="${field}"`);
    expect(html).toContain(text);
    expect(html).toContain('value="Quillfeather"');
    expect(html).not.toContain(message);
  });

  it('says how long to wait, and that a hub which is away refused nothing', async () => {
    const form = { ...SOUGHT, targets: 'SAFETY_HOUSE' };
    const tooMany: GraphError = {
      message: 'Wait.',
      path: ['answer'],
      extensions: { code: 'TOO_MANY_LOOKUPS', retryAfter: 180 },
    };
    const waits = await sendWho(
      trying({
        form,
        answers: (query) =>
          query.includes('mutation') ? { data: { answer: null }, errors: [tooMany] } : { data: OPEN },
      }).visit,
    );
    expect(faultsOf(waits)[0]?.text).toMatch(/more people than agreed.* Wait 180 seconds/);
    const away = await sendWho(
      trying({
        form,
        answers: (query) => {
          if (query.includes('mutation')) throw new GraphUnreachable('away');
          return { data: OPEN };
        },
      }).visit,
    );
    expect(faultsOf(away)[0]?.text).toContain('Nothing was refused');
  });

  it('leaves a sign-in that has expired to the way of the request', async () => {
    const answers: Answers = (query) => {
      if (query.includes('mutation')) throw new GraphRefusal('UNAUTHENTICATED', 'expired', undefined, undefined);
      return { data: OPEN };
    };
    await expect(sendWho(trying({ form: { ...SOUGHT, targets: 'SAFETY_HOUSE' }, answers }).visit)).rejects.toThrow(
      'expired',
    );
  });
});

const KEPT: KeptAnswer = {
  askedAt: '2026-01-01T10:00:00Z',
  outcomes: [
    { target: 'KNOWSLEY', is: 'nothing' },
    { target: 'SAFETY_HOUSE', is: 'hit', hit: HIT },
    { target: 'ERI', is: 'fault', fault: { code: 'LOOKUP_CLOSED' } },
  ],
};

describe('answer', () => {
  it('does not tell a miss from what may not be told, and tells a source that is away from both', async () => {
    const html = htmlOf(await showAnswer(trying({ kept: KEPT }).visit));
    expect(html).toMatch(/data-outcome="nothing" data-target="KNOWSLEY"/);
    expect(html).toMatch(/data-outcome="fault" data-target="ERI"/);
    expect(html).toContain('does not mean that nobody is known');
    expect(html).not.toMatch(/a-handle|sealed/);
  });

  it('releases with the handle that the session has, once', async () => {
    const answers: Answers = () => ({ data: { lookup: { id: 'l-1', state: 'RELEASED' } } });
    const { visit, asked, kept } = trying({ kept: KEPT, form: { target: 'SAFETY_HOUSE' }, answers });
    expect(await releaseIdentity(visit)).toEqual({ goOn: '/p/abc/lookup/request/l-1' });
    expect(asked[0]?.variables).toEqual({ input: { target: 'SAFETY_HOUSE', handle: 'a-handle', release: 'sealed' } });
    const after = kept();
    expect(JSON.stringify(after)).not.toContain('a-handle');
    const again = trying({ ...(after === undefined ? {} : { kept: after }), form: { target: 'SAFETY_HOUSE' } });
    expect(await releaseIdentity(again.visit)).toEqual({ goOn: '/p/abc/lookup/answer' });
    expect(again.asked).toEqual([]);
  });
});

const REQUEST = {
  ...{ id: 'r-1', state: 'REQUESTED', requested: ['IDENTITY', 'OFFENCE'], approved: [], handlingCode: null },
  ...{ requestedAt: '2026-01-01T10:00:00Z', expiresAt: '2026-01-15T10:00:00Z', outcome: null },
};
const lookupIn = (state: string, requests: readonly object[] = []) => ({
  ...{ id: 'l-1', target: 'SAFETY_HOUSE', askedBy: 'nps', state, expiresAt: '2026-01-15T10:00:00Z' },
  requests,
});
const REVIEW = {
  ...{ id: 'l-2', askedBy: 'politie-haaglanden.officer', caseReference: 'c-9', justification: 'Met him in town' },
  ...{ givenName: 'Jan', familyName: null, aliases: [], birthDate: '1984', birthPlace: null },
  ...{ openedAt: '2026-01-01T10:00:00Z', expiresAt: '2026-01-15T10:00:00Z' },
  candidates: [
    {
      ...{ id: 'kn-3', band: 'STRONG', bits: 21.26 },
      explanations: [
        { en: 'Family name: same sound.', nl: 'Achternaam: zelfde klank.', it: 'Cognome: stesso suono.', bits: -2.5 },
      ],
    },
  ],
};
const EVERYTHING = {
  myLookups: [
    ...['ASKED', 'RELEASED', 'CONFIRMED', 'NOT_THE_SAME', 'REFUSED', 'WITHDRAWN', 'EXPIRED'].map((state) =>
      lookupIn(state),
    ),
    lookupIn(
      'CONFIRMED',
      [
        'REQUESTED',
        'AWAITING_SECOND',
        'APPROVED',
        'APPROVED_IN_PART',
        'DECLINED',
        'WITHDRAWN',
        'EXPIRED',
        'CLOSED',
      ].map((state) => ({
        ...REQUEST,
        id: state,
        state,
        approved: ['IDENTITY'],
        handlingCode: 'H2',
        outcome: 'WRONG_PERSON',
      })),
    ),
  ],
  lookupInbox: {
    ...{ toConfirm: 1, toDecide: 1, toSecond: 1 },
    lookups: [
      lookupIn(
        'CONFIRMED',
        ['REQUESTED', 'AWAITING_SECOND', 'APPROVED'].map((state) => ({ ...REQUEST, id: `in-${state}`, state })),
      ),
    ],
  },
  reviews: [REVIEW, { ...REVIEW, id: 'l-3', candidates: [] }],
};

describe('request', () => {
  it('can be made when a person has confirmed, and names a category at least', async () => {
    const answers: Answers = (query) =>
      query.includes('mutation')
        ? { data: { request: { id: 'r-1' } } }
        : { data: { myLookups: [lookupIn('CONFIRMED')] } };
    expect(htmlOf(await showRequest(trying({ answers }).visit))).toContain('name="categories"');
    expect(named(await sendRequest(trying({ answers, form: { categories: 'SHOE_SIZE' } }).visit))).toEqual([
      'categories',
    ]);
    const { visit, asked } = trying({ answers, form: { categories: ['IDENTITY', 'CUSTODY'] } });
    expect(await sendRequest(visit)).toEqual({ goOn: '/p/abc/requests?done=requested' });
    expect(asked[0]?.variables).toEqual({ input: { lookup: 'l-1', categories: ['IDENTITY', 'CUSTODY'] } });
    const waits = htmlOf(
      await showRequest(trying({ answers: () => ({ data: { myLookups: [lookupIn('RELEASED')] } }) }).visit),
    );
    expect(waits).not.toContain('name="categories"');
  });

  it('of a lookup of somebody else is nothing', async () => {
    await expect(showRequest(trying({ answers: () => ({ data: { myLookups: [] } }) }).visit)).rejects.toThrow();
  });
});

describe('requests', () => {
  it.each([
    ['identity', { answer: 'CONFIRM:kn-3' }, { input: { lookup: 'i', decision: 'CONFIRM', candidate: 'kn-3' } }],
    ['identity', { answer: 'NOT_THE_SAME' }, { input: { lookup: 'i', decision: 'NOT_THE_SAME' } }],
    ['identity', { answer: 'REFUSE' }, { input: { lookup: 'i', decision: 'REFUSE' } }],
    [
      'decide',
      {
        answer: 'all',
        requested: ['IDENTITY', 'CUSTODY'],
        categories: 'IDENTITY',
        handlingCode: 'H1',
        duration: 'P3D',
      },
      { input: { request: 'i', categories: ['IDENTITY', 'CUSTODY'], handlingCode: 'H1', duration: 'P3D' } },
    ],
    [
      'decide',
      {
        answer: 'part',
        requested: ['IDENTITY', 'CUSTODY'],
        categories: 'IDENTITY',
        handlingCode: 'H2',
        duration: 'P1D',
      },
      { input: { request: 'i', categories: ['IDENTITY'], handlingCode: 'H2', duration: 'P1D' } },
    ],
    ['decide', { answer: 'none' }, { input: { request: 'i', categories: [] } }],
    ['second', { answer: 'agree' }, { input: { request: 'i', agrees: true } }],
    ['second', { answer: 'disagree' }, { input: { request: 'i', agrees: false } }],
    ['withdraw', {}, { id: 'i' }],
    ['close', { outcome: 'WRONG_PERSON' }, { input: { request: 'i', outcome: 'WRONG_PERSON' } }],
  ])('reads the form of %s with %j', (step, form, variables) => {
    expect(readStep(step, 'i', form)).toMatchObject({ name: step, variables });
  });

  it.each([
    ['identity', {}, 'step-r-1'],
    ['decide', {}, 'step-r-1'],
    ['decide', { answer: 'part', handlingCode: 'H1' }, 'step-r-1'],
    ['decide', { answer: 'all', requested: 'IDENTITY' }, 'handling-r-1'],
    ['second', {}, 'step-r-1'],
    ['close', {}, 'step-r-1'],
  ])('says what is missing in the form of %s with %j, at an element that is there', async (step, form, field) => {
    const inbox = {
      ...EVERYTHING.lookupInbox,
      lookups: [lookupIn('CONFIRMED', [{ ...REQUEST, state: step === 'second' ? 'AWAITING_SECOND' : 'REQUESTED' }])],
    };
    const data =
      step === 'close'
        ? { myLookups: [lookupIn('CONFIRMED', [{ ...REQUEST, state: 'APPROVED' }])] }
        : step === 'identity'
          ? { ...EVERYTHING, reviews: [{ ...REVIEW, id: 'r-1' }] }
          : { myLookups: [], lookupInbox: inbox, reviews: [] };
    const { visit, asked } = trying({ form: { step, id: 'r-1', ...form }, answers: () => ({ data }) });
    const page = await actOnRequests(visit);
    expect(named(page)).toEqual([field]);
    expect(asked.some(({ query }) => query.includes('mutation'))).toBe(false);
    const html = htmlOf(page);
    expect(html).toContain(`id="${field}"`);
    expect(html).toContain(`id="${field}-fault"`);
  });

  it('goes on after a step, and says that the graph did not take one', async () => {
    const taken = trying({ form: { step: 'withdraw', id: 'r-1' }, answers: () => ({ data: { step: { id: 'r-1' } } }) });
    expect(await actOnRequests(taken.visit)).toEqual({ goOn: '/p/abc/requests?done=withdrawn' });
    const refused = trying({
      form: { step: 'withdraw', id: 'REQUESTED' },
      answers: (query) =>
        query.includes('mutation')
          ? {
              data: { step: null },
              errors: [{ message: 'Too late.', path: ['step'], extensions: { code: 'BAD_INPUT' } }],
            }
          : { data: EVERYTHING },
    });
    const page = await actOnRequests(refused.visit);
    expect(htmlOf(page)).toContain('its time has run out');
    expect(named(page)).toEqual(['step-REQUESTED']);
  });

  it('shows those who decide nothing of an inbox that is not theirs', async () => {
    const html = htmlOf(
      await showRequests(
        trying({ answers: () => ({ data: { ...EVERYTHING, lookupInbox: null, reviews: [] } }) }).visit,
      ),
    );
    expect(html).not.toContain('inbox-title');
  });

  it('counts what waits, for whom it waits, and only for this purpose', async () => {
    const { visit } = trying({
      answers: () => ({ data: { lookupInbox: { toConfirm: 1, toDecide: 2, toSecond: 0 } } }),
    });
    expect(await countWaiting(visit)).toBe(3);
    expect(await countWaiting(trying({ answers: () => ({ data: { lookupInbox: null } }) }).visit)).toBeUndefined();
    const other = trying({ purpose: 'IOM_CASE_MANAGEMENT' });
    expect(await countWaiting(other.visit)).toBeUndefined();
    expect(other.asked).toEqual([]);
  });

  it('has an element of each id once', async () => {
    const html = htmlOf(
      await showRequests(
        trying({ answers: () => ({ data: { ...EVERYTHING, myLookups: EVERYTHING.myLookups.slice(-1) } }) }).visit,
      ),
    );
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  const everything: Answers = () => ({ data: { ...OPEN, ...EVERYTHING } });
  it.each([
    ['the first step with its faults', async () => sendWhy(trying({ language }).visit)],
    ['the second step with its faults', async () => sendWho(trying({ language }).visit)],
    [
      'the second step where nobody may be asked',
      async () => showWho(trying({ language, answers: () => ({ data: {} }) }).visit),
    ],
    ['the answers', async () => showAnswer(trying({ language, kept: KEPT }).visit)],
    ['no answer', async () => showAnswer(trying({ language }).visit)],
    [
      'the request',
      async () =>
        showRequest(trying({ language, answers: () => ({ data: { myLookups: [lookupIn('CONFIRMED')] } }) }).visit),
    ],
    [
      'requests in every state',
      async () => showRequests(trying({ language, answers: everything, query: 'done=decided' }).visit),
    ],
    ['no requests', async () => showRequests(trying({ language, answers: () => ({ data: {} }) }).visit)],
    [
      'requests for another purpose',
      async () => showRequests({ ...trying({ language, purpose: 'IOM_CASE_MANAGEMENT' }).visit }),
    ],
  ])('shows %s', async (_, show) => {
    const page = await show();
    expect(htmlOf(page, language)).toContain('<h1');
  });

  it('explains a candidate in the words of the language, with bits', async () => {
    const html = htmlOf(await showRequests(trying({ language, answers: everything }).visit), language);
    expect(html).toContain(REVIEW.candidates[0]?.explanations[0]?.[language]);
    expect(html).toContain(language === 'en' ? '21.3' : '21,3');
  });
});
