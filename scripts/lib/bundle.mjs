// Bundles sources to plain JavaScript for what Node runs by itself: a thread or process of its own.

import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Writes every entry to the folder as an ES module of its name. Rejects when one does not compile.
 * @param {Record<string, URL>} entries By name.
 * @param {URL} folder
 */
export async function bundle(entries, folder) {
  const input = Object.entries(entries).map(([name, url]) => [name, fileURLToPath(url)]);
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20.18',
      minify: false,
      outDir: fileURLToPath(folder),
      // Another run may be using the bundles at this moment.
      emptyOutDir: false,
      rollupOptions: {
        input: Object.fromEntries(input),
        external: [/^node:/, '@photostructure/sqlite'],
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
}
