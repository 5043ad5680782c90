import { setImmediate } from 'node:timers/promises';

/** How long arithmetic may keep everything else waiting: some twenty evaluations. */
const TURN_MS = 5;

let last: Promise<unknown> = Promise.resolve();

/** One turn to each round of the event loop, whoever waits for it: many small lists must not add up to one long hold. */
function nextTurn(): Promise<unknown> {
  last = last.then(() => setImmediate());
  return last;
}

/** Does work on each item, in turns of a few milliseconds between which other requests are served. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  while (results.length < items.length) {
    await nextTurn();
    const end = performance.now() + TURN_MS;
    do results.push(work(items[results.length] as Item, results.length));
    while (results.length < items.length && performance.now() < end);
  }
  return results;
}
