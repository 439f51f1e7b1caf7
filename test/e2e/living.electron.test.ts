// Living with the desktop app: links into it, its window's settings, and starting out of the way.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { displayEnvironment } from './support/display.ts';
import { type Desktop, launchElectron } from './support/electron.ts';
import { inboxOf, seen } from './support/inbox.ts';
import { root, runtime } from './support/paths.ts';
import * as steps from './walk.ts';

/** Starts the app once more on the same folder, as the system does for a link. Resolves when it has ended. */
async function startAgain({ dataDir }: Desktop, ...args: string[]): Promise<number> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    runtime('ELECTRON'),
    [root, ...sandbox, '--disable-gpu', '--data-dir', dataDir, ...args],
    { env: { ...process.env, ...(await displayEnvironment()) }, stdio: 'ignore' },
  );
  const [code] = await once(child, 'exit');
  return Number(code);
}

it('opens the delivery that a link names, in the window that is there', async () => {
  const desktop = await launchElectron();
  const { page, app, problems, close } = desktop;
  const inbox = inboxOf(page);
  const receiver = await steps.receiverAt(page);
  for (const path of ['/first', '/second']) {
    await fetch(receiver + path, { method: 'POST', body: '{}' });
  }
  await seen(() => inbox.rows.count()).toBe(2);
  const [first] = await inbox.rows.evaluateAll((rows) =>
    rows.filter((row) => row.textContent?.includes('/first')).map(({ id }) => id.slice(4)),
  );
  await inbox.search.fill('second');
  expect(await startAgain(desktop, `hookglass://delivery/${first}`)).toBe(0);
  await inbox.delivery.getByRole('heading', { name: 'POST /first', exact: true }).waitFor();
  expect(await inbox.search.inputValue()).toBe('');
  // What is no link to a delivery only brings the window to the front.
  await startAgain(desktop, 'hookglass://delivery/../../etc', 'hookglass://settings/wipe');
  await inbox.delivery.getByRole('heading', { name: 'POST /first', exact: true }).waitFor();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(problems).toEqual([]);
  await close();
});

it('stays on top when that is switched on, in the settings or in the menu', async () => {
  const { page, app, problems, close } = await launchElectron();
  const { dialog } = inboxOf(page);
  await page.keyboard.press('Control+,');
  await dialog.getByRole('tab', { name: 'Window' }).click();
  await dialog.getByRole('switch', { name: 'Always on top' }).click();
  const state = () =>
    app.evaluate(({ BrowserWindow, Menu }) => [
      BrowserWindow.getAllWindows()[0]?.isAlwaysOnTop(),
      Menu.getApplicationMenu()?.getMenuItemById('always-on-top')?.checked,
    ]);
  await seen(state).toEqual([true, true]);
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('always-on-top')?.click();
  });
  await seen(state).toEqual([false, false]);
  await dialog.getByRole('switch', { name: 'Always on top', checked: false }).waitFor();
  expect(problems).toEqual([]);
  await close();
});

it('starts out of the way with --hidden, receives, and comes to the front when started again', async () => {
  const desktop = await launchElectron({ args: ['--hidden'] });
  const { page, app, problems, close } = desktop;
  const receiver = await steps.receiverAt(page);
  expect((await fetch(`${receiver}/early`, { method: 'POST', body: '{}' })).status).toBe(200);
  expect(await startAgain(desktop)).toBe(0);
  await page.getByText('/early').first().waitFor();
  const visible = () =>
    app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return window?.isVisible() === true && !window.isMinimized();
    });
  await seen(visible).toBe(true);
  expect(problems).toEqual([]);
  await close();
});

it('tells of a failed signature while its window is hidden, and shows the delivery at a click', async () => {
  const { page, app, problems, close } = await launchElectron();
  const inbox = inboxOf(page);
  const receiver = await steps.receiverAt(page);
  await steps.makeEndpoint(inbox);
  // The machine of the test has nobody to show notifications to: what would be shown is noted.
  await app.evaluate(({ BrowserWindow, Notification }) => {
    const shown: Electron.Notification[] = [];
    Object.assign(globalThis, { shown });
    Notification.prototype.show = function show() {
      shown.push(this);
    };
    BrowserWindow.getAllWindows()[0]?.hide();
  });
  await steps.sendForgery(receiver);
  const titles = () =>
    app.evaluate(() =>
      (globalThis as unknown as { shown: Electron.Notification[] }).shown.map(({ title }) => title),
    );
  await seen(titles).toEqual(['A signature does not hold']);
  await app.evaluate(() => {
    (globalThis as unknown as { shown: Electron.Notification[] }).shown[0]?.emit('click');
  });
  await inbox.delivery.waitFor();
  const visible = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await seen(visible).toBe(true);
  expect(problems).toEqual([]);
  await close();
});

it('goes on receiving without its window, when that is wanted', async () => {
  const desktop = await launchElectron();
  const { page, app, close } = desktop;
  const inbox = inboxOf(page);
  const receiver = await steps.receiverAt(page);
  await page.keyboard.press('Control+,');
  await inbox.dialog.getByRole('tab', { name: 'Window' }).click();
  await inbox.dialog.getByRole('switch', { name: /^Keep receiving/ }).click();
  await inbox.dialog.getByRole('switch', { name: /^Keep receiving/, checked: true }).waitFor();
  await page.close();
  expect((await fetch(`${receiver}/alone`, { method: 'POST', body: '{}' })).status).toBe(200);
  const again = app.waitForEvent('window');
  expect(await startAgain(desktop)).toBe(0);
  await (await again).getByText('/alone').first().waitFor();
  await close();
});
