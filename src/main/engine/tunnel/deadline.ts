// An abort signal that also fires after a time, and says which of the two it was.

export interface Deadline {
  /** Aborted with the reason 'TIMEOUT' or 'ABORTED'. */
  signal: AbortSignal;
  /** Ends the timer and forgets the parent; the signal no longer fires. */
  clear(): void;
}

/** Fires after `ms`, or when `parent` is aborted. Never keeps the process alive. */
export function startDeadline(ms: number, parent: AbortSignal): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort('TIMEOUT'), ms);
  timer.unref();
  const onAbort = () => controller.abort('ABORTED');
  if (parent.aborted) onAbort();
  else parent.addEventListener('abort', onAbort, { once: true });
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer);
      parent.removeEventListener('abort', onAbort);
    },
  };
}
