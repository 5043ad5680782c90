import 'reflect-metadata';

import path from 'node:path';

import type { DataSource } from 'typeorm';

import { decide } from '../../../protocols/decide';
import type { Decision } from '../../../protocols/decision';
import { loadProtocols } from '../../../protocols/load-protocols';
import type { OrganisationId } from '../../../schema/organisations';
import type { Purpose } from '../../../schema/purposes';
import type { Requester } from '../../../schema/requester';
import { DisclosureScope } from '../../common/disclosure/disclosure-scope';
import { ownerGraph } from '../../common/serving/create-owner';
import { RequestStore } from '../../common/storage/request-store';
import { knowsleyIom } from '../definition';

const NOW = new Date('2026-03-01T12:00:00Z');
const { catalogue } = ownerGraph(knowsleyIom);
const protocols = loadProtocols(path.join(__dirname, '../../../protocols/agreements'), { synthetic: true });

/** What the owner itself decides on a coordinate, whatever the gateway lets through. */
function decided(recipient: string, purpose: Purpose, coordinate: string): Decision | undefined {
  const [organisation = '', role = ''] = recipient.split('.');
  const requester: Requester = {
    person: recipient,
    organisation: organisation as OrganisationId,
    role,
    jurisdiction: 'UK',
    purpose,
    requestId: 'request-1',
  };
  const untouched = {} as unknown as DataSource; // a decision asks no database
  const store = new RequestStore(untouched, requester, NOW, '2026-03-01', []);
  return new DisclosureScope(requester, '2026-03-01', catalogue, store, new Set(), (field) =>
    decide(protocols, requester, field, NOW),
  ).decide(coordinate);
}

describe('the owner, asked for a measure', () => {
  it.each<[string, Purpose, string, Decision['kind']]>([
    // Offences, score and cohort, each by its own clause; together they are what the measure gives away.
    ['merseyside-police.officer', 'IOM_CASE_MANAGEMENT', 'Nominal.prolific', 'permit when'],
    ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'Nominal.prolific', 'permit when'],
    ['hmp-liverpool.officer', 'IOM_CASE_MANAGEMENT', 'Nominal.prolific', 'deny'],
    // The police control offences and scores, and as the police alone not the cohort.
    ['merseyside-police.officer', 'OWN_CASE_WORK', 'Offence.month', 'permit when'],
    ['merseyside-police.officer', 'OWN_CASE_WORK', 'CorvusScore.band', 'permit when'],
    ['merseyside-police.officer', 'OWN_CASE_WORK', 'NominalProlific.value', 'permit when'],
    ['merseyside-police.officer', 'OWN_CASE_WORK', 'CohortMembership.status', 'deny'],
    ['merseyside-police.officer', 'OWN_CASE_WORK', 'Nominal.prolific', 'deny'],
    // The council keeps the cohort, and for its own work has neither offences nor scores.
    ['kmbc.iom-coordinator', 'OWN_CASE_WORK', 'CohortMembership.status', 'permit when'],
    ['kmbc.iom-coordinator', 'OWN_CASE_WORK', 'Nominal.prolific', 'deny'],
    ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'CorvusScore.band', 'permit when'],
    ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'Nominal.prolific', 'deny'],
    // A comparison gives away points, which the council does not see.
    ['merseyside-police.officer', 'IOM_CASE_MANAGEMENT', 'Query.compareScores', 'permit when'],
    ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'Query.compareScores', 'deny'],
  ])('by %s for %s, decides on %s: %s', (recipient, purpose, coordinate, kind) => {
    expect(decided(recipient, purpose, coordinate)?.kind).toBe(kind);
  });
});
