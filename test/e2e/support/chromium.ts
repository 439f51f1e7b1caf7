// The interface in a real Chromium, as a user of the headless host sees it.

import { type Browser, chromium, type Page } from 'playwright-core';
import { atEndOfFile } from './at-end.ts';
import { type AppPage, waitUntilShown, watch } from './page.ts';
import { runtime } from './paths.ts';

const ARGS = [
  // Tests also run as root in containers, where Chromium's sandbox does not work.
  '--no-sandbox',
  '--disable-gpu',
  // Nothing of the browser's own must go over the network, which may not be there.
  ...['--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

/** A browser for this test file; it is closed at its end. */
export async function openChromium(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: runtime('CHROMIUM'),
    args: ARGS,
    // Users see their scroll bars, and so must these tests.
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
  atEndOfFile(() => browser.close());
  return browser;
}

/** Opens the interface in a page of its own, 1360 × 820 as the desktop window, and waits for it. */
export async function openApp(browser: Browser, uiUrl: string): Promise<AppPage> {
  const context = await browser.newContext({
    viewport: { width: 1360, height: 820 },
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
  });
  const app = watch(await context.newPage());
  await open(app.page, uiUrl);
  return app;
}

async function open(page: Page, uiUrl: string): Promise<void> {
  await page.goto(uiUrl);
  await waitUntilShown(page);
}
