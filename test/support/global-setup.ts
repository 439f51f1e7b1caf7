// Vitest's global setup: bundles what tests must run as plain JavaScript in a thread or process of
// its own, once per run.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { bundleDirectory } from './reader-worker-url.ts';

const entries = {
  'reader-worker': '../../src/main/engine/store/reader-worker.ts',
  'crash-child': '../main/engine/store/crash-child.ts',
};

/** Writes every entry to the bundle directory as an ES module. Rejects when one does not compile. */
export async function setup(): Promise<void> {
  const input = Object.fromEntries(
    Object.entries(entries)
      .map(([name, path]) => [name, fileURLToPath(new URL(path, import.meta.url))] as const)
      .filter(([, path]) => existsSync(path)),
  );
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20.18',
      minify: false,
      outDir: fileURLToPath(bundleDirectory),
      // Another vitest run may be using the bundles at this moment.
      emptyOutDir: false,
      rollupOptions: {
        input,
        external: [/^node:/, '@photostructure/sqlite'],
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
}
