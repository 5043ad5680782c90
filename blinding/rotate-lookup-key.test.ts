import fc from 'fast-check';

import {
  beginRotation,
  changeOver,
  dropOldKey,
  keyInForce,
  type KeyRotation,
  keysPushed,
  OLD_KEY_LINGERS_MS,
  RotationRefused,
} from './rotate-lookup-key';

const STEADY: KeyRotation = { phase: 'STEADY', key: 'old' };
const RETAGGING = beginRotation(STEADY, 'new');
const LINGERING = changeOver(RETAGGING, 0, 1_000);

/** An owner with its people and the exchange's index of them, driven by events in any order. */
class Hub {
  rotation: KeyRotation = STEADY;
  now = 0;
  made = 0;
  /** Of each person, the keys whose tags the exchange has. */
  readonly index = new Map<number, ReadonlySet<string>>();
  /** Questions that were evaluated and have not reached the exchange yet: by which key, and when. */
  readonly onTheirWay: { readonly key: string; readonly at: number }[] = [];

  write(person: number): void {
    this.index.set(person, new Set(keysPushed(this.rotation)));
  }

  peopleWithoutNewTags(): number {
    const { rotation } = this;
    if (rotation.phase !== 'RETAGGING') return 0;
    return [...this.index.values()].filter((keys) => !keys.has(rotation.next)).length;
  }

  step(event: string, person: number, passes: number): void {
    this.now += passes;
    try {
      if (event === 'write') this.write(person);
      if (event === 'retag' && this.index.has(person)) this.write(person);
      if (event === 'retag all') for (const known of this.index.keys()) this.write(known);
      if (event === 'ask') this.onTheirWay.push({ key: keyInForce(this.rotation), at: this.now });
      if (event === 'begin') this.rotation = beginRotation(this.rotation, `key ${(this.made += 1)}`);
      if (event === 'change over') this.rotation = changeOver(this.rotation, this.peopleWithoutNewTags(), this.now);
      if (event === 'drop') {
        this.rotation = dropOldKey(this.rotation, this.now);
        for (const [known, keys] of this.index) {
          this.index.set(known, new Set([...keys].filter((key) => keysPushed(this.rotation).includes(key))));
        }
      }
    } catch (error) {
      if (!(error instanceof RotationRefused)) throw error;
    }
  }
}

describe('the replacement of a lookup key', () => {
  it('pushes both keys’ tags until the old key is dropped, and asks by the new one once all have its tags', () => {
    const dropped = dropOldKey(LINGERING, 1_000 + OLD_KEY_LINGERS_MS);
    expect([STEADY, RETAGGING, LINGERING, dropped].map((state) => [keyInForce(state), keysPushed(state)])).toEqual([
      ['old', ['old']],
      ['old', ['old', 'new']],
      ['new', ['old', 'new']],
      ['new', ['new']],
    ]);
  });

  it.each([
    ['a second replacement', () => beginRotation(RETAGGING, 'third'), 'is being replaced already (RETAGGING)'],
    ['one while the old key lingers', () => beginRotation(LINGERING, 'third'), 'is being replaced already (LINGERING)'],
    ['the same key again', () => beginRotation(STEADY, 'old'), 'The next key is the present one'],
    [
      'a change while somebody has no new tags',
      () => changeOver(RETAGGING, 2, 0),
      '2 people have no tags of the new key',
    ],
    ['a change to nothing', () => changeOver(STEADY, 0, 0), 'nothing to change over to (STEADY)'],
    ['dropping too early', () => dropOldKey(LINGERING, 1_000 + OLD_KEY_LINGERS_MS - 1), 'may still arrive'],
    ['dropping the only key', () => dropOldKey(STEADY, 0), 'no old key to drop (STEADY)'],
    ['dropping before the change', () => dropOldKey(RETAGGING, 0), 'no old key to drop (RETAGGING)'],
  ])('refuses %s', (_what, step, message) => {
    expect(step).toThrow(message);
  });

  it('never misses anybody who is indexed, whatever happens in which order', () => {
    const event = fc.tuple(
      fc.constantFrom('write', 'retag', 'retag all', 'ask', 'begin', 'change over', 'drop'),
      fc.nat({ max: 3 }),
      fc.constantFrom(0, 1_000, OLD_KEY_LINGERS_MS),
    );
    let replaced = 0;
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const hub = new Hub();
        [0, 1, 2].forEach((person) => {
          hub.write(person);
        });
        for (const [name, person, passes] of events) {
          hub.step(name, person, passes);
          const live = hub.onTheirWay.filter(({ at }) => hub.now - at < OLD_KEY_LINGERS_MS);
          for (const keys of hub.index.values()) {
            expect(keys).toContain(keyInForce(hub.rotation));
            for (const { key } of live) expect(keys).toContain(key);
          }
        }
        if (hub.rotation.phase === 'STEADY' && hub.rotation.key !== 'old') replaced += 1;
      }),
      { numRuns: 500 },
    );
    // The property says something only where replacements came to their end.
    expect(replaced).toBeGreaterThan(0);
  });
});
