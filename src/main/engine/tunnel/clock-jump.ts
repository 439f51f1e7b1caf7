// Notices that the machine slept: its timers stood still while the wall clock went on.

export interface ClockJumpOptions {
  /** Wall clock in ms since the epoch. */
  now: () => number;
  /** How often to look, in ms. */
  tickMs: number;
  /** A tick this much later than due, in ms, is a sleep and not a busy moment. */
  jumpMs: number;
  onJump(): void;
}

/** Watches until the function it answers is called; never keeps the process alive. */
export function watchClockJumps({ now, tickMs, jumpMs, onJump }: ClockJumpOptions): () => void {
  let last = now();
  const timer = setInterval(() => {
    const current = now();
    const late = current - last - tickMs;
    last = current;
    if (late > jumpMs) onJump();
  }, tickMs);
  timer.unref();
  return () => clearInterval(timer);
}
