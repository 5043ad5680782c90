import { inTurns } from './in-turns';

/** Two milliseconds of arithmetic: three of them fit into a turn. */
function work(): void {
  for (const end = performance.now() + 2; performance.now() < end;);
}

/** Runs what is given and counts how much work was done in each round of the event loop. */
async function doneInEachRound(run: (done: () => void) => Promise<unknown>): Promise<readonly number[]> {
  const rounds: number[] = [];
  let done = 0;
  let ended = false;
  const count = (): void => {
    rounds.push(done);
    done = 0;
    if (!ended) setImmediate(count);
  };
  setImmediate(count);
  await run(() => (done += 1));
  ended = true;
  return rounds;
}

describe('work in turns', () => {
  it('is done in the order of the items', async () => {
    expect(await inTurns([3, 1, 2], (item, index) => item * 10 + index)).toEqual([30, 11, 22]);
    expect(await inTurns([], work)).toEqual([]);
  });

  it.each([
    ['one long list', [30]],
    ['many short lists at a time', Array.from({ length: 30 }, () => 1)],
  ])('lets others in every few milliseconds: %s', async (_what, lengths) => {
    const rounds = await doneInEachRound((done) =>
      Promise.all(
        lengths.map((length) =>
          inTurns(Array.from({ length }), () => {
            work();
            done();
          }),
        ),
      ),
    );
    expect(rounds.reduce((sum, done) => sum + done, 0)).toBeGreaterThan(24);
    expect(Math.max(...rounds)).toBeLessThanOrEqual(3);
  });

  it('fails as the work fails, and later work is still done', async () => {
    await expect(
      inTurns([1], () => {
        throw new Error('cannot be done');
      }),
    ).rejects.toThrow('cannot be done');
    expect(await inTurns([1], (item) => item)).toEqual([1]);
  });
});
