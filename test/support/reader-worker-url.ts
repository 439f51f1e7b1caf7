// Where the global setup puts its bundles, for tests that open a store or start a process.

/** The folder of the bundles, outside version control. */
export const bundleDirectory = new URL(
  '../../node_modules/.cache/hookglass-test/',
  import.meta.url,
);

/** The bundled reader worker: pass it to `openStore`. */
export const readerWorkerUrl = new URL('reader-worker.mjs', bundleDirectory);
