// A research project through the dashboard: a researcher proposes it, three officers approve it, a table is described,
// given, and taken away as a file; without JavaScript, and in three languages.
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { inDays } from '../research/research-steps';
import { faultsOf, newVisitor, openBrowser, type Visitor } from './browser';

jest.setTimeout(600_000);

const RESEARCHER = ['ljmu.researcher', 'EVALUATION_RESEARCH'] as const;
const OFFICERS = [
  ['knowsley.dpo', 'en'],
  ['the-hague.dpo', 'nl'],
  ['turin.dpo', 'it'],
] as const;
const NAME = 'Reoffending by sex';

let browser: Browser;
let researcher: Visitor;
beforeAll(async () => {
  browser = await openBrowser();
  researcher = await newVisitor(browser, { javaScript: false });
});
afterAll(() => browser.close());

/** Looks at what a visitor has open with JavaScript on, which the checks need, in the same session. */
async function faultsAt(visitor: Visitor): Promise<readonly string[]> {
  const eyes = await newVisitor(browser);
  await eyes.context.addCookies(await visitor.context.cookies());
  await eyes.open(visitor.page.url());
  const faults = await faultsOf(eyes);
  await eyes.context.close();
  return [...faults, ...eyes.complaints];
}

it('is proposed by a researcher, who is told what is missing', async () => {
  const { page } = researcher;
  await researcher.signIn(...RESEARCHER, '/research');
  expect(await page.locator('nav.ways a').allTextContents()).toEqual(expect.arrayContaining(['Research']));
  expect(await page.locator('nav.ways a[href$="/research/approvals"]').count()).toBe(0);
  await page.click('main a[href$="/research/propose"]');
  expect(await faultsAt(researcher)).toEqual([]);
  await page.fill('#name', NAME);
  await page.click('main button');
  expect(await page.getAttribute('[role=alert]', 'data-refusal')).toBe('BAD_INPUT');
  expect(await page.inputValue('#name')).toBe(NAME);

  await page.fill('#question', 'Who reoffends within twelve months?');
  for (const dimension of ['SEX', 'AGE_BAND', 'REOFFENDED_12M']) await page.check(`input[value=${dimension}]`);
  await page.fill('#endsOn', inDays(30));
  await page.click('main button');
  await page.waitForURL(/\/research\?done=proposed/);
  expect(await page.textContent('[role=status].govuk-inset-text')).toContain('waits for the three officers');
  expect(await page.getAttribute('[data-project-state]', 'data-project-state')).toBe('PROPOSED');
  expect(await faultsAt(researcher)).toEqual([]);
});

it.each(OFFICERS)('is approved by %s, in %s', async (persona, language) => {
  const officer = await newVisitor(browser, { language });
  const { page } = officer;
  await officer.signIn(persona, 'OVERSIGHT', '/research/approvals');
  expect(await faultsOf(officer)).toEqual([]);
  const form = page.locator('section.file', { hasText: NAME }).locator('form').first();
  await form.locator('button[value=APPROVED]').click();
  expect(await page.textContent('main')).toContain(NAME);
  expect(await faultsOf(officer)).toEqual([]);
  await page.click('main form button');
  await page.waitForURL(/done=APPROVED/);
  expect(await page.locator('[role=status].govuk-inset-text').count()).toBe(1);
  expect(await faultsOf(officer)).toEqual([]);
  // What the officers' own organisation was given, and how often it looked.
  await officer.open('/disclosures');
  expect(await page.locator('form.filters').count()).toBe(1);
  expect(await faultsOf(officer)).toEqual([]);
  expect(officer.complaints).toEqual([]);
  await officer.context.close();
});

it('is described before a table is given, then given with markers and a chart, and taken away', async () => {
  const { page } = researcher;
  await researcher.open('/research');
  await page.click(`main h2 a:has-text("${NAME}")`);
  expect(await page.getAttribute('[data-project-state]', 'data-project-state')).toBe('APPROVED');
  await page.selectOption('#measure', 'REOFFENDING_RATE_12M');
  await page.check('input[name=by][value=JURISDICTION]');
  await page.check('input[name=by][value=SEX]');
  await page.click('main form button');
  expect(await page.textContent('main')).toContain('This table costs one of your tables.');
  expect(await faultsAt(researcher)).toEqual([]);

  await page.click('#give');
  const rows = page.locator('#research-table tbody tr');
  expect(await rows.count()).toBe(9);
  const statuses = await page.locator('#research-table tbody tr[data-status=PUBLISHED]').count();
  expect(statuses).toBeGreaterThan(0);
  expect(await page.locator('#research-table tbody tr:not([data-status=PUBLISHED]) td').allTextContents()).toEqual(
    expect.arrayContaining(['[c]']),
  );
  expect(await page.locator('figure.chart svg rect').count()).toBe(statuses);
  expect(await faultsAt(researcher)).toEqual([]);

  const [download] = await Promise.all([page.waitForEvent('download'), page.click('main a[href*="table.csv"]')]);
  const csv = readFileSync(await download.path(), 'utf8');
  expect(csv.split('\r\n')[0]).toBe('JURISDICTION,SEX,rate,low,high');
  expect(csv).toContain('citation,');
  const shown = (await page.locator('#research-table tbody tr').first().locator('td').first().textContent()) ?? '';
  const [, , rate = ''] = csv.split('\r\n')[1]?.split(',') ?? [];
  expect(shown.trim()).toBe(rate === '[c]' ? rate : `${String(Math.round(Number(rate) * 100))}%`);

  // The same table again is free, and says so.
  await page.click('main a[href*="measure="]:not([href*="table"])');
  expect(await page.textContent('main')).toContain('costs nothing');
  expect(researcher.complaints).toEqual([]);
});

it.each(['nl', 'it'] as const)('reads the same table in %s, with nothing wrong', async (language) => {
  const { page } = researcher;
  await page.click('#give');
  const address = page.url();
  const visitor = await newVisitor(browser, { language });
  await visitor.context.addCookies(await researcher.context.cookies());
  await visitor.open(`${address}&lng=${language}`);
  expect(await visitor.page.getAttribute('html', 'lang')).toBe(language);
  expect(await visitor.page.locator('#research-table tbody tr').count()).toBe(9);
  expect(await faultsOf(visitor)).toEqual([]);
  expect(visitor.complaints).toEqual([]);
  await visitor.context.close();
  await page.goBack();
});

it('is refused in words where the question asks for too much', async () => {
  const { page } = researcher;
  const project = /\/research\/([\w-]+)/.exec(page.url())?.[1] ?? '';
  await researcher.open(`/research/${project}/table?measure=COUNT&scope=ALL&by=PATHWAY`);
  expect(await page.getAttribute('[role=alert]', 'data-refusal')).toBe('DIMENSION_NOT_APPROVED');
  expect(await faultsAt(researcher)).toEqual([]);
  const stranger = await newVisitor(browser);
  await stranger.signIn('merseyside-police.officer', 'IOM_CASE_MANAGEMENT', `/research/${project}/table.csv?by=SEX`);
  expect(await stranger.page.textContent('main')).not.toContain('JURISDICTION,SEX');
  expect(await stranger.page.getAttribute('[role=alert]', 'data-refusal')).toBe('WITHHELD_BY_PROTOCOL');
  expect(await stranger.page.locator('nav.ways a[href$="/research"]').count()).toBe(0);
  await stranger.context.close();
});
