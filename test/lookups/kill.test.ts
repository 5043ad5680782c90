// Whoever is killed in the middle of a lookup, and at whichever step: the same step taken again goes through, nothing is
// granted that nobody approved, and who withdrew a consent is in no index. The long form (npm run test:long --
// lookup-kill) kills at many more moments, on both stores.
import { truth } from '../hub/hub';
import { ofThisRun } from '../hub/one-of-two-runs';
import { killLookups } from '../lookup-kill/kill-lookups';

const store = process.env.CONCORDAT_TEST_DATABASE === 'postgres' ? 'postgres' : 'embedded';

describe('lookups whose processes are killed', () => {
  it(`come to their end on the store of this run: ${store}`, async () => {
    const { kills, ended, grants, faults } = await killLookups(store, ofThisRun([0, 1]), truth());
    expect(faults).toEqual([]);
    expect(ended).toBe(1);
    // What was approved and closed, and what was approved and then declined.
    expect(grants).toBe(2);
    expect(Object.values(kills).reduce((sum, count) => sum + count, 0)).toBe(9);
  }, 400_000);
});
