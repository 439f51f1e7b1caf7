// The headless host and its interface start, in a real Chromium.

import { expect, it } from 'vitest';
import { openApp, openChromium } from './support/chromium.ts';
import { startHeadless } from './support/headless.ts';
import { screenshot } from './support/screenshot.ts';

it('shows the interface in the browser, ready to receive', async () => {
  const host = await startHeadless();
  const { page, problems } = await openApp(await openChromium(), host.uiUrl);

  expect(await page.title()).toContain('Hookglass');
  const answer = await fetch(`${host.receiverUrl}/smoke`, { method: 'POST', body: '{"smoke":1}' });
  expect(answer.status).toBe(200);
  await page.getByText('/smoke').first().waitFor();
  await screenshot(page, 'smoke-chromium', 'light');
  await screenshot(page, 'smoke-chromium', 'dark');
  expect(problems).toEqual([]);
  expect(await host.stop()).toBe(0);
});
