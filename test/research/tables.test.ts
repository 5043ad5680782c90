// Tables for research at an owner: who is given one and in which project, how it is charged, what it consists of, and
// that nothing of one owner can be read from its share of a total.
import { findingsOf } from './run-trials';
import type { TableFindings } from './try-tables';

let findings: TableFindings;
beforeAll(async () => {
  findings = await findingsOf<TableFindings>('test/research/try-tables');
}, 300_000);

it('approves a project by the officer of its own jurisdiction alone, and in the terms of that day', () => {
  expect(findings.charters).toEqual({
    byOther: 'NOT_THE_OFFICER',
    forOtherPurpose: 'NOT_THE_OFFICER',
    byResearcher: 'NOT_THE_OFFICER',
    tooManyTables: 'BAD_INPUT',
    unknownDimension: 'BAD_INPUT',
    approved: '{"approved":true}',
    again: '{"approved":true}',
    widened: 'CHARTER_DECIDED',
    refused: '{"approved":false}',
    refusedAgain: '{"approved":false}',
    approvedAfterwards: 'CHARTER_DECIDED',
  });
});

it('refuses what is outside of the lattice, the agreement, the project or the ledger', () => {
  expect(findings.refusals).toEqual({
    noSnapshot: 'NO_SNAPSHOT',
    otherSnapshot: 'SNAPSHOT_CHANGED',
    noProject: 'PROJECT_NOT_APPROVED',
    ended: 'PROJECT_ENDED',
    stranger: 'NOT_IN_PROJECT',
    officer: 'WITHHELD_BY_PROTOCOL',
    otherPurpose: 'WITHHELD_BY_PROTOCOL',
    dimension: 'DIMENSION_NOT_APPROVED',
    meanWithoutDimension: 'DIMENSION_NOT_APPROVED',
    meanOfAll: 'BAD_INPUT',
    fiveDimensions: 'BAD_INPUT',
    unknownDimension: 'BAD_INPUT',
    dimensionTwice: 'BAD_INPUT',
    totalOfOne: 'BAD_INPUT',
    notReserved: 'TABLE_NOT_RESERVED',
    sharesOfOwn: 'BAD_INPUT',
    cellsOfTotal: 'BAD_INPUT',
    spent: 'TABLES_SPENT',
    repeatWhenSpent: 'answered',
    ledgerOfStranger: 'NOT_IN_PROJECT',
    refused: 'PROJECT_NOT_APPROVED',
  });
});

it('refuses in the same bytes whoever its people are', () => {
  expect(findings.areDifferent).toBe(true);
  expect(findings.refusedAlike).toBe(true);
});

it('answers the exchange alone', () => {
  expect(Object.keys(findings.callers)).toHaveLength(24);
  expect(new Set(Object.values(findings.callers))).toEqual(new Set(['UNAUTHENTICATED']));
});

describe('the ledger of tables', () => {
  it('charges a table once, however many ask for it at once', () => {
    expect(findings.charges.sameAtOnce).toEqual({ 200: 30, spent: 1, given: 1 });
  });

  it('gives of many different ones at once as many as the project may have', () => {
    expect(findings.charges.differentAtOnce).toEqual({ given: 25, TABLES_SPENT: 5, spent: 25 });
  });

  it('takes a reservation back with the last that holds it, and none that was given', () => {
    expect(findings.charges.released).toEqual([2, 2, 1]);
    expect(findings.charges.releasedWhenGiven).toBe(1);
  });

  it('forgets a reservation that nobody follows up, also after a restart', () => {
    expect(findings.charges.afterRestart).toBe(2);
    expect(findings.charges.ranOut).toEqual([2, 'TABLE_NOT_RESERVED', 1]);
  });

  it('charges nothing that could not be recorded, and nothing of it leaves', () => {
    expect(findings.charges.notRecorded).toEqual([500, 1, 1]);
  });

  it('ends at sixty tables of a snapshot for all projects together', () => {
    expect(findings.charges.allProjects).toEqual({
      another: 'SNAPSHOT_TABLES_SPENT',
      'of another project': '200',
    });
    expect(findings.charges.given).toBe(60);
  });

  it('stands beside the disclosure ledger, which has every answer under its clause and nobody in it', () => {
    // Thirty times one table, then 25 of 30 different ones, and 35 of other projects.
    expect(findings.charges.entries).toBe(90);
    expect(findings.charges.entry).toEqual({
      protocols: ['XJ-RESEARCH@1.0.0'],
      clauses: ['XJ-RESEARCH/aggregates'],
      subjects: [],
      outcome: 'disclosed',
    });
  });
});

describe('cells of one owner', () => {
  it('are those of its own jurisdiction, with the same digits in whatever order and whenever they are computed', () => {
    expect(findings.cells.count).toBe(15);
    expect(findings.cells.digits).toEqual([true, true]);
  });

  it('are near the truth where there are many people, and are not told where there are hardly any', () => {
    expect(findings.cells.byTrueCount).toMatchObject({ 0: 'c z', '1 to 2': 'c', '25 and more': 'number' });
    expect(findings.cells.byTrueCount['3 to 24']).toContain('c');
    expect(findings.cells.most).toBeGreaterThan(0);
    expect(findings.cells.most).toBeLessThan(20);
  });

  it('have means within their interval, the same again, and none where no sessions are recorded', () => {
    const { eri, again, truth } = findings.cells.means as {
      eri: readonly { mean: number; low: number; high: number }[];
      again: unknown;
      truth: readonly { mean: number }[];
    };
    expect(eri[2]).toBe('c');
    for (const [place, { mean }] of truth.entries()) {
      expect(eri[place]?.low).toBeLessThan(mean);
      expect(eri[place]?.high).toBeGreaterThan(mean);
    }
    expect(again).toEqual(eri);
    expect(findings.cells.means['safety-house']).toEqual(['z', 'z', 'z']);
  });
});

describe('shares of a total', () => {
  it('come to the truth and noise when all three are there, and to random numbers when one is missing', () => {
    expect(findings.totals.cells).toBe(15);
    expect(findings.totals.furthest).toBeGreaterThan(0);
    expect(findings.totals.furthest).toBeLessThan(25);
    // Of fifteen random numbers below 2^32 not even one is expected within a million of zero.
    expect(Math.max(...findings.totals.nearWithoutAll)).toBeLessThanOrEqual(1);
    expect(findings.totals.repeated).toBe(true);
  });

  it('are not made for an owner that shows another key, until an operator accepts the one with this fingerprint', () => {
    expect(findings.totals.otherKey).toBe('SOURCE_UNAVAILABLE');
    expect(findings.totals.wrongFingerprint).toBe(409);
    expect(findings.totals.accepted).toEqual(['{"accepted":true}', '{"accepted":true}']);
    expect(findings.totals.furthestAfterwards).toBeLessThan(25);
  });
});
