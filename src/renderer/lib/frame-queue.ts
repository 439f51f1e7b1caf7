// Collects what arrives and hands it on at most once per animation frame.

import type { Later } from './later.ts';

/** Runs `job` before the next frame is drawn. */
export type Schedule = (job: () => void) => void;

/** A hidden window draws no frames; this long after, in ms, the job runs all the same. */
const HIDDEN_MS = 500;

/** The browser's next frame, or half a second later where no frames are drawn. */
export const nextFrame: Schedule = (job) => {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    clearTimeout(timer);
    job();
  };
  const timer = setTimeout(once, HIDDEN_MS);
  requestAnimationFrame(once);
};

/** A flood is drawn this many ms apart: faster than anyone reads, and most of the time is left over. */
const GAP_MS = 100;

export interface PacedParts {
  frame: Schedule;
  later: Later;
  /** Milliseconds, from any moment on. */
  now(): number;
}

/** The next frame, but none sooner than 100 ms after the last one that it gave. */
export function pacedFrames({ frame, later, now }: PacedParts): Schedule {
  let last = Number.NEGATIVE_INFINITY;
  return (job) => {
    const run = () =>
      frame(() => {
        last = now();
        job();
      });
    const wait = last + GAP_MS - now();
    if (wait > 0) later(wait, run);
    else run();
  };
}

export interface FrameQueue<T> {
  push(items: readonly T[]): void;
  /** Forgets what waits: something newer made it pointless. */
  clear(): void;
}

/** `apply` gets everything that was pushed since it last ran, in order. */
export function createFrameQueue<T>(
  apply: (items: T[]) => void,
  schedule: Schedule = nextFrame,
): FrameQueue<T> {
  let waiting: T[] = [];
  let scheduled = false;
  const flush = () => {
    scheduled = false;
    const items = waiting;
    waiting = [];
    if (items.length > 0) apply(items);
  };
  return {
    push(items) {
      for (const item of items) waiting.push(item);
      if (scheduled || waiting.length === 0) return;
      scheduled = true;
      schedule(flush);
    },
    clear() {
      waiting = [];
    },
  };
}
