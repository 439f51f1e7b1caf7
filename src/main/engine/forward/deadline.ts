// A time limit that can be started anew.

export interface Deadline {
  /** Starts counting again from now. */
  refresh(): void;
  clear(): void;
}

/** Calls `onPast` after `ms` without a refresh; never for 0. It may be refreshed from there. */
export function createDeadline(ms: number, onPast: () => void): Deadline {
  const timer = ms > 0 ? setTimeout(onPast, ms) : null;
  return {
    refresh: () => void timer?.refresh(),
    clear: () => {
      if (timer) clearTimeout(timer);
    },
  };
}
