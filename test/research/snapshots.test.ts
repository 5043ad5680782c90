// Snapshots for research: when one may be taken, that it is frozen, and what a later one redraws.
import { findingsOf } from './run-trials';
import type { SnapshotFindings } from './try-snapshots';

let findings: SnapshotFindings;
beforeAll(async () => {
  findings = await findingsOf<SnapshotFindings>('test/research/try-snapshots');
}, 300_000);

it('is taken once for each quarter, in their order and never ahead, by the operator alone', () => {
  expect(findings.refusals).toEqual({
    before: 'NO_SNAPSHOT',
    '2027-Q1': 'The quarter 2027-Q1 has not begun: nothing of it can be frozen yet.',
    '2026-Q5': '"quarter" is written as 2026-Q4.',
    now: '"quarter" is written as 2026-Q4.',
    first: 'taken',
    again: 'The snapshot of 2026-Q4 was taken already, and is frozen.',
    older: 'There is a snapshot of 2026-Q4 already: none is taken of 2026-Q3, before it.',
    stranger: 'UNAUTHENTICATED',
  });
});

it('holds the cohorts that ended twelve months before the quarter began', () => {
  expect(findings.first).toMatchObject({ quarter: '2026-Q4', closedUntil: '2025-Q3' });
  expect(findings.first['snapshot']).toMatch(/^[0-9a-f]{64}$/);
  expect(findings.people).toBe(11 * 60);
});

it('stays as it is, whatever becomes of the records', () => {
  expect(findings.same).toEqual({ repeated: true, recordsChanged: true, restarted: true });
});

it('redraws in the next quarter the noise of a cohort that changed, and of no other', () => {
  expect(findings.next).toMatchObject({ quarter: '2027-Q1', closedUntil: '2025-Q4' });
  expect(findings.next['snapshot']).not.toBe(findings.first['snapshot']);
  expect(findings.changedVersions).toEqual(['2024 Q2']);
  expect(findings.changedCohorts).toEqual(['2024 Q2']);
  expect(findings.appeared).toEqual(['2025 Q4']);
});

it('leaves people under the same pseudonyms, and stored once', () => {
  expect(findings.pseudonymsKept).toBe(true);
  expect(findings.snapshotsOfRows).toHaveLength(1);
});

it('is refused as a whole where the register has what is not published', () => {
  expect(findings.unpublished).toEqual({
    refusal: 'The register of eri has "CHILD" as AGE_BAND, which is no published category there.',
    snapshots: 2,
    people: 12 * 60 - 1,
  });
});

it('gives nothing by another key than it was taken with', () => {
  expect(findings.otherKey).toEqual(['NO_SNAPSHOT', 'NO_SNAPSHOT', 'NO_SNAPSHOT']);
});

it('is taken by the owners themselves where all people are invented, and once', () => {
  expect(findings.byThemselves).toEqual(['2026-Q4', '2026-Q4', '2026-Q4']);
});

it('is taken by a command, which says why it is not', () => {
  expect(findings.commands).toEqual({
    '--owner eri --quarter 2027-Q1': expect.stringMatching(
      /^0 eri: 2027-Q1 is taken, with entries until 2025-Q4 \([0-9a-f]{64}\)\n$/,
    ) as string,
    '--owner eri --quarter 2027-Q1 again':
      '1 eri did not do so: ADDRESS answered 409: The snapshot of 2027-Q1 was taken already, and is frozen.\n',
    'keys --owner eri': expect.stringMatching(/^0 eri [0-9a-f]{16}\n$/) as string,
    '--owner gmp --quarter 2027-Q1': '1 There is no owner gmp of people: name knowsley-iom, safety-house, eri\n',
  });
});
