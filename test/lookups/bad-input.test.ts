// What cannot be: each wrong question or step is refused with what is wrong and how to mend it, and changes nothing.
import { Client } from 'pg';

import { seededRecords } from '../acceptance/seeded-records';
import { type Answer, ask, hub } from '../hub/hub';
import { newOfficer } from './officers';
import { adults, type Asker, type Hit, lookUp, PURPOSE, type Sought, soughtOf } from './steps';

const COORDINATOR = 'kmbc.iom-coordinator';
const SECOND = 'merseyside-police.dpo';
/** Decides on what MALS holds, which nothing here is. */
const CONTROLLER = 'mals.manager';
const NOBODYS_ID = '3f6c1f0e-6d5b-4c3a-9d2e-1f0a9b8c7d6e';

const officer = newOfficer('reclassering.probation-officer');
const other = newOfficer('politie-haaglanden.officer');
const [sought, , alsoSought] = adults('Nominal', 'dateOfBirth').slice(10);

/** Expects one refusal as BAD_INPUT whose words say this. */
function expectBadInput({ errors }: Answer, words: RegExp): void {
  expect(errors.map(({ extensions, message }) => [extensions.code, message])).toEqual([
    ['BAD_INPUT', expect.stringMatching(words)],
  ]);
}

/** All that a step could have changed, as those who take part see it. */
async function state(): Promise<unknown> {
  const mine =
    '{ myLookups { id state expiresAt requests { id state requested approved handlingCode expiresAt outcome } } }';
  const shown = [
    ...(await Promise.all(
      [officer, other].map(({ persona, caseReference }) =>
        ask(persona, PURPOSE, mine, undefined, { 'x-case-reference': caseReference }),
      ),
    )),
    await ask(COORDINATOR, PURPOSE, '{ lookupInbox { toConfirm toDecide toSecond lookups { id state } } }'),
    await ask(COORDINATOR, PURPOSE, '{ knowsleyIdentityReviews(first: 100) { id candidates { id } } }'),
    await ask(
      officer.persona,
      PURPOSE,
      'query ($id: ID!) { person(id: $id) { nominal { id name } } }',
      { id: officer.subject },
      { 'x-case-reference': officer.caseReference },
    ),
  ];
  return shown.map(({ data }) => data);
}

async function changesNothing(wrong: () => Promise<Answer>, words: RegExp): Promise<void> {
  const before = await state();
  expectBadInput(await wrong(), words);
  expect(await state()).toEqual(before);
}

const take =
  (persona: string, name: string, type: string, selection: string, caseReference?: string) =>
  (input: Readonly<Record<string, unknown>>): Promise<Answer> =>
    ask(
      persona,
      PURPOSE,
      `mutation ($input: ${type}!) { step: ${name}(input: $input) { ${selection} } }`,
      { input },
      caseReference === undefined ? {} : { 'x-case-reference': caseReference },
    );
const release = ({ persona, caseReference }: Asker) =>
  take(persona, 'confirmIdentity', 'ConfirmIdentityInput', 'id state', caseReference);
const decideIdentity = (persona: string) => take(persona, 'decideIdentity', 'DecideIdentityInput', 'id state');
const requestAccess = (persona: string) => take(persona, 'requestAccess', 'RequestAccessInput', 'id state');
const decideAccess = (persona: string) => take(persona, 'decideAccess', 'DecideAccessInput', 'id state');
const asSecond = (persona: string) => take(persona, 'decideAccessAsSecond', 'SecondDecisionInput', 'id state');
const close = (persona: string) => take(persona, 'closeRequest', 'CloseRequestInput', 'id state');
const withdraw = (persona: string, id: string): Promise<Answer> =>
  ask(persona, PURPOSE, 'mutation ($id: ID!) { step: withdrawRequest(id: $id) { id state } }', { id });

describe('a question', () => {
  const person = { givenName: 'Wijnand', familyName: 'Verzonnen', birthDate: '1980-04-12' };
  const ask_ = (
    given: object,
    targets: readonly string[] = ['KNOWSLEY'],
    headers: Readonly<Record<string, string>> = { 'x-case-reference': officer.caseReference },
  ): Promise<Answer> =>
    ask(
      officer.persona,
      PURPOSE,
      'mutation ($input: LookUpPersonInput!) { safetyHouseLookUpPerson(input: $input) { askedAt knowsley { band } } }',
      { input: { targets, person: given } },
      headers,
    );
  const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const TWO = /at least two identifiers, one of them a name: give/;

  it.each([
    ['of nobody', {}, TWO],
    ['of one name alone', { familyName: 'Verzonnen' }, TWO],
    ['without a name', { birthDate: '1980-04-12', birthPlace: 'Delft' }, TWO],
    ['of empty texts', { givenName: ' ', familyName: '', birthDate: '1980-04-12' }, TWO],
    ['of an alias beside a date', { aliases: ['Wim'], birthDate: '1980-04-12' }, TWO],
    ['with a name of no letters', { ...person, givenName: '1234' }, /"givenName" holds no letter: give/],
    ['with a name of control characters', { ...person, givenName: 'a\u0007b' }, /"givenName" holds characters/],
    ['with a name too long', { ...person, familyName: 'a'.repeat(101) }, /"familyName" has 101 characters; give 100/],
    ['with a place too long', { ...person, birthPlace: 'a'.repeat(101) }, /"birthPlace" has 101 characters; give 100/],
    ['with six aliases', { ...person, aliases: ['a', 'b', 'c', 'd', 'e', 'f'] }, /"aliases" has 6; give 5 at most/],
    ['with a date in words', { ...person, birthDate: '12 April 1980' }, /"birthDate" "12 April 1980" is no date: give/],
    ['with a date of no calendar', { ...person, birthDate: '1980-02-30' }, /"birthDate" .* is in no calendar: give/],
    ['with a thirteenth month', { ...person, birthDate: '1980-13' }, /"birthDate" .* is in no calendar: give/],
    [
      'with a future date',
      { ...person, birthDate: tomorrow },
      /"birthDate" .* lies in the future, or before 1900: give/,
    ],
    [
      'with a future year',
      { ...person, birthDate: '2999' },
      /"birthDate" "2999" lies in the future, or before 1900: give/,
    ],
    [
      'with a date long ago',
      { ...person, birthDate: '1850-01-02' },
      /"birthDate" .* lies in the future, or before 1900/,
    ],
    ['with what is no name', { ...person, familyName: 7 }, /familyName/],
    ['with an unknown field', { ...person, bsn: '123' }, /bsn/],
  ])('%s', async (_name, given, words) => {
    await changesNothing(() => ask_(given), words);
  });

  it.each([
    ['to nobody', [], /"targets" names no owner: give one or more/],
    ['to the own owner', ['SAFETY_HOUSE'], /"targets" names your own owner, SAFETY_HOUSE: leave it out/],
    [
      'to the own owner, too',
      ['KNOWSLEY', 'SAFETY_HOUSE'],
      /"targets" names your own owner, SAFETY_HOUSE: leave it out/,
    ],
    ['to who is no owner', ['INTERPOL'], /INTERPOL/],
  ])('%s', async (_name, targets, words) => {
    await changesNothing(() => ask_(person, targets), words);
  });

  const cases = seededRecords('Case');
  const closed = cases.find(({ values }) => values['stage'] === 'CLOSED');
  const taking = new Set(
    seededRecords('CaseParticipant')
      .filter(({ values }) => values['organisation'] === 'reclassering')
      .map(({ values }) => values['caseId']),
  );
  const foreign = cases.find(({ id, values }) => values['stage'] !== 'CLOSED' && !taking.has(id));
  it.each([
    ['without a case', undefined, /made for a case: name it by the header x-case-reference/],
    ['for a case that is none', 'sh-nobodys-case', /x-case-reference names no open case of yours here: give/],
    ['for a closed case', closed?.id, /x-case-reference names no open case of yours here: give/],
    ['for the case of others', foreign?.id, /x-case-reference names no open case of yours here: give/],
    ['for a person instead of a case', officer.subject, /x-case-reference names no open case of yours here: give/],
  ])('%s', async (name, reference, words) => {
    if (name !== 'without a case') expect(reference).toEqual(expect.any(String));
    await changesNothing(
      () => ask_(person, undefined, reference === undefined ? {} : { 'x-case-reference': reference }),
      words,
    );
  });
});

describe('a handle', () => {
  const hits: Hit[] = [];
  beforeAll(async () => {
    for (const record of [sought, alsoSought]) {
      if (record === undefined) throw new Error('Nobody is seeded who could be looked up.');
      const { hit } = await lookUp(officer, 'KNOWSLEY', soughtOf(record, 'dateOfBirth'));
      if (hit === null) throw new Error(`${record.id} is not found.`);
      hits.push(hit);
    }
  }, 30_000);
  const hit = (index: number): { readonly handle: string; readonly release: string } => ({
    handle: hits[index]?.handle ?? '',
    release: hits[index]?.release ?? '',
  });

  it.each<[string, () => Promise<Answer>, RegExp]>([
    [
      'that is guessed',
      () => release(officer)({ target: 'KNOWSLEY', ...hit(0), handle: 'A'.repeat(43) }),
      /handle is unknown/,
    ],
    ['that is empty', () => release(officer)({ target: 'KNOWSLEY', ...hit(0), handle: '' }), /handle is unknown/],
    ['of somebody else', () => release(other)({ target: 'KNOWSLEY', ...hit(0) }), /handle is unknown/],
    ['for another owner', () => release(officer)({ target: 'ERI', ...hit(0) }), /handle is unknown/],
    ['for the own owner', () => release(officer)({ target: 'SAFETY_HOUSE', ...hit(0) }), /handle is unknown/],
    [
      'with the release of another one',
      () => release(officer)({ target: 'KNOWSLEY', handle: hit(1).handle, release: hit(0).release }),
      /sealed/i,
    ],
    [
      'with a release that is none',
      () => release(officer)({ target: 'KNOWSLEY', handle: hit(1).handle, release: 'nonsense' }),
      /sealed/i,
    ],
    [
      'with an empty release',
      () => release(officer)({ target: 'KNOWSLEY', handle: hit(1).handle, release: '' }),
      /"release" is none: give/,
    ],
    [
      'with a release of any length',
      () => release(officer)({ target: 'KNOWSLEY', handle: hit(1).handle, release: 'a'.repeat(20_000) }),
      /"release" is none: give/,
    ],
  ])(
    '%s',
    async (_name, wrong, words) => {
      await changesNothing(wrong, words);
    },
    30_000,
  );

  it('that was used', async () => {
    expect((await release(officer)({ target: 'KNOWSLEY', ...hit(0) })).data?.step).toMatchObject({ state: 'RELEASED' });
    await changesNothing(
      () => release(officer)({ target: 'KNOWSLEY', ...hit(0) }),
      /used already: the identity was released. Follow it by myLookups/,
    );
  }, 30_000);

  const exchange = hub.databases['exchange'];
  /** The embedded database belongs to its owner's process alone, and nobody waits a quarter of an hour. */
  (exchange === undefined ? it.skip : it)('that has expired', async () => {
    const admin = new Client({ connectionString: exchange });
    await admin.connect();
    try {
      const { rowCount } = await admin.query(
        `update lookup set binding = jsonb_set(binding, '{expiresAt}', to_jsonb($2::bigint)),
           state = jsonb_set(state, '{expiresAt}', to_jsonb($2::bigint))
         where state -> 'asker' ->> 'person' = $1 and state ->> 'state' = 'ASKED'`,
        [officer.persona, Date.now() - 1_000],
      );
      expect(rowCount).toBe(1);
    } finally {
      await admin.end();
    }
    await changesNothing(() => release(officer)({ target: 'KNOWSLEY', ...hit(1) }), /has expired: .* Ask again/);
  });

  it('leaves the officer what may be asked: nothing wrong was counted', async () => {
    const { answer } = await lookUp(officer, 'KNOWSLEY', NOBODY);
    expect(answer.errors).toEqual([]);
  }, 30_000);
});

const NOBODY: Sought = { givenName: 'Quirijntje', familyName: 'Onvindbaarstra', birthDate: '1971-07-23' };

describe('a step', () => {
  let lookup = '';
  let request = '';
  const subject = sought?.id ?? '';
  const ONLY_DECIDERS = /Only who decides at the owner that was asked can do this/;
  const NO_SUCH = /no such lookup or request of yours: give an id of myLookups or lookupInbox/;
  const NO_ID = /is no id of ours: give the id that the graph gave/;

  beforeAll(async () => {
    const { data } = await ask(officer.persona, PURPOSE, '{ myLookups { id state } }');
    lookup = (data?.myLookups as { id: string; state: string }[]).find((each) => each.state === 'RELEASED')?.id ?? '';
  });
  const rows = (wrong: readonly [string, () => Promise<Answer>, RegExp][]): void => {
    it.each(wrong)(
      '%s',
      async (_name, step, words) => {
        await changesNothing(step, words);
      },
      30_000,
    );
  };
  const confirm = { decision: 'CONFIRM', candidate: subject };

  describe('on an identity that was released', () => {
    rows([
      ['by who asked', () => decideIdentity(officer.persona)({ lookup, ...confirm }), ONLY_DECIDERS],
      [
        'by who decides at the asker’s owner',
        () => decideIdentity('safety-house.process-manager')({ lookup, ...confirm }),
        NO_SUCH,
      ],
      ['by who decides elsewhere', () => decideIdentity('eri.staff')({ lookup, ...confirm }), NO_SUCH],
      [
        'by who decides nothing',
        () => decideIdentity('merseyside-police.officer')({ lookup, ...confirm }),
        ONLY_DECIDERS,
      ],
      [
        'by who decides on others’ records there',
        () => decideIdentity(CONTROLLER)({ lookup, ...confirm }),
        /no such lookup to decide on here/,
      ],
      ['by the second person', () => decideIdentity(SECOND)({ lookup, ...confirm }), ONLY_DECIDERS],
      ['with a malformed id', () => decideIdentity(COORDINATOR)({ ...confirm, lookup: 'abc' }), NO_ID],
      ['on none', () => decideIdentity(COORDINATOR)({ ...confirm, lookup: NOBODYS_ID }), NO_SUCH],
      [
        'to nobody',
        () => decideIdentity(COORDINATOR)({ lookup, decision: 'CONFIRM' }),
        /"candidate" names nobody of this review: give/,
      ],
      [
        'to somebody who is no candidate',
        () => decideIdentity(COORDINATOR)({ lookup, decision: 'CONFIRM', candidate: alsoSought?.id }),
        /"candidate" names nobody of this review: give/,
      ],
      [
        'to an empty id',
        () => decideIdentity(COORDINATOR)({ lookup, decision: 'CONFIRM', candidate: '' }),
        /"candidate" names nobody of this review: give/,
      ],
      [
        'to an endless id',
        () => decideIdentity(COORDINATOR)({ lookup, decision: 'CONFIRM', candidate: 'k'.repeat(5_000) }),
        /"candidate" names nobody of this review: give/,
      ],
      [
        'that is no answer',
        () => decideIdentity(COORDINATOR)({ lookup, decision: 'PERHAPS', candidate: subject }),
        /PERHAPS/,
      ],
      [
        'too soon: access',
        () => requestAccess(officer.persona)({ lookup, categories: ['IDENTITY'] }),
        /requested after a person at the owner confirmed/,
      ],
    ]);
  });

  describe('on one that was confirmed', () => {
    beforeAll(async () => {
      const { data } = await decideIdentity(COORDINATOR)({ lookup, ...confirm });
      expect(data?.step).toMatchObject({ state: 'CONFIRMED' });
    }, 30_000);
    it('taken again by the same person stands: its answer may have got lost', async () => {
      const before = await state();
      const { data, errors } = await decideIdentity(COORDINATOR)({ lookup, ...confirm });
      expect([data?.step, errors]).toEqual([expect.objectContaining({ state: 'CONFIRMED' }), []]);
      expect(await state()).toEqual(before);
    }, 30_000);
    rows([
      [
        'the other way',
        () => decideIdentity(COORDINATOR)({ lookup, decision: 'NOT_THE_SAME' }),
        /is confirmed cannot say not the same/,
      ],
      ['a request of somebody else', () => requestAccess(other.persona)({ lookup, categories: ['IDENTITY'] }), NO_SUCH],
      [
        'a request of who decides',
        () => requestAccess(COORDINATOR)({ lookup, categories: ['IDENTITY'] }),
        /Only who asked can do this/,
      ],
      [
        'a request for nothing',
        () => requestAccess(officer.persona)({ lookup, categories: [] }),
        /at least one category/,
      ],
      [
        'a request for what is never given',
        () => requestAccess(officer.persona)({ lookup, categories: ['HEALTH'] }),
        /HEALTH/,
      ],
      [
        'a request with a malformed id',
        () => requestAccess(officer.persona)({ lookup: '1', categories: ['IDENTITY'] }),
        NO_ID,
      ],
    ]);
  });

  const some = { categories: ['IDENTITY'], handlingCode: 'H1', duration: 'P1D' };
  describe('on a request', () => {
    beforeAll(async () => {
      const { data } = await requestAccess(officer.persona)({ lookup, categories: ['IDENTITY', 'CASE_PLAN'] });
      request = (data?.step as { id: string }).id;
    }, 30_000);
    const PERIOD = /An approval ends after now, and within the 14 days of the protocol/;
    rows([
      ['by who asked', () => decideAccess(officer.persona)({ request, ...some }), ONLY_DECIDERS],
      [
        'by who decides at the asker’s owner',
        () => decideAccess('safety-house.process-manager')({ request, ...some }),
        NO_SUCH,
      ],
      ['by who decides on others’ records there', () => decideAccess(CONTROLLER)({ request, ...some }), NO_SUCH],
      ['by who decides nothing', () => decideAccess('nps.probation-officer')({ request, ...some }), ONLY_DECIDERS],
      ['by the second person first', () => decideAccess(SECOND)({ request, ...some }), ONLY_DECIDERS],
      [
        'by a second person who is not awaited',
        () => asSecond(SECOND)({ request, agrees: true }),
        /No second decision is awaited/,
      ],
      ['by the first person as the second', () => asSecond(COORDINATOR)({ request, agrees: true }), ONLY_DECIDERS],
      [
        'for what was not requested',
        () => decideAccess(COORDINATOR)({ request, ...some, categories: ['IDENTITY', 'CUSTODY'] }),
        /CUSTODY was not requested/,
      ],
      [
        'for what needs two and was not requested',
        () => decideAccess(COORDINATOR)({ request, ...some, categories: ['OFFENCE'] }),
        /OFFENCE was not requested/,
      ],
      ['for too long', () => decideAccess(COORDINATOR)({ request, ...some, duration: 'P14DT1S' }), PERIOD],
      ['for no time', () => decideAccess(COORDINATOR)({ request, ...some, duration: 'PT0S' }), PERIOD],
      ['for the past', () => decideAccess(COORDINATOR)({ request, ...some, duration: '-P1D' }), PERIOD],
      [
        'for longer than any calendar',
        () => decideAccess(COORDINATOR)({ request, ...some, duration: `P${'9'.repeat(12)}Y` }),
        PERIOD,
      ],
      [
        'for a time in words',
        () => decideAccess(COORDINATOR)({ request, ...some, duration: '14 days' }),
        /"duration" "14 days" is none: give/,
      ],
      [
        'for an empty period',
        () => decideAccess(COORDINATOR)({ request, ...some, duration: 'P' }),
        /"duration" "P" is none: give/,
      ],
      [
        'without a handling code',
        () => decideAccess(COORDINATOR)({ request, ...some, handlingCode: null }),
        /"handlingCode" is needed .* give H1 or H2/,
      ],
      ['with a malformed id', () => decideAccess(COORDINATOR)({ ...some, request: '1' }), NO_ID],
      ['on none', () => decideAccess(COORDINATOR)({ ...some, request: NOBODYS_ID }), NO_SUCH],
      ['withdrawn by others', () => withdraw(other.persona, request), NO_SUCH],
      ['withdrawn with a malformed id', () => withdraw(officer.persona, '1'), NO_ID],
      [
        'withdrawn by the owner before it granted',
        () => withdraw(COORDINATOR, request),
        /is requested cannot withdraw grant/,
      ],
      ['closed by others', () => close(other.persona)({ request, outcome: 'WRONG_PERSON' }), NO_SUCH],
      [
        'closed by who decides',
        () => close(COORDINATOR)({ request, outcome: 'WRONG_PERSON' }),
        /Only who asked can do this/,
      ],
      [
        'closed before it was granted',
        () => close(officer.persona)({ request, outcome: 'NO_ACTION_NEEDED' }),
        /is requested cannot close/,
      ],
    ]);
  });

  describe('on what was granted', () => {
    beforeAll(async () => {
      const { data } = await decideAccess(COORDINATOR)({ request, ...some });
      expect(data?.step).toMatchObject({ state: 'APPROVED_IN_PART' });
    }, 30_000);
    it('which is shown meanwhile', async () => {
      expect(JSON.stringify(await state())).toContain(`{"nominal":{"id":"${subject}"`);
    }, 30_000);
    rows([
      [
        'decided otherwise',
        () => decideAccess(COORDINATOR)({ request, ...some, handlingCode: 'H2' }),
        /is approved in part cannot/,
      ],
      [
        'withdrawn by who asked',
        () => withdraw(officer.persona, request),
        /is approved in part cannot withdraw request: possible is/,
      ],
      ['withdrawn by others', () => withdraw(other.persona, request), NO_SUCH],
      ['withdrawn by who decides elsewhere', () => withdraw('eri.staff', request), NO_SUCH],
      ['withdrawn by who decides on others’ records there', () => withdraw(CONTROLLER, request), NO_SUCH],
      ['withdrawn by who decides nothing', () => withdraw('merseyside-police.officer', request), ONLY_DECIDERS],
      ['closed by others', () => close(other.persona)({ request, outcome: 'WRONG_PERSON' }), NO_SUCH],
      [
        'closed by who decides',
        () => close(COORDINATOR)({ request, outcome: 'WRONG_PERSON' }),
        /Only who asked can do this/,
      ],
    ]);
  });

  describe('on what has ended', () => {
    beforeAll(async () => {
      const { data } = await close(officer.persona)({ request, outcome: 'LED_TO_ACTION' });
      expect(data?.step).toMatchObject({ state: 'CLOSED' });
    }, 30_000);
    rows([
      [
        'closed again',
        () => close(officer.persona)({ request, outcome: 'WRONG_PERSON' }),
        /is closed cannot close: it has ended/,
      ],
      ['withdrawn', () => withdraw(COORDINATOR, request), /is closed cannot withdraw grant: it has ended/],
      ['decided on', () => decideAccess(COORDINATOR)({ request, ...some }), /is closed cannot .*: it has ended/],
    ]);
  });
});

describe('a tap', () => {
  const turn = (persona: string) => take(persona, 'closeTap', 'TapInput', 'organisation closed');
  it.each<[string, () => Promise<Answer>, RegExp]>([
    [
      'of who is no partner',
      () => turn(COORDINATOR)({ organisation: 'interpol', closed: true }),
      /"organisation" "interpol" is none: give/,
    ],
    [
      'closed by who decides nothing',
      () => turn(officer.persona)({ organisation: 'nps', closed: true }),
      /Only who decides/,
    ],
  ])('%s', async (_name, wrong, words) => {
    await changesNothing(wrong, words);
  });
});
