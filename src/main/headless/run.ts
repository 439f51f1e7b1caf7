// Starts the engine with its interface in the browser and its calls over HTTP, and stops it cleanly.

import { fileURLToPath } from 'node:url';
import { version } from '../../../package.json';
import { type Options, runOverrides } from '../cli/args.ts';
import { dataDirOf } from '../cli/data-dir.ts';
import { type Engine, startEngine } from '../engine/engine.ts';
import { describeError } from '../engine/errors.ts';
import { canOpenBrowser, openBrowser } from './browser.ts';
import { createPrinter, type Printer } from './printer.ts';
import { startUiServer, type UiServer } from './ui-server.ts';

/** How long the first line waits for the public URL that it should hold. */
const PUBLIC_URL_WAIT_MS = 2000;
/** A stop is clean and quick: what has not finished by then is cut off. */
const STOP_LIMIT_MS = 1800;

/** Resolves when it runs, or has failed to start: that is printed, and is the exit code. */
export async function run(options: Options): Promise<void> {
  const print = createPrinter(options.json);
  const parts: { engine?: Engine; ui?: UiServer } = {};
  stopOnSignal(parts);
  try {
    parts.engine = await startEngine({
      host: 'headless',
      version,
      dataDir: dataDirOf(options.dataDir),
      readerWorker: new URL('./reader-worker.js', import.meta.url),
      port: options.port,
      cipher: null,
      overrides: runOverrides(options),
      // A command is told on its command line whether to go online; it does not ask.
      tunnel: {
        kind: options.tunnel ?? 'localtunnel',
        host: options.tunnelHost,
        subdomain: options.subdomain,
        start: true,
      },
      revealDataFolder: null,
      onAnswered: print.delivery,
      onExplained: (deliveryId, { findings }) =>
        print.line({ type: 'findings', deliveryId, findings }),
    });
    parts.ui = await startUiServer({
      port: options.uiPort,
      rendererDir: fileURLToPath(new URL('../renderer', import.meta.url)),
      engine: parts.engine,
    });
  } catch (error) {
    failToStart(error, print, options.json);
    await stop(parts);
    return;
  }
  await announce(parts.engine, parts.ui, options, print);
}

async function announce(
  engine: Engine,
  ui: UiServer,
  options: Options,
  print: Printer,
): Promise<void> {
  const publicUrl = await engine.publicUrl(PUBLIC_URL_WAIT_MS);
  const { uiUrl, apiUrl, token } = ui;
  print.line({ type: 'ready', receiverUrl: engine.receiverUrl, uiUrl, apiUrl, token, publicUrl });
  for (const { code, level, message } of engine.notices()) {
    if (level !== 'info') print.line({ type: 'error', error: { code, message } });
  }
  engine.bus.on('tunnel.changed', ({ status }) => print.line({ type: 'tunnel', status }));
  engine.bus.on('attempt.changed', ({ attempt }) => {
    if (attempt.outcome !== 'pending') print.line({ type: 'attempt', attempt });
  });
  engine.bus.on('notice', ({ notice: { level, code, message } }) => {
    if (level !== 'info') print.line({ type: 'error', error: { code, message } });
  });
  if (options.open && !options.json && canOpenBrowser()) openBrowser(uiUrl);
}

/** Said on stderr in any case; a value that cannot be used is told as any other mistake of the options. */
function failToStart(error: unknown, print: Printer, json: boolean): void {
  const { code, message } = describeError(error);
  if (json) print.line({ type: 'error', error: { code, message } });
  process.stderr.write(`hookglass: ${message}\n`);
  if (code === 'internal' && error instanceof Error && process.env.HOOKGLASS_DEBUG) {
    process.stderr.write(`${error.stack}\n`);
  }
  process.exitCode = code === 'bad-input' ? 2 : 1;
}

function stopOnSignal(parts: { engine?: Engine; ui?: UiServer }): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(), STOP_LIMIT_MS).unref();
      void stop(parts).then(() => process.exit());
    });
  }
}

async function stop({ engine, ui }: { engine?: Engine; ui?: UiServer }): Promise<void> {
  ui?.close();
  await engine?.stop();
}
