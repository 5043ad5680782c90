// A whole lookup across a border with two people signed in: a probation officer of Knowsley asks, The Hague's process
// manager decides, and the officer's own case file shows what was approved until the officer closes it.
import type { Browser } from 'playwright-core';
import { managedBy } from '../policy/knowsley-states';
import { seededRecords, subjectsWith } from '../acceptance/seeded-records';
import { adults, soughtOf } from '../lookups/steps';
import { faultsOf, newVisitor, openBrowser, type Visitor } from './browser';

jest.setTimeout(600_000);

const PURPOSE = 'CROSS_BORDER_CASE';
const OFFICER = 'nps.probation-officer';
const MANAGER = 'safety-house.process-manager';

/** An own open case of the officer's, read from the seeded records and not by the hub's own rule. */
const ownCase =
  seededRecords('Nominal').find((record) =>
    managedBy(OFFICER)({ ...record, subject: record.subject ?? null, shownTo: {} }),
  )?.subject ?? '';
const sought = adults('Client', 'birthDate').filter(({ id }) => subjectsWith('Case').has(id))[2];
if (sought === undefined) throw new Error('Nobody is seeded who could be looked up.');
const { givenName, familyName, birthDate, birthPlace = '' } = soughtOf(sought, 'birthDate');
const [year = '', month = '', day = ''] = birthDate.split('-');
const NAMES = [familyName, encodeURIComponent(familyName)];

let browser: Browser;
let officer: Visitor;
let manager: Visitor;
const addresses: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  // Without JavaScript: all of it is plain forms.
  officer = await newVisitor(browser, { javaScript: false });
  manager = await newVisitor(browser, { language: 'nl' });
  for (const { context } of [officer, manager]) context.on('request', (request) => addresses.push(request.url()));
});
afterAll(() => browser.close());

const stateOf = ({ page }: Visitor, attribute: string): Promise<string | null> =>
  page.locator(`main [${attribute}]`).first().getAttribute(attribute);

it('says what a lookup does to a person before anything can be asked', async () => {
  await officer.signIn(OFFICER, 'IOM_CASE_MANAGEMENT', '/lookup');
  await officer.page.click('main form button');
  expect(await officer.page.locator('.govuk-error-summary a').count()).toBe(3);
  expect(await officer.page.locator('.govuk-error-summary:focus').count()).toBe(1);
  await officer.page.fill('#caseReference', ownCase);
  await officer.page.fill('#justification', 'Moved here and says to have lived in The Hague');
  await officer.page.check('#understood');
  await officer.page.click('main form button');
  await officer.page.waitForURL(/\/lookup\/who$/);
});

it('says at each field what is wrong with it', async () => {
  await officer.page.fill('#familyName', familyName);
  await officer.page.click('main form button');
  expect(await officer.page.locator('#givenName-fault').count()).toBe(1);
  await officer.page.fill('#givenName', givenName);
  await officer.page.fill('#birthDay', '31');
  await officer.page.fill('#birthMonth', '2');
  await officer.page.fill('#birthYear', year);
  await officer.page.click('main form button');
  expect(await officer.page.textContent('#birthDay-fault')).toContain('no such date');
  expect(await officer.page.inputValue('#familyName')).toBe(familyName);
});

it('asks The Hague, and releases the identity of a probable match', async () => {
  const { page } = officer;
  await page.fill('#birthDay', day);
  await page.fill('#birthMonth', month);
  await page.fill('#birthPlace', birthPlace);
  await page.uncheck('input[name=targets][value=ERI]');
  await page.check('input[name=targets][value=SAFETY_HOUSE]');
  await page.click('main form button');
  await page.waitForURL(/\/lookup\/answer$/);
  expect(await stateOf(officer, 'data-outcome')).toBe('hit');
  expect(await page.content()).not.toContain(sought.id);
  await page.click('#release-SAFETY_HOUSE');
  await page.waitForURL(/\/lookup\/request\//);
  expect(await stateOf(officer, 'data-lookup-state')).toBe('RELEASED');
});

it('waits in the inbox of who decides there, explained field by field', async () => {
  const { page } = manager;
  await manager.signIn(MANAGER, PURPOSE, '/requests');
  expect(await page.textContent('nav.ways')).toMatch(/Verzoeken \(\d+ wachtend\)/);
  const review = page.locator('article[data-review]', { hasText: familyName }).last();
  expect(await review.textContent()).toMatch(/Achternaam: .*bits/s);
  expect(await faultsOf(manager)).toEqual([]);
  await review.locator('form button').click();
  expect(await page.textContent('.govuk-error-summary')).toContain('Kies een antwoord');
  expect(await faultsOf(manager)).toEqual([]);
  await page
    .locator('article[data-review]', { hasText: familyName })
    .last()
    .locator(`input[value="CONFIRM:${sought.id}"]`)
    .check();
  await page.locator('article[data-review]', { hasText: familyName }).last().locator('form button').click();
  await page.waitForURL(/\/requests\?done=identity$/);
});

it('is requested by the officer once it is confirmed', async () => {
  const { page } = officer;
  await page.reload();
  expect(await stateOf(officer, 'data-lookup-state')).toBe('CONFIRMED');
  await page.click('main form button');
  expect(await page.textContent('#categories-fault')).toContain('at least one category');
  await page.check('input[name=categories][value=IDENTITY]');
  await page.check('input[name=categories][value=CASE_PLAN]');
  await page.click('main form button');
  await page.waitForURL(/\/requests\?done=requested$/);
  expect(await stateOf(officer, 'data-request-state')).toBe('REQUESTED');
});

const fileOfOfficer = async (): Promise<string> => {
  const prefix = /^\/p\/[\w-]+/.exec(new URL(officer.page.url()).pathname)?.[0] ?? '';
  await officer.open(`${prefix}/people/${ownCase}`);
  return officer.page.content();
};

it('shows in the case file of the officer’s own case what was approved, while that lasts', async () => {
  expect(await fileOfOfficer()).not.toContain('id="safetyHouseClient-title"');
  const { page } = manager;
  await manager.page.reload();
  const waiting = page.locator('section[data-request-state=REQUESTED]').first();
  await waiting.locator('input[value=part]').check();
  await waiting.locator('input[name=categories][value=IDENTITY]').check();
  await waiting.locator('form button').click();
  expect(await page.textContent('.govuk-error-summary')).toContain('Kies hoe ermee moet worden omgegaan');
  const mended = page.locator('section[data-request-state=REQUESTED]').first();
  await mended.locator('input[value=H1]').check();
  await mended.locator('select[name=duration]').selectOption('P1D');
  await mended.locator('form button').click();
  await page.waitForURL(/\/requests\?done=decided$/);
  expect(await faultsOf(manager)).toEqual([]);

  const file = await fileOfOfficer();
  expect(file).toContain('id="safetyHouseClient-title"');
  expect(file).toContain(familyName);

  const prefix = /^\/p\/[\w-]+/.exec(new URL(officer.page.url()).pathname)?.[0] ?? '';
  await officer.open(`${prefix}/requests`);
  const granted = officer.page.locator('section[data-request-state=APPROVED_IN_PART]').first();
  await granted.locator('input[value=NO_ACTION_NEEDED]').check();
  await granted.locator('form button').click();
  await officer.page.waitForURL(/\/requests\?done=closed$/);
  expect(await stateOf(officer, 'data-request-state')).toBe('CLOSED');
  expect(await fileOfOfficer()).not.toContain('id="safetyHouseClient-title"');
});

it('leaves no name in an address or a cookie, asked nobody else and met no error', async () => {
  expect(addresses.filter((address) => NAMES.some((name) => address.includes(name)))).toEqual([]);
  const cookies = JSON.stringify([...(await officer.context.cookies()), ...(await manager.context.cookies())]);
  expect(NAMES.filter((name) => cookies.includes(name))).toEqual([]);
  expect([...officer.complaints, ...manager.complaints]).toEqual([]);
});

it.each([
  ['en', '/lookup'],
  ['nl', '/lookup'],
  ['it', '/lookup'],
  ['it', '/requests'],
] as const)('has no fault for who cannot see it well, in %s, at %s', async (language, address) => {
  const visitor = await newVisitor(browser, { language });
  await visitor.signIn(OFFICER, PURPOSE, address);
  expect(await faultsOf(visitor)).toEqual([]);
  if (address === '/lookup') {
    await visitor.page.click('main form button');
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.fill('#caseReference', ownCase);
    await visitor.page.fill('#justification', 'Looking at the pages of a lookup');
    await visitor.page.check('#understood');
    await visitor.page.click('main form button');
    await visitor.page.waitForURL(/\/lookup\/who$/);
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.click('main form button');
    expect(await visitor.page.locator('.govuk-error-summary').count()).toBe(1);
    expect(await faultsOf(visitor)).toEqual([]);
  }
  expect(visitor.complaints).toEqual([]);
  await visitor.context.close();
});
