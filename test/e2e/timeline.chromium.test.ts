// The timeline above the list, as one uses it: what it says, a range drawn over it, and by keys.

import { beforeAll, expect, it } from 'vitest';
import { expectNoSeriousAxe } from './support/axe.ts';
import { hasRows, type Stage, setStage } from './support/fresh-app.ts';
import { seen } from './support/inbox.ts';
import { picture } from './support/screenshot.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

async function openWithSome() {
  const app = await stage.open();
  await stage.sendMany(6);
  const strip = app.page.getByRole('slider', { name: /^Timeline in parts of/ });
  await seen(async () => (await strip.getAttribute('aria-label')) ?? '').toMatch(
    /: 6 deliveries\.$/,
  );
  return { ...app, strip };
}

it('says what came, and shows only what came in a range that is drawn over it', async () => {
  const { page, inbox, strip, problems } = await openWithSome();
  await picture(page, 'timeline');
  await expectNoSeriousAxe(page);
  const box = await strip.boundingBox();
  if (box === null) throw new Error('the timeline has no place on the screen');
  // What came a moment ago is at the right end; at the left end is the time before.
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 2, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 2, y, { steps: 8 });
  await page.mouse.up();
  await seen(() => inbox.filterText()).toMatch(/^after:\S+ before:\S+$/);
  await hasRows(inbox, 6);
  await strip.dblclick();
  await seen(() => inbox.filterText()).toBe('');
  expect(problems).toEqual([]);
});

it('is used with the keys alone', async () => {
  const { page, inbox, strip, problems } = await openWithSome();
  await strip.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await strip.getAttribute('aria-valuetext')).toMatch(/ to .*: \d+ deliver/);
  await page.keyboard.press('Enter');
  await seen(() => inbox.filterText()).toMatch(/^after:\S+ before:\S+$/);
  await page.keyboard.press('Escape');
  await seen(() => inbox.filterText()).toBe('');
  expect(problems).toEqual([]);
});
