import 'reflect-metadata';

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { projectRoot } from '../../../service/project-root';
import { listDefinitions } from './list-definitions';

const ALL = listDefinitions({});

// DOMAIN.md A.5 and A.6, a line each; YOUTH of "UK/IT" is two, since the ages differ.
// prettier-ignore
const STATED: readonly (readonly [string, string, string])[] = [
  ['PROLIFIC_OFFENDER', 'NL',  'convictions60m >= 10 AND offences12m >= 1'],
  ['PROLIFIC_OFFENDER', 'UK',  'offences60m >= 20 AND offences12m >= 4 (threshold 4 or 5: configurable)'],
  ['PROLIFIC_OFFENDER', 'UK',  'score >= band threshold OR manualInclusion (with reason)'],
  ['PROLIFIC_OFFENDER', 'IT',  'undefined: return null with reason, never false'],
  ['REOFFENDING',       'UK',  'count(offence.offenceDate in (first, first+N months])'],
  ['REOFFENDING',       'NL',  'exists(custodyEpisode.start in (release, release+12m], startReason NEW_OFFENCE)'],
  ['REOFFENDING',       'UK',  'not used'],
  ['REOFFENDING',       'IT',  'exists(return in (first, first+N months], offence not before first); exclude where offenceDate < firstEngagement'],
  ['GRAVITY',           'UK',  'max(gravity post) vs max(gravity prior): scale must be configured and versioned, none is given'],
  ['SUCCESS',           'IT',  'attendanceRate = 1; employment outcome'],
  ['SUCCESS',           'NL',  'narrative'],
  ['DESISTANCE',        'NL',  'no automatic closure; review dates'],
  ['COST_OF_CRIME',     'UK',  'amount + asAt + carriedUntil'],
  ['CORVUS_SCORE',      'UK',  'score + scoringScheme{area,version} + components; never compare across schemes'],
  ['YOUTH',             'NL',  'age < 27'],
  ['YOUTH',             'UK',  'offender age 21 (YO)'],
  ['YOUTH',             'IT',  '25 (post-release provision)'],
  ['ROUTE_ELIGIBILITY', 'NL',  '18 <= age <= 35 AND exOffender AND NOT onProbation AND NOT outstandingProsecutions AND homeless; 4 months, extendable'],
  ['ROUTE_ELIGIBILITY', 'NL',  '18 <= age <= 27 AND exOffender AND NOT outstandingProsecutions AND NOT homeless'],
  ['TARGET_RATING',     'ALL', 'achieved >= target: GREEN; 2 x achieved >= target: AMBER; else RED; null without either'],
];

it.each(STATED)('has %s of %s: %s', (concept, jurisdiction, computableForm) => {
  expect(ALL).toContainEqual(expect.objectContaining({ concept, jurisdiction, computableForm }));
});

it('mends what the second reading mended, and says so', () => {
  const mended = ALL.filter((definition) => definition.mended !== null).map(({ version }) => version);
  expect(mended).toEqual(
    expect.arrayContaining(['NL-AFTERCARE-1', 'UK-PROJECT-1', 'UK-CORVUS-SCORE-1', 'TARGET-RATING-PROPOSED-1']),
  );
});

it('is worded in three languages, none of them a copy', () => {
  for (const { version, text } of ALL) {
    expect([version, new Set([text.en.trim(), text.nl?.trim(), text.it?.trim()]).size]).toEqual([version, 3]);
    expect(Object.values(text).filter((words) => !words)).toEqual([]);
  }
});

it('has a version, a source and a form to compute for each', () => {
  expect(new Set(ALL.map(({ version }) => version)).size).toBe(ALL.length);
  expect(
    ALL.filter(({ version, source, computableForm }) => !/-\d+$/.test(version) || !source || !computableForm),
  ).toEqual([]);
});

it('is narrowed to a concept, a jurisdiction or both', () => {
  expect(listDefinitions({ concept: 'PROLIFIC_OFFENDER', jurisdiction: 'IT' }).map(({ version }) => version)).toEqual([
    'IT-PROLIFIC-1',
  ]);
  expect(new Set(listDefinitions({ concept: 'REOFFENDING' }).map(({ jurisdiction }) => jurisdiction))).toEqual(
    new Set(['UK', 'NL', 'IT']),
  );
  expect(listDefinitions({ jurisdiction: 'FR' })).toEqual([]);
});

it('is the one source: no owner words a definition of its own', () => {
  const subgraphs = path.join(projectRoot, 'subgraphs');
  const own = readdirSync(subgraphs, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => file !== path.join('common', 'graph', 'definition.ts'))
    .filter((file) =>
      /new Definition\(|instanceWith\(Definition\b/.test(readFileSync(path.join(subgraphs, file), 'utf8')),
    );
  expect(own).toEqual([]);
});
