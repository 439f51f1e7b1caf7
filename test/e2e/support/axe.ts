// Accessibility of what is on screen, judged by axe.

import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

type WithAxe = { axe?: typeof axe };

/**
 * Fails with the rules and elements when axe finds a serious or critical issue on the page: of all
 * its rules, or of these.
 */
export async function expectNoSeriousAxe(page: Page, rules: string[] = []): Promise<void> {
  if (!(await page.evaluate(() => (globalThis as WithAxe).axe !== undefined))) {
    await page.evaluate(axe.source);
  }
  const serious = await page.evaluate(async (only) => {
    const options = {
      resultTypes: ['violations' as const],
      ...(only.length > 0 && { runOnly: only }),
    };
    const { violations } = await (globalThis as unknown as Required<WithAxe>).axe.run(options);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, nodes }) => ({ id, help, elements: nodes.map(({ html }) => html) }));
  }, rules);
  expect(serious).toEqual([]);
}
