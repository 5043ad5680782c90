// Whatever is killed, and whenever: what a client received is on record, and nothing is that it did not receive. The
// long form (npm run test:long -- ledger-kill) kills more often.
import { killOwners } from '../ledger-kill/kill-owners';

const store = process.env.CONCORDAT_TEST_DATABASE === 'postgres' ? 'postgres' : 'embedded';

describe('the ledgers of owners that are killed while they answer', () => {
  it(`are complete after ten deaths on the store of this run: ${store}`, async () => {
    const { kills, answers, telling, interrupted, unanswered, entries, ...faults } = await killOwners(store, 10, '1');
    expect(Object.values(kills).reduce((sum, count) => sum + count, 0)).toBe(10);
    // They were killed at work: some answers lacked an owner.
    expect(interrupted + unanswered).toBeGreaterThan(0);
    expect(telling).toBeGreaterThan(100);
    expect(entries).toBeGreaterThanOrEqual(telling);
    expect(answers).toBeGreaterThan(telling);
    expect(faults).toEqual({ missing: [], smaller: [], surplus: [], broken: [] });
  }, 400_000);
});
