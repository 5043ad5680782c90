import { createSynthetic } from './synthetic';

describe('createSynthetic', () => {
  it('gives the same values for the same seed and owner, and others for another seed', () => {
    const values = (seed: string): unknown[] => {
      const synthetic = createSynthetic(seed, 'eri');
      return [
        synthetic.id('participant', 1),
        synthetic.random(),
        synthetic.integer(1, 1000),
        synthetic.pick(['a', 'b', 'c']),
      ];
    };
    expect(values('7')).toEqual(values('7'));
    expect(values('7')).not.toEqual(values('8'));
  });

  it('makes opaque keys with the owner’s prefix', () => {
    expect(createSynthetic('1', 'knowsley-iom').id('nominal', 3)).toMatch(/^kn-[a-z2-7]{16}$/);
  });

  it('keeps streams independent of each other', () => {
    const synthetic = createSynthetic('1', 'eri');
    const before = createSynthetic('1', 'eri').stream('two').random();
    synthetic.stream('one').random();
    expect(synthetic.stream('two').random()).toBe(before);
  });
});
