import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { type Answer, ask, askWith, hub, setFault, tokenOf, truth } from '../hub/hub';

/** Words that stand in requests alone. */
const JUSTIFICATION = 'Zwaluwstaart besproken met de wijkagent';
const CASE = 'CASE-ZWALUW-77';
const VARIABLE = 'Fantasievariabele-4711';
const POLICE = ['merseyside-police.officer', 'IOM_CASE_MANAGEMENT'] as const;

const logFolder = path.join(hub.dataFolder, 'logs');
const logs = (): ReadonlyMap<string, string> =>
  new Map(readdirSync(logFolder).map((file) => [file, readFileSync(path.join(logFolder, file), 'utf8')]));

async function metrics(): Promise<ReadonlyMap<string, string>> {
  const ports = Object.entries(hub.env).filter(([name]) => name.endsWith('_METRICS_PORT'));
  expect(ports).toHaveLength(6);
  return new Map(
    await Promise.all(
      ports.map(
        async ([name, port]) => [name, await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()] as const,
      ),
    ),
  );
}

/** Everything seeded that says who somebody is. */
function seeded(): {
  readonly names: ReadonlySet<string>;
  readonly births: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
} {
  const names = new Set<string>();
  const births = new Set<string>();
  const ids = new Set<string>();
  for (const { coordinate, value, id, subject } of truth()) {
    const field = coordinate.split('.')[1] ?? '';
    if (subject !== null) ids.add(id).add(subject);
    if (typeof value !== 'string' || value === '') continue;
    if (subject !== null && /^(name|subjectName)$/.test(field)) names.add(value);
    if (/^(dateOfBirth|birthDate)$/.test(field)) births.add(value);
  }
  return { names, births, ids };
}

/** Asks with all that must not be written down, in ways that are answered, refused and failed. */
async function askEverything(): Promise<readonly Answer[]> {
  const line = truth().find(
    ({ coordinate, visibleTo }) => coordinate === 'Nominal.name' && visibleTo.includes(POLICE.join(':')),
  );
  if (line === undefined) throw new Error('the police know nobody');
  const headers = { 'x-justification': encodeURIComponent(JUSTIFICATION), 'x-case-reference': CASE };
  const { id, value: name } = line;
  const one = 'query ($id: ID!) { nominal(id: $id) { name dateOfBirth } person(id: $id) { nominal { name } } }';
  const byName =
    'query ($name: String) { nominals(filter: { name: { equals: $name } }) { totalCount edges { node { id name dateOfBirth } } } }';
  const byDate = 'query ($date: LocalDate) { nominals(filter: { dateOfBirth: { equals: $date } }) { totalCount } }';
  const answers = [
    await ask(...POLICE, one, { id }, headers),
    await ask(...POLICE, byName, { name }, headers),
    await ask(...POLICE, byName, { name: VARIABLE }, headers),
    await ask(
      ...POLICE,
      `{ nominals(filter: { name: { equals: ${JSON.stringify(VARIABLE)} } }) { totalCount } }`,
      undefined,
      headers,
    ),
    // Refused by a protocol, by the purpose, for the token, and because it cannot be read.
    await ask('mals.mentor', 'MENTORING_SUPPORT', byName, { name }, headers),
    await ask(POLICE[0], 'MENTORING_SUPPORT', one, { id }, headers),
    await askWith({ authorization: `Bearer ${await tokenOf(POLICE[0])}x`, ...headers }, one, { id }),
    await ask(...POLICE, byDate, { date: VARIABLE }, headers),
    await ask(
      ...POLICE,
      `{ nominals(filter: { name: ${JSON.stringify(VARIABLE)} }) { totalCount } }`,
      undefined,
      headers,
    ),
    await ask(...POLICE, `{ nominal(id: "${id}") { ${VARIABLE} `, undefined, headers),
    await ask(...POLICE, one, { id }, { ...headers, 'x-justification': `%zz ${VARIABLE}` }),
    await ask(
      ...POLICE,
      'query ($after: String) { nominals(after: $after) { totalCount } }',
      { after: VARIABLE },
      headers,
    ),
    // What a database itself refuses, and quotes.
    await ask(...POLICE, one, { id: `${id}\u0000${VARIABLE}` }, headers),
    await ask(...POLICE, byName, { name: `${String(name)}\u0000` }, headers),
    await ask(...POLICE, byDate, { date: '0000-00-00' }, headers),
  ];
  // An owner that fails.
  await setFault('knowsley-iom', 'down');
  try {
    answers.push(await ask(...POLICE, one, { id }, headers));
  } finally {
    await setFault('knowsley-iom', 'none');
  }
  expect(answers[0]?.text).toContain(JSON.stringify(name));
  return answers;
}

describe('logs and metrics', () => {
  let written: string;
  let whole: ReadonlyMap<string, string>;
  let counted: ReadonlyMap<string, string>;
  let answers: readonly Answer[];

  beforeAll(async () => {
    const before = logs();
    answers = await askEverything();
    // The supervisor writes what it is sent; it needs a moment.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    whole = logs();
    written = [...whole].map(([file, text]) => text.slice(before.get(file)?.length ?? 0)).join('\n');
    counted = await metrics();
  }, 60_000);

  it('tell of every request, by the id that its answer had', () => {
    expect(new Set(whole.keys())).toEqual(
      new Set([
        ...['gateway.log', 'knowsley-iom.log', 'safety-house.log', 'eri.log', 'exchange.log'],
        ...['dashboard.log', 'identity-provider.log'],
      ]),
    );
    for (const { headers } of answers) expect(written).toContain(headers.get('x-request-id'));
    for (const text of counted.values()) expect(text).toContain('process_cpu_seconds_total');
  });

  it('hold no justification, case, variable or token', async () => {
    const tokens = await Promise.all([POLICE[0], 'mals.mentor'].map((persona) => tokenOf(persona)));
    const sent = (await Promise.all(answers.map((answer) => answer.fetches())))
      .flat()
      .flatMap(({ token }) => (token === undefined ? [] : [token]));
    expect(sent.length).toBeGreaterThan(0);
    const parts = [...tokens, ...sent].flatMap((token) => token.split('.').slice(1));
    for (const text of [...whole.values(), ...counted.values()]) {
      for (const secret of ['Zwaluwstaart', encodeURIComponent(JUSTIFICATION), CASE, VARIABLE, ...parts]) {
        expect([secret, text.includes(secret)]).toEqual([secret, false]);
      }
    }
  });

  it('hold no name, birth date or id of anybody', () => {
    const { names, births, ids } = seeded();
    expect([names.size > 50, births.size > 50, ids.size > 200]).toEqual([true, true, true]);
    for (const text of [...whole.values(), ...counted.values()]) {
      const words = new Set(text.match(/[\p{L}\p{N}_-]+/gu));
      expect([...ids, ...births].filter((value) => words.has(value))).toEqual([]);
    }
    const said = [written, ...counted.values()].join('\n');
    // A single word may be a word of the log's own; a full name cannot be.
    expect([...names].filter((name) => name.includes(' ') && said.includes(name))).toEqual([]);
  });
});
