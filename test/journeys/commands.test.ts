// The commands beside `npm start`: people, tokens and truth for outsiders, and never where real data is.
import { decodeJwt } from 'jose';

import { PERSONAS } from '../../development/personas';
import { ask, hub, truth } from '../hub/hub';
import { runHubCommand } from '../hub/launch-hub';
import { withMarkedDatabase } from '../hub/marked-database';
import { runProgram } from '../hub/run-program';

describe('npm run -s personas -- --json', () => {
  interface Printed {
    readonly persona: string;
    readonly organisation: string;
    readonly role: string;
    readonly area: string | null;
    readonly purposes: readonly string[];
    readonly visibleSubjects: readonly string[];
    readonly hiddenSubjects: readonly string[];
  }
  let printed: readonly Printed[];

  beforeAll(async () => {
    printed = JSON.parse(await runHubCommand(hub, 'development/print-personas', '--json')) as Printed[];
  }, 280_000);

  it('prints every persona with organisation, role, area, purposes and some people', () => {
    expect(printed.map(({ persona }) => persona)).toEqual(PERSONAS.map(({ persona }) => persona));
    for (const each of printed) {
      expect(Object.keys(each)).toEqual([
        'persona',
        'organisation',
        'role',
        'area',
        'purposes',
        'visibleSubjects',
        'hiddenSubjects',
      ]);
      expect(each.persona.replace(/-\d+$/, '')).toBe(`${each.organisation}.${each.role}`);
      expect(each.purposes).not.toEqual([]);
      expect(each.hiddenSubjects).not.toEqual([]);
    }
  });

  it('names people of whom the persona is really told something, and others of whom it is not', async () => {
    const mentor = printed.find(({ persona }) => persona === 'mals.mentor');
    const nameOf = async (id: string | undefined): Promise<unknown> =>
      (
        await ask('mals.mentor', 'OWN_CASE_WORK', 'query ($id: ID!) { person(id: $id) { malsClient { givenName } } }', {
          id,
        })
      ).data?.person?.malsClient ?? null;
    expect(mentor?.visibleSubjects.length).toBeGreaterThan(0);
    const seen = await Promise.all((mentor?.visibleSubjects ?? []).map(nameOf));
    expect(seen).toContainEqual({ givenName: expect.any(String) });
    for (const id of mentor?.hiddenSubjects ?? []) expect(await nameOf(id)).toBeNull();
  });
});

describe('npm run -s token', () => {
  it('prints one token and nothing else, and on standard error the purposes it may be used for', async () => {
    const { exitCode, output, errors } = await runProgram('development/token', hub.env, ['mals.mentor-2']);
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(decodeJwt(output.trim())).toMatchObject({
      sub: 'mals.mentor-2',
      organisation: 'mals',
      role: 'mentor',
      aud: 'concordat-gateway',
    });
    expect(errors).toMatch(/x-purpose may be: .*MENTORING_SUPPORT/);
  });

  it.each([
    ['a persona that there is not', ['mals.mentro'], /There is no persona mals\.mentro.*mals\.mentor/],
    ['nobody', [], /Name a persona/],
  ])('ends with 1 and one line when it is given %s', async (_, given, line) => {
    const { exitCode, output, errors } = await runProgram('development/token', hub.env, given);
    expect(exitCode).toBe(1);
    expect(output).toBe('');
    expect(errors.trim()).toMatch(line);
    expect(errors.trim().split('\n')).toHaveLength(1);
  });
});

describe('npm run -s truth', () => {
  // The named people have no canaries: all that it prints of them is printed before the journeys, for it takes long.
  it('is not refused beside databases that are marked synthetic', async () => {
    const printed = await runProgram('development/truth', hub.env, ['--canaries']);
    expect(printed).toEqual({ exitCode: 0, output: '', errors: '' });
  });

  it('has a line for every seeded value, of every owner, named as in the graph', () => {
    const lines = truth();
    expect(new Set(lines.map(({ owner }) => owner))).toEqual(
      new Set(['knowsley-iom', 'safety-house', 'eri', 'exchange']),
    );
    const names = ['owner', 'id', 'subject', 'coordinate', 'value', 'controller', 'visibleTo'];
    // Compared without a matcher for each of the hundred thousands.
    const wrong = lines.filter(
      (line) =>
        Object.keys(line).length !== names.length ||
        names.some((name) => !Object.hasOwn(line, name)) ||
        [line.owner, line.id, line.subject ?? '', line.controller].some((text) => typeof text !== 'string') ||
        !/^[A-Z]\w+\.[a-z]\w*$/.test(line.coordinate) ||
        !Array.isArray(line.visibleTo),
    );
    expect(wrong).toEqual([]);
  });

  it('agrees with what the graph tells: who is named as seeing a name is told it', async () => {
    const name = truth().find(
      ({ coordinate, visibleTo }) =>
        coordinate === 'Nominal.name' && visibleTo.includes('merseyside-police.officer:IOM_CASE_MANAGEMENT'),
    );
    const { data } = await ask(
      'merseyside-police.officer',
      'IOM_CASE_MANAGEMENT',
      'query ($id: ID!) { nominal(id: $id) { name } }',
      {
        id: name?.id,
      },
    );
    expect(data).toEqual({ nominal: { name: name?.value } });
  });
});

describe('in production', () => {
  it.each([
    ['development/token', ['mals.mentor']],
    ['development/truth', []],
    ['development/print-personas', ['--json']],
    ['development/reset', []],
  ])('%s is refused in one line', async (program, given) => {
    const { exitCode, output, errors } = await runProgram(program, { ...hub.env, NODE_ENV: 'production' }, given);
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
    expect(errors.trim()).toMatch(/production/);
    expect(errors.trim().split('\n')).toHaveLength(1);
  });

  it('npm start asks for real issuers and databases, and refuses the development provider', async () => {
    const bare = await runProgram('start', { NODE_ENV: 'production', CONCORDAT_DATA_DIR: hub.dataFolder });
    expect(bare.exitCode).toBe(1);
    for (const name of [
      'OIDC_ISSUERS',
      'KNOWSLEY_IOM_DATABASE_URL',
      'SAFETY_HOUSE_DATABASE_URL',
      'ERI_DATABASE_URL',
      'EXCHANGE_DATABASE_URL',
    ]) {
      expect(bare.errors).toContain(name);
    }
    const issuer = {
      issuer: 'https://development.concordat.example',
      jwks: 'https://development.concordat.example/jwks',
      organisations: ['*'],
      algorithms: ['ES256'],
    };
    const disguised = await runProgram('gateway/main', {
      NODE_ENV: 'production',
      CONCORDAT_DATA_DIR: hub.dataFolder,
      OIDC_ISSUERS: JSON.stringify([issuer]),
    });
    expect(disguised.exitCode).toBe(1);
    expect(disguised.errors).toMatch(/OIDC_ISSUERS.*development/);
  });
});

describe('where a database is not marked synthetic', () => {
  // The embedded databases hold invented people only: nobody else ever fills them.
  const onPostgres = process.env.CONCORDAT_TEST_DATABASE === 'postgres' ? it : it.skip;

  onPostgres.each([
    ['development/token', ['mals.mentor']],
    ['development/truth', []],
  ])('%s is refused in one line', async (program, given) => {
    await withMarkedDatabase('eri', 'real', async (env) => {
      const { exitCode, output, errors } = await runProgram(program, env, given);
      expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
      expect(errors.trim()).toMatch(/^ERI_DATABASE_URL: .*not marked synthetic/);
      expect(errors.trim().split('\n')).toHaveLength(1);
    });
  });
});
