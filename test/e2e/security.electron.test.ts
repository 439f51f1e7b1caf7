// The desktop window is locked down: no Node in the page, no way out of it, and no secret ever in it.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, it } from 'vitest';
import { atEndOfFile } from './support/at-end.ts';
import { type Desktop, launchElectron } from './support/electron.ts';
import { type Inbox, inboxOf } from './support/inbox.ts';

const SECRET = 'whsec_nobody-may-ever-see-this-9f3c';

let desktop: Desktop;
let inbox: Inbox;
let outside: { url: string; requests: string[] };

beforeAll(async () => {
  outside = await startOutside();
  desktop = await launchElectron();
  inbox = inboxOf(desktop.page);
  await inbox.search.waitFor();
});

it('gives the page two functions and no Node', async () => {
  const { app, page } = desktop;
  const found = await page.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'];
    const bridge = (window as unknown as { hookglass: Record<string, unknown> }).hookglass;
    return {
      node: names.filter((name) => name in window),
      bridge: Object.entries(bridge).map(([name, value]) => [name, typeof value]),
      changeable: Reflect.set(bridge, 'send', null) && bridge.send === null,
    };
  });
  expect(found).toEqual({
    node: [],
    bridge: [
      ['send', 'function'],
      ['onFrame', 'function'],
    ],
    changeable: false,
  });
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    // Electron has it, its types do not.
    return (webContents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});

it('is refused every permission but to copy', async () => {
  const answers = await desktop.page.evaluate(async () => {
    const names = [
      'camera',
      'microphone',
      'geolocation',
      'notifications',
      'midi',
      'clipboard-read',
    ];
    const states = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return [name, state];
    });
    return {
      asked: await Notification.requestPermission(),
      states: await Promise.all(states),
      read: await navigator.clipboard.readText().catch((error: Error) => error.name),
      written: await navigator.clipboard.writeText('from the page').then(() => 'copied'),
    };
  });
  expect(answers).toEqual({
    asked: 'denied',
    states: [
      ['camera', 'denied'],
      ['microphone', 'denied'],
      ['geolocation', 'denied'],
      ['notifications', 'denied'],
      ['midi', 'denied'],
      ['clipboard-read', 'denied'],
    ],
    read: 'NotAllowedError',
    written: 'copied',
  });
});

it('runs no script but its own and loads nothing from elsewhere', async () => {
  const { page } = desktop;
  const blocked = await page.evaluate(async (url) => {
    const violated: string[] = [];
    const tried = [
      'script-src-elem',
      'img-src',
      'frame-src',
      'style-src-elem',
      'connect-src',
      'eval',
    ];
    const allViolated = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        violated.push(blockedURI === 'eval' ? 'eval' : effectiveDirective);
        if (tried.every((directive) => violated.includes(directive))) resolve();
      });
    });
    const add = (tag: string, attributes: object) =>
      document.body.append(Object.assign(document.createElement(tag), attributes));
    add('script', { textContent: 'window.ranInline = true' });
    add('script', { src: `${url}/script.js` });
    add('img', { src: `${url}/image.png` });
    add('iframe', { src: `${url}/frame` });
    add('link', { rel: 'stylesheet', href: `${url}/style.css` });
    fetch(`${url}/fetch`).catch(() => {});
    // In a task of its own: what the test itself evaluates is exempt.
    setTimeout(() => new Function('window.ranEvaluated = true')());
    await allViolated;
    return { ranInline: 'ranInline' in window, ranEvaluated: 'ranEvaluated' in window };
  }, outside.url);
  expect(blocked).toEqual({ ranInline: false, ranEvaluated: false });
  expect(outside.requests).toEqual([]);
});

it('never brings a secret into the page again', async () => {
  const { page, app } = desktop;
  const frames = await recordFrames(desktop);
  await inbox.button('New endpoint').click();
  const { dialog } = inbox;
  await dialog.getByRole('combobox', { name: 'Provider' }).click();
  await page.getByRole('option', { name: /^Stripe/ }).click();
  await dialog.getByLabel('Path', { exact: true }).fill('/stripe');
  await dialog.getByLabel('Secret 1', { exact: true }).fill(SECRET);
  await dialog.getByRole('button', { name: 'Create endpoint' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('navigation').getByRole('button', { name: 'Stripe', exact: true }).click();
  await page.keyboard.press('t');
  const row = inbox.row(/from Stripe, The signature is valid/);
  await inbox.open(row);
  for (const tab of ['Overview', 'Body', 'Headers', 'Signature', 'Timing', 'Attempts'] as const) {
    await inbox.show(tab);
  }
  await page.keyboard.press('e');
  await dialog.getByText('Ends in').waitFor();
  await page.keyboard.press('Escape');
  await page.reload();
  await inbox.rows.first().waitFor();

  const told = await frames();
  // The recording works: the endpoint was told, with the end of its secret.
  expect(told.filter((frame) => frame.includes('"lastFour":"9f3c"')).length).toBeGreaterThan(0);
  expect(told.filter((frame) => frame.includes(SECRET))).toEqual([]);
  const kept = await page.evaluate(() =>
    JSON.stringify([
      document.documentElement.outerHTML,
      { ...localStorage },
      { ...sessionStorage },
    ]),
  );
  expect(kept).not.toContain(SECRET);
  expect(await app.evaluate(({ app }) => app.getPath('userData'))).toContain(desktop.dataDir);
  expect(
    desktop.problems.filter((problem) => !/Content Security Policy|Failed to/.test(problem)),
  ).toEqual([]);
});

it('goes nowhere and opens nothing', async () => {
  const { app, page } = desktop;
  const before = page.url();
  for (const url of [outside.url, 'file:///etc/passwd', 'data:text/html,hello']) {
    await page.evaluate((to) => {
      location.href = to;
    }, url);
    const opened = await page.evaluate((to) => window.open(to) !== null, url);
    expect(opened).toBe(false);
    await page.evaluate((to) => {
      const link = document.createElement('a');
      Object.assign(link, { href: to, target: '_blank', textContent: 'out' });
      document.body.append(link);
      link.click();
      link.remove();
    }, url);
  }
  expect(page.url()).toBe(before);
  expect(await page.evaluate(() => document.title)).toContain('Hookglass');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(outside.requests).toEqual([]);
});

/** Notes every frame that the main process sends to the page, until the answered function is called. */
async function recordFrames({ app }: Desktop): Promise<() => Promise<string[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window!.webContents;
    const recorded: string[] = [];
    Object.assign(globalThis, { recorded });
    const send = contents.send.bind(contents);
    contents.send = (channel, ...args) => {
      recorded.push(args.join(' '));
      send(channel, ...args);
    };
  });
  return () => app.evaluate(() => (globalThis as unknown as { recorded: string[] }).recorded);
}

/** A server that the page must never reach. */
async function startOutside() {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEndOfFile(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
