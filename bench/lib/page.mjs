// The interface in a real Chromium, with a long list, as the benchmarks look at it.

import { chromium } from 'playwright-core';
import { getBrowser } from '../../scripts/lib/runtimes.mjs';
import { keepAll, seed, startHost } from './host.mjs';

/**
 * A host with so many deliveries, and its page once it shows the first of them.
 * @param {number} rows
 */
export async function openPage(rows) {
  const found = await getBrowser();
  if (!found.ok) return { ok: /** @type {const} */ (false), why: found.why };
  const host = await startHost();
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath: found.program, args });
  const close = async () => {
    await browser.close();
    await host.stop();
  };
  try {
    await keepAll(host);
    await host.call('settings.update', { firstRunDone: true });
    await seed(host, rows);
    const page = await browser.newPage({ viewport: { width: 1360, height: 820 } });
    await page.goto(host.uiUrl);
    // The page stands before its rows are there, and until then it has no list.
    await page.getByRole('option').first().waitFor();
    return { ok: /** @type {const} */ (true), host, page, close };
  } catch (error) {
    await close();
    throw error;
  }
}
