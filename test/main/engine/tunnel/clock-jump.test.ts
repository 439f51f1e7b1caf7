// A clock that is moved by hand: the watcher must tell a sleep from a busy moment.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchClockJumps } from '../../../../src/main/engine/tunnel/clock-jump.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Runs one tick after the wall clock went on by each of `steps`; answers the jumps seen. */
function jumpsAfter(steps: number[]): number {
  let now = 1_000_000;
  const onJump = vi.fn();
  const stop = watchClockJumps({ now: () => now, tickMs: 5_000, jumpMs: 10_000, onJump });
  for (const step of steps) {
    now += step;
    vi.advanceTimersByTime(5_000);
  }
  stop();
  expect(vi.getTimerCount()).toBe(0);
  return onJump.mock.calls.length;
}

describe('watchClockJumps', () => {
  it('is silent while ticks come in time, late by a little, or the clock is set back', () => {
    expect(jumpsAfter([5_000, 5_001, 14_999, 0, -3_600_000, 5_000])).toBe(0);
  });

  it('tells once of each sleep', () => {
    expect(jumpsAfter([5_000, 3_600_000, 5_000, 16_000, 5_000])).toBe(2);
  });
});
