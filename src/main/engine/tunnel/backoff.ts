// How long to wait before the next try: exponential, bounded, with full jitter.

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
