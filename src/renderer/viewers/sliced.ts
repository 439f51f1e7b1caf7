// Runs long work in short slices, so that the window stays responsive without a worker: a strict
// content security policy and a page loaded from a file both stand in a worker's way.

const SLICE_MS = 10;

/** Work that gives way now and then: each `yield` is a place where it may be paused or abandoned. */
export type Sliced<T> = Generator<void, T, void>;

/** Runs `work` to its end, pausing after every 10 ms. Rejects with the signal's reason when aborted. */
export async function runSliced<T>(work: Sliced<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    const pauseAt = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < pauseAt);
    await nextTask();
  }
}

/** Runs `work` to its end at once: for input that is known to be small. */
export function runAtOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** A task of its own, without the 4 ms that browsers add to nested timers. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
