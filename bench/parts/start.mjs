// How soon the headless host is ready, from the start of its process.

import { startHost } from '../lib/host.mjs';
import { median } from '../lib/numbers.mjs';

/** @param {{ starts: number }} size */
export async function measureStart({ starts }) {
  const times = [];
  for (let start = 0; start < starts; start++) {
    const host = await startHost();
    times.push(host.readyMs);
    await host.stop();
  }
  return { starts, readyMs: median(times) };
}
