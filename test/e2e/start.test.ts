// `npm start` where there is no Electron to open a window with: it says why in one line and opens the
// browser's interface instead, without waiting for what does not come.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { atEndOfFile, makeFolder } from './support/at-end.ts';
import { readLines } from './support/lines.ts';
import { root } from './support/paths.ts';

function startApp(args: string[], env: Record<string, string>) {
  const own = ['--port', '0', '--tunnel', 'none', '--data-dir', makeFolder()];
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), ...own, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...env },
  });
  // Not SIGKILL: it passes this on to the app, which would stay behind.
  atEndOfFile(() => child.kill('SIGTERM'));
  return { child, out: readLines(child.stdout), err: readLines(child.stderr) };
}

async function end(child: ChildProcess): Promise<number | null> {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  return (await exit)[0];
}

const openLine = (line: string) =>
  /^Open\s+(http:\/\/127\.0\.0\.1:\d+\/#token=\S+)/.exec(line)?.[1];

it.runIf(process.platform === 'linux')(
  'opens in the browser where there is no display',
  async () => {
    const { child, out, err } = startApp([], {});
    expect(await out.find(openLine)).toBeTruthy();
    expect(err.all.at(-1)).toBe('No display here, so Hookglass opens in the browser.');
    expect(await end(child)).toBe(0);
  },
);

it('opens in the browser with --headless, and passes a signal on', async () => {
  const { child, out, err } = startApp(['--headless'], {});
  const page = await fetch((await out.find(openLine)).replace(/#.*/, ''));
  expect(await page.text()).toContain('<title>Hookglass');
  expect(err.all.at(-1)).toBe('Hookglass runs in the browser, as --headless asks.');
  expect(await end(child)).toBe(0);
});

it('keeps standard output for the app, so that --json prints nothing else', async () => {
  const { child, out, err } = startApp(['--json', '--ui-port', '0'], {});
  await out.find((line) => line.includes('"ready"') || undefined);
  expect(out.all.map((line) => JSON.parse(line).type)).toContain('ready');
  expect(err.all.at(-1)).toBe('Hookglass runs in the browser, as --json asks.');
  expect(await end(child)).toBe(0);
});

it('exits as the app does', async () => {
  const { child } = startApp(['--json', '--port', 'nonsense'], {});
  expect((await once(child, 'exit'))[0]).toBe(2);
});

/** What the download of Electron's binary comes to with such a server as its mirror. */
async function download(answer: RequestListener): Promise<unknown> {
  const mirror = createServer(answer).listen(0, '127.0.0.1');
  await once(mirror, 'listening');
  atEndOfFile(() => {
    mirror.close();
    mirror.closeAllConnections();
  });
  const module = pathToFileURL(join(root, 'scripts/lib/electron-download.mjs')).href;
  const code = `import(${JSON.stringify(module)}).then(async ({ downloadElectron }) => {
    console.log(JSON.stringify(await downloadElectron(() => {})));
  })`;
  const child = spawn(process.execPath, ['-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ELECTRON_MIRROR: `http://127.0.0.1:${(mirror.address() as AddressInfo).port}/`,
      electron_config_cache: makeFolder(),
    },
  });
  const answered = await readLines(child.stdout).find((line) => line);
  return JSON.parse(answered);
}

it('gives a download up when the server does not answer', async () => {
  expect(await download(() => {})).toEqual({
    ok: false,
    why: 'could not be downloaded from 127.0.0.1 (no connection)',
  });
});

it('says what the server answered when it has no such file', async () => {
  expect(await download((_request, response) => response.writeHead(404).end())).toEqual({
    ok: false,
    why: 'could not be downloaded from 127.0.0.1 (it answered 404)',
  });
});

it('does not use a download that is not what was published', async () => {
  const result = await download((_request, response) => response.end('not Electron'));
  expect(result).toMatchObject({
    ok: false,
    why: expect.stringContaining('could not be downloaded'),
  });
});
