// How long to wait before the next try: exponential, bounded, with full jitter, and anew after an outage.

export interface BackoffOptions {
  /** The bound of the first wait, in ms; it doubles with every try. */
  baseMs: number;
  /** No wait is longer, in ms. */
  maxMs: number;
  /** A number in [0, 1). */
  random: () => number;
}

/**
 * The wait in ms before try number `attempt` (from 0): anything between 0 and the bound, so that
 * many clients of a server that came back do not return in step.
 */
export function backoffMs(attempt: number, { baseMs, maxMs, random }: BackoffOptions): number {
  const bound = Math.min(maxMs, baseMs * 2 ** Math.min(attempt, 30));
  return Math.floor(random() * bound);
}

export interface Backoff {
  /**
   * The wait in ms before the next try. It grows from one to the next, but begins anew with the first
   * that the server has `answered` after an outage: what is wrong now is something else, and young.
   */
  next(answered: boolean): number;
  /** Begins anew. */
  reset(): void;
}

export function createBackoff(options: BackoffOptions): Backoff {
  let attempt = 0;
  let outage = false;
  return {
    next(answered) {
      if (outage && answered) attempt = 0;
      outage = !answered;
      return backoffMs(attempt++, options);
    },
    reset() {
      attempt = 0;
      outage = false;
    },
  };
}
