// `npm run dev` and `npm run dev:headless`: Hookglass from its sources. A change to the interface shows
// in the open page at once (Vite); a change to the engine, a host or the preload script builds it and
// starts the host anew. Everything after `--` goes to the host.
//
// electron-vite has a `dev` command too, but it starts the new Electron before the old one has ended,
// which our one-instance lock and the data folder's refuse.

import { createServer } from 'node:net';
import { resolveConfig } from 'electron-vite';
import { chromiumSwitches } from './lib/electron-binary.mjs';
import { getElectron } from './lib/get-electron.mjs';
import { headlessHost, root } from './lib/project.mjs';
import { startRendererServer } from './lib/renderer-server.mjs';
import { startRestartable } from './lib/restartable.mjs';
import { watchBuild } from './lib/watch-build.mjs';

const given = process.argv.slice(2);
const args = given.filter((arg) => arg !== '--headless');

await develop().catch((error) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});

async function develop() {
  process.chdir(root);
  process.env.NODE_ENV_ELECTRON_VITE = 'development';
  const electron = given.includes('--headless') ? null : await getElectron();
  if (electron && !electron.ok) say(`${electron.why}, so Hookglass opens in the browser.`);

  const { config } = await resolveConfig({ root, logLevel: 'warn' }, 'serve', 'development');
  if (!config?.main || !config.preload || !config.renderer) throw new Error('No configuration.');
  const port = await freePort();
  let token = '';
  const headless = electron?.ok ? null : { port, token: () => token };
  const page = await startRendererServer(config.renderer, headless);

  /** @type {import('./lib/restartable.mjs').Restartable | null} */
  let host = null;
  const endWatching = await watchBuild([config.main, config.preload], () => {
    say('Rebuilt; starting the host anew.');
    token = '';
    void host?.restart();
  });

  const end = async (/** @type {number} */ code) => {
    await Promise.all([host?.stop(), endWatching(), page.close()]);
    process.exit(code);
  };
  host = electron?.ok
    ? startRestartable({
        program: electron.program,
        args: [root, ...chromiumSwitches(), ...args],
        env: { ELECTRON_RENDERER_URL: page.url },
        onExit: end,
      })
    : startRestartable({
        program: process.execPath,
        args: [headlessHost, '--ui-port', String(port), '--no-open', ...args],
        onLine: (line) => {
          token = /#token=([\w-]+)/.exec(line)?.[1] ?? token;
          if (line.includes('#token=')) page.reload();
          // The page is ours, and reaches whichever host runs: its token is put in on the way.
          process.stdout.write(`${line.replace(/http\S+#token=\S+/, `${page.url}/#token=dev`)}\n`);
        },
        onExit: end,
      });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void end(0));
}

/** A port of its own for the host's interface, the same at every start. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : 0));
    });
  });
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`${text}\n`);
}
