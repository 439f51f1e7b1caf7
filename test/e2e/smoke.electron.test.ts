// The desktop app starts in a real Electron, with the window locked down as it must be.

import { expect, it } from 'vitest';
import { launchElectron } from './support/electron.ts';
import { screenshot } from './support/screenshot.ts';

it('shows the interface in its window, ready to receive', async () => {
  const { app, page, problems, close } = await launchElectron();

  expect(await page.title()).toContain('Hookglass');
  const receiver = await receiverUrl(page);
  const answer = await fetch(`${receiver}/smoke`, { method: 'POST', body: '{"smoke":1}' });
  expect(answer.status).toBe(200);
  await page.getByText('/smoke').first().waitFor();
  expect(await app.evaluate(({ app }) => app.getName())).toBe('Hookglass');
  await screenshot(page, 'smoke-electron', 'light');
  await screenshot(page, 'smoke-electron', 'dark');
  expect(problems).toEqual([]);
  await close();
});

async function receiverUrl(page: import('playwright-core').Page): Promise<string> {
  const text = await page
    .getByText(/http:\/\/127\.0\.0\.1:\d+/)
    .first()
    .textContent();
  return /http:\/\/127\.0\.0\.1:\d+/.exec(text ?? '')?.[0] ?? '';
}
