import { hub, shippedProtocols } from '../hub/hub';
import { ofThisRun } from '../hub/one-of-two-runs';
import { clausesIn, ClauseDeletions, OPENING_NO_LIST } from './delete-clauses';

// The short form of `npm run test:long -- clause-deletion`, which asks everybody about everything for each clause. Of
// CI's two runs the one on the embedded database deletes every fourth clause, the one on PostgreSQL the others.
const SEED = '1';

const CLAUSES = ofThisRun(
  clausesIn(shippedProtocols()).map((found) => [`${found.protocol.id} ${found.clause.id}`, found] as const),
  4,
);

let deletions: ClauseDeletions;
let prepared = false;
beforeAll(async () => {
  deletions = await ClauseDeletions.prepare(
    hub,
    SEED,
    'short',
    CLAUSES.map(([, removed]) => removed),
  );
  prepared = true;
}, 300_000);
afterAll(async () => {
  if (prepared) await deletions.restore();
}, 60_000);

it.each(CLAUSES)(
  'without %s its recipients lose exactly what it permits, and nobody else anything',
  async (name, { protocol, clause }) => {
    const verdicts = await deletions.remove(protocol, clause);
    expect(verdicts.flatMap(({ faults }) => faults)).toEqual([]);
    const lost = verdicts.reduce((sum, verdict) => sum + verdict.lost, 0);
    if (name in OPENING_NO_LIST) {
      expect(lost).toBe(0);
      return;
    }
    // A clause whose removal nobody notices is not shown to permit anything.
    expect(lost).toBeGreaterThan(0);
  },
  60_000,
);
