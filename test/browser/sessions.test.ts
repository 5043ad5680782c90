// What keeps a session one's own: a test for each way in which somebody else might get at it.
import type { Browser } from 'playwright-core';
import { hub } from '../hub/hub';
import { newVisitor, openBrowser, type Visitor } from './browser';

jest.setTimeout(300_000);

const POLICE = ['merseyside-police.officer', 'IOM_CASE_MANAGEMENT'] as const;

let browser: Browser;
let visitor: Visitor;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  visitor = await newVisitor(browser);
});
afterEach(() => visitor.context.close());

const sessionOf = async ({ context }: Visitor) => (await context.cookies()).find(({ name }) => name === 'concordat');

it('gives a cookie that scripts cannot read and other sites do not send, and another one at sign-in', async () => {
  await visitor.open('/sign-in');
  const before = await sessionOf(visitor);
  expect(before).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  await visitor.page.check(`input[name=persona][value="${POLICE[0]}"]`);
  await visitor.page.click('main button');
  const after = await sessionOf(visitor);
  expect(after?.value).not.toBe(before?.value);
  // Who planted the first one has a session of nobody.
  const planted = await fetch(`${hub.dashboardUrl}/cohort`, {
    headers: { cookie: `concordat=${before?.value ?? ''}` },
    redirect: 'manual',
  });
  expect(planted.status).toBe(401);
});

it('answers a cookie that was kept from before signing out like none', async () => {
  await visitor.signIn(...POLICE, '/cohort');
  const kept = await sessionOf(visitor);
  const ask = () =>
    fetch(visitor.page.url(), { headers: { cookie: `concordat=${kept?.value ?? ''}` }, redirect: 'follow' });
  expect((await ask()).status).toBe(200);
  const address = visitor.page.url();
  await visitor.page.click('form[action="/sign-out"] button');
  const replayed = await fetch(address, { headers: { cookie: `concordat=${kept?.value ?? ''}` } });
  expect(replayed.status).toBe(401);
  expect(await replayed.text()).not.toContain('data-state="value"');
});

it('signs a person out of every browser at once', async () => {
  const other = await newVisitor(browser);
  await visitor.signIn(...POLICE, '/cohort');
  await other.signIn(...POLICE, '/cohort');
  await visitor.page.click('form[action="/sign-out-everywhere"] button');
  const reply = await other.page.reload();
  expect(reply?.status()).toBe(401);
  await other.context.close();
});

it('changes nothing for a form without the token of its session', async () => {
  await visitor.signIn(...POLICE, '/cohort');
  const cookie = `concordat=${(await sessionOf(visitor))?.value ?? ''}`;
  for (const body of ['', '_csrf=wrong', '_csrf=YQ.YQ']) {
    const reply = await fetch(`${hub.dashboardUrl}/sign-out`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    expect(reply.status).toBe(403);
  }
  await visitor.page.reload();
  expect(await visitor.page.textContent('.strip__who')).toContain(POLICE[0]);
});

it('keeps personal pages in no cache, tells no script but its own to run, and gives no token to the browser', async () => {
  await visitor.signIn(...POLICE, '/cohort');
  const reply = await visitor.page.reload();
  const headers = reply?.headers() ?? {};
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'nonce-/);
  expect(headers['content-security-policy']).not.toContain('unsafe');
  // A token in the form that the gateway takes.
  expect(await visitor.page.content()).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]+/);
  expect(JSON.stringify(await visitor.context.storageState())).not.toMatch(/eyJ/);
});

it('sends nobody to another host after signing in', async () => {
  await visitor.signIn(...POLICE, '//evil.example/');
  expect(new URL(visitor.page.url()).origin).toBe(hub.dashboardUrl);
  expect(visitor.complaints).toEqual([]);
});

it('opens nothing by a key of another session', async () => {
  await visitor.signIn(...POLICE, '/cohort');
  const address = visitor.page.url();
  const stranger = await newVisitor(browser);
  await stranger.signIn('mals.mentor', 'MENTORING_SUPPORT');
  await stranger.open(address);
  expect(stranger.page.url()).not.toContain(/\/p\/[\w-]+/.exec(address)?.[0] ?? 'no key');
  expect(await stranger.page.textContent('.strip__who')).toContain('mals.mentor');
  await stranger.context.close();
});
