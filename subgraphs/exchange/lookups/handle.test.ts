import fc from 'fast-check';

import { HANDLE_LIVES_MS, type HandleBinding, hashOfHandle, issueHandle, redeemHandle } from './handle';

const BINDING: HandleBinding = {
  person: 'om-den-haag.prosecutor',
  organisation: 'om-den-haag',
  purpose: 'CROSS_BORDER_CASE',
  protocol: 'XJ-LOOKUP@1.0.0',
  target: 'knowsley-iom',
};
const NOW = 1_000_000;

describe('a handle', () => {
  it('is 256 random bits, of which only the hash is kept', () => {
    const { handle, record } = issueHandle(BINDING, NOW);
    expect(Buffer.from(handle, 'base64url')).toHaveLength(32);
    expect(record.hash).toBe(hashOfHandle(handle));
    expect(record.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(record)).not.toContain(handle);
    expect(issueHandle(BINDING, NOW).handle).not.toBe(handle);
  });

  it('is redeemed once, within a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.nat({ max: HANDLE_LIVES_MS - 1 }), fc.nat({ max: 2 * HANDLE_LIVES_MS }), (first, later) => {
        const redeemed = redeemHandle(issueHandle(BINDING, NOW).record, BINDING, NOW + first);
        if (redeemed.kind !== 'REDEEMED') throw new Error('It is refused.');
        expect(redeemed.record.usedAt).toBe(NOW + first);
        expect(redeemHandle(redeemed.record, BINDING, NOW + first + later).kind).toBe('REFUSED');
      }),
    );
    const { record } = issueHandle(BINDING, NOW);
    expect(redeemHandle(record, BINDING, NOW + HANDLE_LIVES_MS)).toEqual({
      kind: 'REFUSED',
      told: 'EXPIRED',
      recorded: 'EXPIRED',
    });
  });

  it.each([
    ['person', 'reclassering.probation-officer'],
    ['organisation', 'reclassering'],
    ['purpose', 'PATHWAY_SERVICE'],
    ['protocol', 'XJ-LOOKUP@1.0.1'],
    ['target', 'eri'],
  ] as const)('is unknown to another %s, also when it was used or has expired', (part, other) => {
    const { record } = issueHandle(BINDING, NOW);
    const used = { ...record, usedAt: NOW };
    const presented = { ...BINDING, [part]: other };
    const unknown = redeemHandle(undefined, presented, NOW);
    for (const known of [record, used]) {
      for (const now of [NOW, NOW + HANDLE_LIVES_MS]) {
        const refused = redeemHandle(known, presented, now);
        expect(refused).toEqual({ ...unknown, recorded: 'FOREIGN' });
      }
    }
  });
});
