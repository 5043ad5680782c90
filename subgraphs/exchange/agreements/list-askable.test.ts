import type { Decision } from '../../../protocols/decision';
import type { FieldDisclosure } from '../../../schema/permission-map';
import { listAskable } from './list-askable';

const clause = { protocol: 'P', version: '1.0.0', clause: 'c' };
const field = (coordinate: string): FieldDisclosure => ({
  coordinate,
  category: 'HOUSING',
  level: 'BAND',
  controller: 'kiom',
});
const FIELDS = ['Two.b', 'One.a', 'Two.a', 'One.denied', 'Twosome.a'].map(field);
const decide = ({ coordinate }: FieldDisclosure): Decision => {
  if (coordinate.endsWith('.denied')) return { kind: 'deny', clause, reason: 'NOT_PERMITTED' };
  if (!coordinate.endsWith('.b')) return { kind: 'permit', clause };
  return { kind: 'permit when', alternatives: [{ clause, predicates: [{ name: 'adult', arguments: {} }] }] };
};
const ask = { includeDenied: false, first: 10 };
const named = (answer: ReturnType<typeof listAskable>) => answer.fields.map(({ coordinate }) => coordinate);

describe('what may be asked', () => {
  it('leaves out what is denied, unless it is asked for', () => {
    expect(named(listAskable(FIELDS, decide, ask))).toEqual(['One.a', 'Two.a', 'Two.b', 'Twosome.a']);
    const [, denied] = listAskable(FIELDS, decide, { ...ask, includeDenied: true }).fields;
    expect(denied).toMatchObject({ coordinate: 'One.denied', decision: 'DENY', ways: [{ ...clause, conditions: [] }] });
  });

  it('names no type of which nothing is shown, and no root field that is denied', () => {
    const hidden = [...FIELDS, field('Hidden.denied'), field('Query.denied'), field('Query.shown')];
    const all = named(listAskable(hidden, decide, { ...ask, includeDenied: true }));
    expect(all).toEqual(['One.a', 'One.denied', 'Query.shown', 'Two.a', 'Two.b', 'Twosome.a']);
  });

  it('is narrowed to one type by its whole name', () => {
    expect(named(listAskable(FIELDS, decide, { ...ask, typeName: 'Two' }))).toEqual(['Two.a', 'Two.b']);
  });

  it('says conditions in words', () => {
    const [, conditional] = listAskable(FIELDS, decide, { ...ask, typeName: 'Two' }).fields;
    expect(conditional).toMatchObject({
      decision: 'PERMIT_WHEN',
      ways: [{ ...clause, conditions: [{ predicate: 'adult', words: 'The person is 18 or over.' }] }],
    });
  });

  it('is read a part at a time, each field once', () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const part: ReturnType<typeof listAskable> = listAskable(FIELDS, decide, { ...ask, first: 3, after });
      expect(part.count).toBe(4);
      seen.push(...named(part));
      after = part.next;
    } while (after !== null);
    expect(seen).toEqual(['One.a', 'Two.a', 'Two.b', 'Twosome.a']);
  });
});
