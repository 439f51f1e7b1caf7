// Every screen, in both themes: nothing serious for axe, nothing beyond the window's edges. With
// HOOKGLASS_SCREENSHOTS=all it also takes each at three sizes, for looking at.

import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { expectNoSeriousAxe } from './support/axe.ts';
import { openApp } from './support/chromium.ts';
import { fillWithDemo } from './support/demo.ts';
import { type Stage, setStage } from './support/fresh-app.ts';
import { inboxOf, seen } from './support/inbox.ts';
import { screens } from './support/screens.ts';
import { screenshot } from './support/screenshot.ts';

const THEMES = ['light', 'dark'] as const;
const SIZES = [
  [900, 600],
  [1920, 1080],
  [1280, 800],
] as const;
const ALL = process.env.HOOKGLASS_SCREENSHOTS === 'all';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  await fillWithDemo(stage.host);
});

async function use(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.locator(`html[data-theme="${theme}"]`).waitFor({ state: 'attached' });
}

/** What reaches beyond the window, and so can be neither read nor clicked. */
function outside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll('dialog, [role="dialog"], [role="tab"], h1, h2');
    return [...controls]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        // What only a screen reader reads is one pixel wide.
        return width > 1 && (left < 0 || right > window.innerWidth);
      })
      .map((element) => element.outerHTML.slice(0, 200));
  });
}

it.each(screens)('has no serious issue and stays in the window: $name', async ({ name, show }) => {
  const { page, problems } = await openApp(stage.browser, stage.host.uiUrl);
  await page.setViewportSize({ width: 1280, height: 800 });
  await show(inboxOf(page));
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    expect(await outside(page)).toEqual([]);
    if (!ALL) continue;
    for (const theme of THEMES) await screenshot(page, `all/${name}-${width}`, theme);
  }
  for (const theme of THEMES) {
    await use(page, theme);
    await expectNoSeriousAxe(page);
  }
  expect(problems).toEqual([]);
  await page.context().close();
});

it('draws the timeline in the colours of the theme that is chosen', async () => {
  const { page } = await openApp(stage.browser, stage.host.uiUrl);
  const bars = page.getByRole('slider', { name: /^Timeline/ }).locator('canvas');
  await bars.waitFor();
  const colours = () =>
    bars.evaluate((canvas: HTMLCanvasElement) => {
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('the canvas draws nothing');
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const found = new Set<string>();
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] === 255) found.add(`${data[at]} ${data[at + 1]} ${data[at + 2]}`);
      }
      const token = getComputedStyle(document.documentElement).getPropertyValue('--wave1').trim();
      const channels = token.match(/[\da-f]{2}/gi)?.map((hex) => Number.parseInt(hex, 16)) ?? [];
      return { found: [...found], wanted: channels.join(' ') };
    });
  for (const theme of [...THEMES, 'light'] as const) {
    await use(page, theme);
    await seen(async () => {
      const { found, wanted } = await colours();
      return found.includes(wanted);
    }).toBe(true);
  }
});
