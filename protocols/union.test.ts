import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { FieldDisclosure } from '../schema/permission-map';
import { readPermissionMap } from '../schema/read-permission-map';
import { findUndone } from './find-undone';
import { loadProtocols } from './load-protocols';
import { printUnion } from './print-union';
import type { ProtocolSet } from './protocol';
import { faultsOfReasons, readUnionReasons } from './union-reasons';

const NOW = new Date('2026-06-15T12:00:00Z');
const ROOT = path.join(__dirname, '..');
const SET = loadProtocols(path.join(__dirname, 'agreements'), { synthetic: true });
const FIELDS = [
  ...readPermissionMap(readFileSync(path.join(ROOT, 'schema/supergraph.graphql'), 'utf8')).fields.values(),
];
const REASONS = readUnionReasons(path.join(__dirname, 'union-reasons.yaml'));
const UNDONE = findUndone(SET, FIELDS, NOW);
const REPORT = printUnion(SET, FIELDS, REASONS, NOW);

describe('the union of what a role could gather', () => {
  it('gives for one purpose what another denies only where a line says why, and no line is idle', () => {
    expect(faultsOfReasons(UNDONE, REASONS)).toEqual([]);
  });

  it('is printed in docs/union.md', () => {
    expect(readFileSync(path.join(ROOT, 'docs/union.md'), 'utf8')).toBe(REPORT);
  });

  it('shows where one purpose of a role reaches further than another', () => {
    const council = REPORT.split('### ').find((part) => part.startsWith('kmbc.iom-coordinator'));
    expect(council).toContain('| ! | RISK_SCORE/COHORT |');
    expect(council).toContain('|  | RISK_SCORE/CORVUS |');
  });
});

/** An agreement between the police and a mentor, for a purpose, that gives these categories or none. */
const agreement = (id: string, purpose: string, permits: readonly string[]): ProtocolSet['protocols'][number] =>
  ({
    ...SET.protocols[0],
    id,
    clauses: [
      {
        ...SET.protocols[0]?.clauses[0],
        id: 'only',
        recipients: [{ organisation: 'mals', role: 'mentor' }],
        disclosers: ['merseyside-police'],
        purposes: [purpose],
        permits: permits.map((category) => ({ category, level: 'FULL' })),
        when: [],
      },
    ],
  }) as unknown as ProtocolSet['protocols'][number]; // the engine reads no more of it
const OFFENCE = {
  coordinate: 'Offence.code',
  controller: 'merseyside-police',
  category: 'OFFENCE',
  level: 'BAND',
} as FieldDisclosure;

describe('a purpose that undoes another', () => {
  const set = {
    ...SET,
    protocols: [agreement('NARROW', 'MENTORING_SUPPORT', ['REFERRAL']), agreement('WIDE', 'REFERRAL', ['OFFENCE'])],
  };
  const undone = findUndone(set, [OFFENCE], NOW);

  it('is found, with who gains by it', () => {
    expect(undone).toEqual([{ recipient: 'mals.mentor', gives: 'WIDE', denies: 'NARROW', what: 'OFFENCE' }]);
  });

  it('is none where no agreement stands between the two for the other purpose', () => {
    expect(findUndone({ ...set, protocols: set.protocols.slice(1) }, [OFFENCE], NOW)).toEqual([]);
  });

  it('is told where no line says why, and so is a line that explains nothing', () => {
    expect(faultsOfReasons(undone, [])).toEqual([expect.stringContaining('WIDE gives mals.mentor OFFENCE')]);
    const why = 'because both of them agreed on it';
    expect(faultsOfReasons(undone, [{ gives: 'WIDE', denies: 'NARROW', what: ['OFFENCE', 'VICTIM'], why }])).toEqual([
      'WIDE over NARROW, VICTIM: explains nothing, take it out',
    ]);
  });
});
