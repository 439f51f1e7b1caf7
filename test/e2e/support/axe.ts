// Accessibility of what is on screen, judged by axe.

import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Fails with the rules and elements when axe finds a serious or critical issue on the page. */
export async function expectNoSeriousAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const serious = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, nodes }) => ({ id, help, elements: nodes.map(({ html }) => html) }));
  });
  expect(serious).toEqual([]);
}
