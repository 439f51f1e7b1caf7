// Collects what arrives and hands it on at most once per animation frame.

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
