// How long a page was busy at a stretch, from Chromium's own trace.

import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds on the clock, and of the processor. */
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

export interface LongestTask {
  /** Milliseconds on the clock: more than the work itself where others use the machine too. */
  wallMs: number;
  /** Milliseconds of the processor. */
  cpuMs: number;
}

/** Runs `work` and answers the longest tasks of the page's main thread while it did. */
export async function longestTask(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<LongestTask> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  const trace = await work()
    .then(() => browser.stopTracing())
    .catch(async (error) => {
      await browser.stopTracing();
      throw error;
    });
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const main = new Set(
    traceEvents.flatMap(({ name, args, pid, tid }) =>
      name === 'thread_name' && args?.name === 'CrRendererMain' ? [`${pid} ${tid}`] : [],
    ),
  );
  const longest: LongestTask = { wallMs: 0, cpuMs: 0 };
  for (const { name, ph, pid, tid, dur = 0, tdur = 0 } of traceEvents) {
    if (!name.endsWith('RunTask') || ph !== 'X' || !main.has(`${pid} ${tid}`)) continue;
    longest.wallMs = Math.max(longest.wallMs, dur / 1000);
    longest.cpuMs = Math.max(longest.cpuMs, tdur / 1000);
  }
  return longest;
}
