// What somebody sees when a part of the hub is down: the rest stands, and nothing looks like a refusal.
import type { Browser } from 'playwright-core';
import { setFault } from '../hub/hub';
import { faultsOf, newVisitor, openBrowser } from './browser';

jest.setTimeout(300_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('says which source cannot be had, and goes on when it is back', async () => {
  const visitor = await newVisitor(browser);
  await visitor.signIn('merseyside-police.officer', 'IOM_CASE_MANAGEMENT', '/cohort');
  await visitor.page.click('main table a[href*="/people/"]');
  await visitor.page.waitForURL(/\/people\//);
  await setFault('knowsley-iom', 'down');
  try {
    const reply = await visitor.page.reload();
    expect(reply?.status()).toBe(200);
    expect(await visitor.page.textContent('[data-state=unavailable]')).toContain('Source not available now');
    expect(await visitor.page.$$('[data-state=value]')).toEqual([]);
    expect(await faultsOf(visitor)).toEqual([]);
  } finally {
    await setFault('knowsley-iom', 'none');
  }
  await visitor.page.reload();
  expect((await visitor.page.$$('[data-state=value]')).length).toBeGreaterThan(10);
  expect(visitor.complaints).toEqual([]);
  await visitor.context.close();
});
