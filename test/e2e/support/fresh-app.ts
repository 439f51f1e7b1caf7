// One host for a test file and a new page for each of its tests, with nothing received yet.

import type { Browser } from 'playwright-core';
import { openApp, openChromium } from './chromium.ts';
import { type Headless, type HeadlessOptions, startHeadless } from './headless.ts';
import { type Inbox, inboxOf, seen } from './inbox.ts';
import type { AppPage } from './page.ts';
import { type Outgoing, send } from './send.ts';

export interface FreshApp extends AppPage {
  inbox: Inbox;
}

export interface Stage {
  host: Headless;
  browser: Browser;
  /** Ends the pages before, removes what they received and made, and opens a page. */
  open(): Promise<FreshApp>;
  /** Sends a request to the receiver. */
  send(outgoing: Outgoing): ReturnType<typeof send>;
  /** Sends so many one after another, to `/d/1`, `/d/2`, … */
  sendMany(count: number): Promise<void>;
}

export async function setStage(options?: HeadlessOptions): Promise<Stage> {
  const host = await startHeadless(options);
  await host.call('settings.update', { firstRunDone: true });
  const browser = await openChromium();
  return {
    host,
    browser,
    async open() {
      for (const context of browser.contexts()) await context.close();
      const { items } = await host.call('endpoints.list', {});
      for (const { id, isDefault } of items) {
        if (!isDefault) await host.call('endpoints.remove', { id });
        else await host.call('endpoints.update', { id, provider: null, forwardTo: null });
      }
      await removeDeliveries(host);
      await host.call('settings.update', { theme: 'system' });
      const app = await openApp(browser, host.uiUrl);
      const inbox = inboxOf(app.page);
      await inbox.search.waitFor();
      return { ...app, inbox };
    },
    send: (outgoing) => send(host.receiverUrl, outgoing),
    async sendMany(count) {
      for (let number = 1; number <= count; number++) {
        await send(host.receiverUrl, { target: `/d/${number}`, body: `{"number":${number}}` });
      }
    },
  };
}

async function removeDeliveries(host: Headless): Promise<void> {
  const { items } = await host.call('deliveries.list', { only: 'pinned' });
  for (const { id } of items) await host.call('deliveries.pin', { id, pinned: false });
  await host.call('deliveries.clear', {});
}

/** The paths of the rows on the screen, from the top. */
export async function shownPaths(inbox: Inbox): Promise<string[]> {
  const sentences = await inbox.rows.locator('.sr-only').allTextContents();
  return sentences.map((sentence) => / (\/[^ ,]*)/.exec(sentence)?.[1] ?? '');
}

/** Waits until the list has so many rows, as it says to those who cannot see it. */
export async function hasRows(inbox: Inbox, count: number): Promise<void> {
  await seen(() => rowCount(inbox)).toBe(count);
}

async function rowCount({ rows }: Inbox): Promise<number> {
  if ((await rows.count()) === 0) return 0;
  return Number(await rows.first().getAttribute('aria-setsize'));
}
