import type { OwnerName } from '../../schema/owners';
import { type Answer, ask, hub, setFault, truth } from '../hub/hub';

/** For each owner: a question of somebody who is told something, and a part of it that no owner at fault has. */
const QUESTIONS: Readonly<
  Record<
    OwnerName,
    {
      readonly persona: string;
      readonly purpose: string;
      readonly field: string;
      readonly of: string;
      readonly withheld: string;
    }
  >
> = {
  'knowsley-iom': {
    persona: 'merseyside-police.officer',
    purpose: 'IOM_CASE_MANAGEMENT',
    field: 'nominal { givenName }',
    of: 'Nominal.givenName',
    withheld: 'healthNotes { id }',
  },
  'safety-house': {
    persona: 'safety-house.process-manager',
    purpose: 'OWN_CASE_WORK',
    field: 'safetyHouseClient { givenName }',
    of: 'Client.givenName',
    withheld: 'intelligenceNotes { id }',
  },
  eri: {
    persona: 'eri.staff',
    purpose: 'OWN_CASE_WORK',
    field: 'participant { givenName }',
    of: 'Participant.givenName',
    withheld: 'invitations { id }',
  },
  exchange: {
    persona: 'pcc.commissioner',
    purpose: 'PERFORMANCE_MONITORING',
    field: '',
    of: 'Target.indicator',
    withheld: '',
  },
};
const PEOPLE = ['knowsley-iom', 'safety-house', 'eri'] as const;

/** How long an answer may take while an owner does not answer: its time-out, and what a busy machine needs. */
const IN_TIME = 5_000 + 4_000;

function subjectOf(owner: (typeof PEOPLE)[number]): string {
  const { persona, purpose, of } = QUESTIONS[owner];
  const line = truth().find(
    ({ coordinate, visibleTo, value }) =>
      coordinate === of && value !== null && visibleTo.includes(`${persona}:${purpose}`),
  );
  if (line === undefined) throw new Error(`${persona} is told no ${of}`);
  return line.id;
}

const askPerson = (owner: (typeof PEOPLE)[number], selection = QUESTIONS[owner].field): Promise<Answer> =>
  ask(QUESTIONS[owner].persona, QUESTIONS[owner].purpose, `query ($id: ID!) { person(id: $id) { id ${selection} } }`, {
    id: subjectOf(owner),
  });

const unavailable = (owner: string, path: readonly string[]): object => ({
  message: `The data of ${owner} cannot be had at the moment. Try again later.`,
  path,
  extensions: { code: 'SOURCE_UNAVAILABLE', owner },
});

async function whileAtFault(
  owners: readonly string[],
  fault: 'down' | 'slow',
  work: () => Promise<void>,
): Promise<void> {
  await Promise.all(owners.map((owner) => setFault(owner, fault)));
  try {
    await work();
  } finally {
    await Promise.all(owners.map((owner) => setFault(owner, 'none')));
  }
}

const viewOf = (owner: (typeof PEOPLE)[number]): string => QUESTIONS[owner].field.split(' ')[0] ?? '';

describe.each(PEOPLE)('%s, when it is down', (owner) => {
  it('fails its own fields and no others, and answers again when it is back', async () => {
    const before = await askPerson(owner);
    expect([before.errors, (before.data?.['person'] as Record<string, unknown>)[viewOf(owner)]]).toEqual([
      [],
      { givenName: expect.any(String) as string },
    ]);
    await whileAtFault([owner], 'down', async () => {
      const answer = await askPerson(owner);
      expect([answer.status, answer.data]).toEqual([200, { person: { id: subjectOf(owner), [viewOf(owner)]: null } }]);
      expect(answer.errors).toEqual([unavailable(owner, ['person', viewOf(owner)])]);
      // Whoever has nothing to do with it notices nothing.
      for (const other of PEOPLE.filter((one) => one !== owner)) expect((await askPerson(other)).errors).toEqual([]);
      const ready = await fetch(`${hub.gatewayUrl}/livez`);
      expect(ready.status).toBe(200);
    });
    expect((await askPerson(owner)).text).toBe(before.text);
  });

  it('is told apart from what it withholds', async () => {
    const { persona, purpose, withheld } = QUESTIONS[owner];
    const view = viewOf(owner);
    const query = `query ($id: ID!) { person(id: $id) { ${view} { givenName ${withheld} } } }`;
    const id = subjectOf(owner);
    const codes = (answer: Answer): readonly string[] => answer.errors.map(({ extensions }) => extensions.code).sort();
    expect(codes(await ask(persona, purpose, query, { id }))).toEqual(['WITHHELD_BY_PROTOCOL']);
    await whileAtFault([owner], 'down', async () => {
      // The refusal is known without the owner; what the owner would have told is not refused.
      const both = await ask(persona, purpose, query, { id });
      expect(codes(both)).toEqual(['SOURCE_UNAVAILABLE', 'WITHHELD_BY_PROTOCOL']);
      const refused = both.errors.find(({ extensions }) => extensions.code === 'WITHHELD_BY_PROTOCOL');
      expect(refused?.extensions).toMatchObject({
        coordinate: expect.stringContaining(withheld.split(' ')[0] ?? '') as string,
        clause: expect.any(String) as string,
      });
      // An id that is hidden, or nobody's, is no outage when the owner is up, and an outage like any other when it is not.
      const unknown = await ask(persona, purpose, query, { id: `${id}x` });
      expect(codes(unknown)).toEqual(codes(both));
    });
    const unknown = await ask(persona, purpose, query, { id: `${id}x` });
    expect(codes(unknown)).toEqual(['WITHHELD_BY_PROTOCOL']);
  });

  it('is not asked, and not missed, for what it withholds alone', async () => {
    const { persona, purpose, withheld } = QUESTIONS[owner];
    await whileAtFault([owner], 'down', async () => {
      const foreign = PEOPLE.find((one) => one !== owner) ?? owner;
      const answer = await ask(
        persona,
        purpose,
        `query ($id: ID!) { person(id: $id) { id ${viewOf(foreign)} { givenName } } }`,
        { id: subjectOf(owner) },
      );
      expect(withheld).not.toBe('');
      expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(
        ['WITHHELD_BY_PROTOCOL', 'WITHHELD_BY_PROTOCOL'].slice(0, answer.errors.length),
      );
      expect(answer.errors.length).toBeGreaterThan(0);
    });
  });
});

describe('the exchange, when it is down', () => {
  it('fails what begins at it, and the owners’ own roots stand', async () => {
    await whileAtFault(['exchange'], 'down', async () => {
      const { persona, purpose } = QUESTIONS['knowsley-iom'];
      const answer = await ask(
        persona,
        purpose,
        'query ($id: ID!) { nominal(id: $id) { givenName } person(id: $id) { id nominal { givenName } } }',
        { id: subjectOf('knowsley-iom') },
      );
      expect(answer.data).toEqual({ nominal: { givenName: expect.any(String) as string }, person: null });
      expect(answer.errors).toEqual([unavailable('exchange', ['person'])]);
      const targets = await ask('pcc.commissioner', 'PERFORMANCE_MONITORING', '{ targets(first: 1) { totalCount } }');
      expect([targets.data, targets.errors]).toEqual([{ targets: null }, [unavailable('exchange', ['targets'])]]);
    });
    const targets = await ask('pcc.commissioner', 'PERFORMANCE_MONITORING', '{ targets(first: 1) { totalCount } }');
    expect(targets.errors).toEqual([]);
  });
});

describe('owners that are slow', () => {
  it('are given up in time, and the rest of the answer stands', async () => {
    await whileAtFault(PEOPLE, 'slow', async () => {
      const started = Date.now();
      const answers = await Promise.all(PEOPLE.map((owner) => askPerson(owner)));
      expect(Date.now() - started).toBeLessThan(IN_TIME);
      for (const [index, owner] of PEOPLE.entries()) {
        expect(answers[index]?.data).toEqual({ person: { id: subjectOf(owner), [viewOf(owner)]: null } });
        expect(answers[index]?.errors).toEqual([unavailable(owner, ['person', viewOf(owner)])]);
      }
      const exchange = await ask('pcc.commissioner', 'PERFORMANCE_MONITORING', '{ targets(first: 1) { totalCount } }');
      expect(exchange.errors).toEqual([]);
    });
    for (const owner of PEOPLE) expect((await askPerson(owner)).errors).toEqual([]);
  });
});
