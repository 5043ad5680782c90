import { hub, shippedProtocols } from '../hub/hub';
import { clausesIn, ClauseDeletions } from './delete-clauses';

// The short form of `npm run test:long -- clause-deletion`, which asks everybody about everything for each clause.
const SEED = '1';

let deletions: ClauseDeletions;
beforeAll(async () => {
  deletions = await ClauseDeletions.prepare(hub, SEED, 'short');
}, 180_000);
afterAll(async () => {
  await deletions.restore();
}, 60_000);

it.each(clausesIn(shippedProtocols()).map((found) => [`${found.protocol.id} ${found.clause.id}`, found] as const))(
  'without %s its recipients lose exactly what it permits, and nobody else anything',
  async (_name, { protocol, clause }) => {
    const verdicts = await deletions.remove(protocol, clause);
    expect(verdicts.flatMap(({ faults }) => faults)).toEqual([]);
    // A clause whose removal nobody notices is not shown to permit anything.
    expect(verdicts.reduce((sum, { lost }) => sum + lost, 0)).toBeGreaterThan(0);
  },
  60_000,
);
