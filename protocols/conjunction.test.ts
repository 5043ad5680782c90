import { conjunctionOf } from './conjunction';
import type { Decision } from './decision';

const clause = (id: string) => ({ protocol: 'P', version: '1.0.0', clause: id });
const permit: Decision = { kind: 'permit', clause: clause('open') };
const deny = (id: string): Decision => ({ kind: 'deny', clause: clause(id), reason: 'NOT_PERMITTED' });
const when = (...alternatives: readonly (readonly string[])[]): Decision => ({
  kind: 'permit when',
  alternatives: alternatives.map((names) => ({
    clause: clause(names.join('+')),
    predicates: names.map((name) => ({ name, arguments: {} })),
  })),
});
const conditionsOf = (decision: Decision): readonly string[] =>
  decision.kind === 'permit when'
    ? decision.alternatives.map(({ predicates }) =>
        predicates
          .map(({ name }) => name)
          .sort()
          .join('+'),
      )
    : [decision.kind];

describe('the decision on a value that gives away several', () => {
  it('is the own one where it gives away no other', () => {
    expect(conjunctionOf(permit, [])).toBe(permit);
    expect(conditionsOf(conjunctionOf(when(['a']), [permit]))).toEqual(['a']);
    expect(conditionsOf(conjunctionOf(permit, [when(['a'])]))).toEqual(['a']);
  });

  it('denies where one of them is denied, and cites that clause', () => {
    expect(conjunctionOf(permit, [when(['a']), deny('withheld')])).toMatchObject({
      kind: 'deny',
      clause: { clause: 'withheld' },
    });
  });

  it('joins the conditions of all', () => {
    expect(conditionsOf(conjunctionOf(when(['a'], ['b']), [when(['c'])]))).toEqual(['a+c', 'b+c']);
  });

  it('says the same condition once, and leaves out what only adds to another', () => {
    expect(conditionsOf(conjunctionOf(when(['a'], ['b']), [when(['a'], ['b']), when(['b'], ['a'])]))).toEqual([
      'a',
      'b',
    ]);
  });

  it('tells conditions apart by their arguments', () => {
    const months = (count: number): Decision => ({
      kind: 'permit when',
      alternatives: [{ clause: clause('c'), predicates: [{ name: 'recordedInArea', arguments: { months: count } }] }],
    });
    expect(conditionsOf(conjunctionOf(months(1), [months(12)]))).toEqual(['recordedInArea+recordedInArea']);
  });

  it('holds until the first of them may change', () => {
    const [sooner, later] = [new Date('2026-01-01'), new Date('2027-01-01')];
    const decision = conjunctionOf({ ...permit, changesAt: later }, [{ ...permit, changesAt: sooner }]);
    expect(decision.changesAt).toEqual(sooner);
  });
});
