// Pictures of the real app: for looking at after a run, and for the documentation.

import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { root } from './paths.ts';

/**
 * Writes `<name>-<theme>.png` to `test-results/screenshots`; to `docs/screenshots` when
 * HOOKGLASS_SCREENSHOTS=docs, so that an ordinary run does not change what is committed.
 * Of the whole page, or of one part of it. Answers the file's path.
 */
export async function screenshot(
  page: Page,
  name: string,
  theme: 'light' | 'dark',
  part: Locator | Page = page,
) {
  const folder = process.env.HOOKGLASS_SCREENSHOTS === 'docs' ? 'docs' : 'test-results';
  const path = join(root, folder, 'screenshots', `${name}-${theme}.png`);
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await part.screenshot({ path, animations: 'disabled', caret: 'hide' });
  return path;
}

/** A picture of the documentation: in both themes when they are made anew, else in one, to look at. */
export async function picture(page: Page, name: string, part?: Locator): Promise<void> {
  await screenshot(page, name, 'light', part);
  if (process.env.HOOKGLASS_SCREENSHOTS === 'docs') await screenshot(page, name, 'dark', part);
  await page.emulateMedia({ colorScheme: null });
}
