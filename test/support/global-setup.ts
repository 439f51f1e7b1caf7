// Vitest's global setup: bundles what tests must run as plain JavaScript in a thread or process of
// its own, once per run.

import { bundle } from '../../scripts/lib/bundle.mjs';
import { bundleDirectory } from './reader-worker-url.ts';

const entries = {
  'reader-worker': new URL('../../src/main/engine/store/reader-worker.ts', import.meta.url),
  'crash-child': new URL('../main/engine/store/crash-child.ts', import.meta.url),
};

export async function setup(): Promise<void> {
  await bundle(entries, bundleDirectory);
}
