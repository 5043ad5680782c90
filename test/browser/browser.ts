// A browser for journeys through the dashboard: Debian's own Chromium, driven by playwright-core, which downloads none.
// Whatever a visitor meets is watched: a request to another host, an error on the console, a script that the policy
// refuses.
import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { hub } from '../hub/hub';

const CHROMIUM = process.env.CONCORDAT_CHROMIUM ?? '/usr/bin/chromium';
const PATIENCE_MS = 60_000;
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 A and AA, and what is good practice besides. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What should not have happened so far. */
  readonly complaints: readonly string[];
  /** Every address of the dashboard that was opened, without its query. */
  readonly visited: ReadonlySet<string>;
  open(address: string): Promise<void>;
  /** Signs in as this persona and for this purpose, as somebody does with a mouse. */
  signIn(persona: string, purpose: string, address?: string): Promise<void>;
}

export interface VisitorOptions {
  readonly language?: 'en' | 'nl' | 'it';
  readonly javaScript?: boolean;
  readonly width?: number;
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'], timeout: PATIENCE_MS });
}

/** Somebody with a browser of their own: no cookies, and this language. */
export async function newVisitor(browser: Browser, options: VisitorOptions = {}): Promise<Visitor> {
  const { language = 'en', javaScript = true, width = 1200 } = options;
  const context = await browser.newContext({
    baseURL: hub.dashboardUrl,
    locale: language,
    javaScriptEnabled: javaScript,
    viewport: { width, height: 900 },
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const own = [hub.dashboardUrl, `http://127.0.0.1:${hub.env['IDENTITY_PROVIDER_PORT'] ?? ''}`];
  const complaints: string[] = [];
  const visited = new Set<string>();
  context.on('request', (request) => {
    if (!own.includes(new URL(request.url()).origin)) complaints.push(`asked ${request.url()}`);
  });
  context.on('console', (message) => {
    // Chromium says so of every page that answers 4xx or 5xx on purpose.
    if (message.type() === 'error' && !/status of (4|5)\d\d/.test(message.text())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  const page = await context.newPage();
  page.on('framenavigated', (frame) => {
    const { origin, pathname } = new URL(frame.url());
    if (origin === hub.dashboardUrl) visited.add(pathname.replace(/^\/p\/[\w-]+/, ''));
  });
  const open = async (address: string): Promise<void> => {
    await page.goto(address, { waitUntil: 'load' });
  };
  return {
    context,
    page,
    complaints,
    visited,
    open,
    async signIn(persona, purpose, address = '/') {
      await open(`/sign-in?return=${encodeURIComponent(address)}`);
      await page.check(`input[name=persona][value="${persona}"]`);
      await page.click('main button');
      await page.check(`input[name=purpose][value="${purpose}"]`);
      await page.click('main button');
    },
  };
}

/** What is wrong with a page for somebody who cannot see it well, or has a small screen, or only a keyboard. */
export async function faultsOf({ page }: Visitor): Promise<readonly string[]> {
  const faults: string[] = [];
  await page.evaluate(AXE);
  const violations = await page.evaluate(
    (rules) =>
      (
        globalThis as unknown as {
          axe: {
            run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        }
      ).axe.run({ runOnly: { type: 'tag', values: rules } }),
    RULES,
  );
  for (const { id, nodes } of violations.violations) faults.push(`${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 800 });
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  if (width > 320) faults.push(`is ${String(width)} wide at 320`);
  if (before !== null) await page.setViewportSize(before);
  const first = await page.evaluate<string>(
    `[...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex]')][0]?.getAttribute('href') ?? ''`,
  );
  if (first !== '#main-content') faults.push(`what takes the focus first is ${first}`);
  return faults;
}
