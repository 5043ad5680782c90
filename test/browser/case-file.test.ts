// What the dashboard's first users do: a probation officer reads a case file, in three languages; a mentor sees what is
// withheld and why; and both do it without a mouse, and without JavaScript.
import type { Browser } from 'playwright-core';
import { hub, truth } from '../hub/hub';
import { faultsOf, newVisitor, openBrowser, type Visitor } from './browser';

jest.setTimeout(300_000);

const OFFICER = ['nps.probation-officer', 'IOM_CASE_MANAGEMENT'] as const;
const MENTOR = ['mals.mentor', 'MENTORING_SUPPORT'] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Opens the first case file of the list that is shown. */
async function openFirstFile({ page }: Visitor): Promise<string> {
  await page.click('main table a[href*="/people/"]');
  await page.waitForURL(/\/people\//);
  return /\/people\/([^/?]+)/.exec(page.url())?.[1] ?? '';
}

const statesOf = ({ page }: Visitor): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('[data-state]')].map((cell) => cell.dataset.state)`);

describe.each([
  ['en', 'Case file', 'Withheld', 'Not recorded', 'You are nps.probation-officer'],
  ['nl', 'Dossier', 'Niet gedeeld', 'Niet vastgelegd', 'U bent nps.probation-officer'],
  ['it', 'Fascicolo', 'Non condiviso', 'Non registrato', 'Lei è nps.probation-officer'],
] as const)('a probation officer, in %s', (language, file, withheld, notRecorded, youAre) => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await newVisitor(browser, { language });
  });
  afterAll(() => visitor.context.close());

  it('reads what is published before signing in', async () => {
    await visitor.open('/');
    expect(await visitor.page.getAttribute('html', 'lang')).toBe(language);
    expect(await visitor.page.$$('a[href^="/protocols/KIOM-CORE"]')).toHaveLength(1);
    expect(await visitor.page.$$('main tbody tr')).not.toHaveLength(0);
    expect(await faultsOf(visitor)).toEqual([]);
  });

  it('signs in, chooses a purpose, and finds the own caseload', async () => {
    await visitor.open('/sign-in?return=/cohort');
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.check(`input[name=persona][value="${OFFICER[0]}"]`);
    await visitor.page.click('main button');
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.check(`input[name=purpose][value="${OFFICER[1]}"]`);
    await visitor.page.click('main button');
    await visitor.page.waitForURL(/\/p\/[\w-]+\/cohort/);
    expect(await visitor.page.textContent('.strip__who')).toContain(youAre);
    expect(await visitor.page.textContent('thead')).toContain(file);
    expect(await faultsOf(visitor)).toEqual([]);
  });

  it('reads a case file, in which every cell says in which state it is, and every section where it comes from', async () => {
    await openFirstFile(visitor);
    const states = await statesOf(visitor);
    expect(new Set(states)).toEqual(new Set(['value', 'withheld', 'not-recorded']));
    expect(await visitor.page.textContent('[data-state=withheld]')).toContain(withheld);
    expect(await visitor.page.textContent('[data-state=not-recorded]')).toContain(notRecorded);
    expect(await visitor.page.textContent('section.file > .origin')).toContain('Knowsley IOM');
    expect(await faultsOf(visitor)).toEqual([]);
  });

  it.each(['/shared', '/protocols', '/protocols/KIOM-CORE', '/status', '/accessibility', '/', '/people/nobody'])(
    'finds nothing wrong with %s',
    async (address) => {
      const file = visitor.page.url();
      await visitor.open(address === '/shared' ? `${file}/shared` : address);
      expect(await visitor.page.$$('main h1')).toHaveLength(1);
      expect(await faultsOf(visitor)).toEqual([]);
      if (address === '/shared') await visitor.open(file);
    },
  );

  it('asked nobody else, and met no error', () => {
    expect(visitor.complaints).toEqual([]);
    expect(visitor.visited.size).toBeGreaterThanOrEqual(9);
  });
});

describe('a mentor', () => {
  it('sees what is withheld, and by which clause; nothing hidden stands in the page', async () => {
    const mentor = await newVisitor(browser);
    await mentor.signIn(...MENTOR, '/cohort');
    const id = await openFirstFile(mentor);
    const html = await mentor.page.content();
    const officer = await newVisitor(browser);
    await officer.signIn('merseyside-police.officer', 'IOM_CASE_MANAGEMENT', `/people/${id}`);
    const full = await officer.page.content();

    // A word that stands on the public page (the name of a place) says nothing of anybody.
    const published = await (await fetch(hub.dashboardUrl)).text();

    const asMentor = MENTOR.join(':');
    const lines = truth().filter(
      ({ subject, value }) => subject === id && typeof value === 'string' && value.length > 5,
    );
    const visible = new Set(lines.filter(({ visibleTo }) => visibleTo.includes(asMentor)).map(({ value }) => value));
    const hidden = [...new Set(lines.map(({ value }) => String(value)))].filter(
      // A code stands in no page: its label does.
      (value) => !visible.has(value) && /[a-z]/.test(value) && full.includes(value) && !published.includes(value),
    );
    expect(hidden).not.toEqual([]);
    expect(hidden.filter((value) => html.includes(value))).toEqual([]);

    const withheld = await mentor.page.evaluate<string[]>(
      `[...document.querySelectorAll('[data-state=withheld]')]
        .map((cell) => [cell.previousElementSibling?.textContent, cell.textContent].join(': ').replace(/\\s+/g, ' '))`,
    );
    expect(withheld.some((text) => /^Offences: Withheld KIOM-MALS-REFERRAL, clause residual/.test(text))).toBe(true);
    await mentor.page.click('[data-state=withheld] a.clause');
    expect(mentor.page.url()).toMatch(/\/protocols\/KIOM-MALS-REFERRAL#residual$/);
    expect(await faultsOf(mentor)).toEqual([]);
    expect([...mentor.complaints, ...officer.complaints]).toEqual([]);
    await Promise.all([mentor.context.close(), officer.context.close()]);
  });
});

it('signs in with the keyboard alone, beginning with the skip link', async () => {
  const visitor = await newVisitor(browser);
  const { page } = visitor;
  const focused = (): Promise<string> => page.evaluate<string>('document.activeElement?.outerHTML.slice(0, 200) ?? ""');
  await visitor.open('/');
  await page.keyboard.press('Tab');
  expect(await focused()).toContain('govuk-skip-link');
  await page.keyboard.press('Enter');
  // On to the way in, however many stops before it.
  const tabUntil = async (wanted: string): Promise<void> => {
    for (let stops = 0; stops < 60; stops += 1) {
      await page.keyboard.press('Tab');
      if ((await focused()).includes(wanted)) return;
    }
    throw new Error(`${wanted} takes no focus`);
  };
  await tabUntil('href="/sign-in"');
  await page.keyboard.press('Enter');
  await page.waitForURL(/interaction/);
  await tabUntil('name="persona"');
  // Radios are one stop; arrows go on among them.
  for (let steps = 0; !(await focused()).includes('value="merseyside-police.officer"') && steps < 80; steps += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/purpose/);
  await tabUntil('name="purpose"');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/p\/[\w-]+\//);
  expect(await page.textContent('.strip__who')).toContain('merseyside-police.officer');
  await visitor.context.close();
});

it('works with JavaScript off: signing in, the list with a filter, a case file, signing out', async () => {
  const visitor = await newVisitor(browser, { javaScript: false });
  const { page } = visitor;
  await visitor.signIn('merseyside-police.officer', 'IOM_CASE_MANAGEMENT', '/cohort');
  await page.selectOption('select[name=homeBorough]', 'KNOWSLEY');
  await page.selectOption('select[name=sort]', 'name');
  await page.click('form.filters button');
  expect(page.url()).toMatch(/homeBorough=KNOWSLEY/);
  const boroughs = await page.locator('main table tbody tr td:nth-child(3)').allTextContents();
  expect(new Set(boroughs.map((text) => text.trim()))).toEqual(new Set(['Knowsley']));
  await page.click('main table a[href*="/people/"]');
  expect(await page.locator('[data-state=value]').count()).toBeGreaterThan(10);
  await page.click('form[action="/sign-out"] button');
  expect(page.url()).toMatch(/\/signed-out$/);
  await page.goBack();
  expect(await page.locator('[data-state=value]').count()).toBe(0);
  await visitor.context.close();
});

it('keeps two tabs with two purposes apart', async () => {
  const visitor = await newVisitor(browser);
  await visitor.signIn('mals.coordinator', 'REFERRAL', '/cohort');
  const other = await visitor.context.newPage();
  await other.goto('/purpose?return=/cohort');
  await other.check('input[name=purpose][value="OWN_CASE_WORK"]');
  await other.click('main button');
  await visitor.page.reload();
  expect(await visitor.page.textContent('.strip__who')).toContain('Deciding on a referral');
  expect(await other.textContent('.strip__who')).toContain('records of the own organisation');
  await visitor.context.close();
});
