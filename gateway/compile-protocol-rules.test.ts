import { buildSchema } from 'graphql';

import type { PermissionMap } from '../schema/permission-map';

import { compileProtocolRules, type Decide } from './compile-protocol-rules';
import { PermissionMemory } from './permissions';

const schema = buildSchema(`
  type Query { dog: Dog }
  type Dog { id: ID! name: String age: Int older: Boolean secret: String }
`);
const field = (coordinate: string, category: 'IDENTITY' | 'DEMOGRAPHIC') =>
  [coordinate, { coordinate, category, level: 'FULL', controller: 'mals' }] as const;
const map: PermissionMap = {
  fields: new Map([
    field('Query.dog', 'IDENTITY'),
    field('Dog.name', 'IDENTITY'),
    field('Dog.age', 'DEMOGRAPHIC'),
    field('Dog.older', 'IDENTITY'),
  ]),
  exempt: new Set(['Dog.id']),
  inputs: new Map(),
  requires: new Map([['Dog.older', ['Dog.age']]]),
};
const right = { organisation: 'mals', role: 'mentor', purpose: 'REFERRAL', jurisdiction: 'UK' } as const;
const clause = { protocol: 'P', version: '1.0.0', clause: 'R' };
const now = new Date('2026-01-01T00:00:00Z');

const onlyIdentity: Decide = (_right, { category }) =>
  category === 'IDENTITY' ? { kind: 'permit', clause } : { kind: 'deny', clause, reason: 'NOT_PERMITTED' };

const outcomeOf = async (coordinate: string, decide = onlyIdentity) =>
  (await compileProtocolRules(schema, map, decide).ask(coordinate, right, now)).outcome;

describe('the compiled rules', () => {
  it('permit what a protocol permits and what only leads there', async () => {
    expect(await outcomeOf('Dog.name')).toEqual({ kind: 'permitted' });
    expect(await outcomeOf('Dog.id')).toEqual({ kind: 'permitted' });
  });

  it('let an owner decide on what depends on the record', async () => {
    const when: Decide = () => ({ kind: 'permit when', alternatives: [] });
    expect(await outcomeOf('Dog.age', when)).toEqual({ kind: 'permitted' });
  });

  it('cite the clause of a refusal', async () => {
    expect(await outcomeOf('Dog.age')).toEqual({
      kind: 'withheld',
      withholding: { ...clause, category: 'DEMOGRAPHIC', level: 'FULL', coordinate: 'Dog.age', requestable: false },
    });
  });

  it('withhold what is computed from something withheld', async () => {
    expect(await outcomeOf('Dog.older')).toMatchObject({
      kind: 'withheld',
      withholding: { category: 'DEMOGRAPHIC', coordinate: 'Dog.older' },
    });
  });

  it('deny what no rule covers, as a failure and not as a refusal', async () => {
    expect(await outcomeOf('Dog.secret')).toMatchObject({ kind: 'failed' });
    expect(await outcomeOf('Dog.none')).toMatchObject({ kind: 'failed' });
  });

  it('deny when a decision cannot be taken', async () => {
    const broken: Decide = () => {
      throw new Error('broken');
    };
    expect(await outcomeOf('Dog.name', broken)).toMatchObject({ kind: 'failed' });
  });
});

describe('remembered permissions', () => {
  it('are asked of the rules once for a right, and anew when a protocol begins or ends', async () => {
    let asked = 0;
    const changesAt = new Date('2026-02-01T00:00:00Z');
    const counting: Decide = () => {
      asked += 1;
      return { kind: 'permit', clause, changesAt };
    };
    const memory = new PermissionMemory(compileProtocolRules(schema, map, counting));
    for (const at of ['2026-01-01', '2026-01-31', '2026-02-01'].map((day) => new Date(day))) {
      await memory.forRight(right, at).learn(['Dog.name', 'Query.dog'], at);
    }
    expect(asked).toBe(4);
    await memory.forRight({ ...right, purpose: 'OVERSIGHT' }, now).learn(['Dog.name'], now);
    expect(asked).toBe(5);
  });
});
