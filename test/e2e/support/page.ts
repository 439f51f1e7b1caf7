// What both the browser's page and the window's can be asked: is it up, and what went wrong in it.

import type { Page } from 'playwright-core';

export interface AppPage {
  page: Page;
  /** Errors the page threw or wrote to its console; a test can hold them against it. */
  problems: string[];
}

/** Collects the page's errors from now on. */
export function watch(page: Page): AppPage {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return { page, problems };
}

/** Resolves when the interface has its first snapshot and shows it. */
export async function waitUntilShown(page: Page): Promise<void> {
  await page.getByRole('main').waitFor();
}
