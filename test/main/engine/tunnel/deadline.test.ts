// A deadline fires for one of two reasons, and not at all once it is cleared.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startDeadline } from '../../../../src/main/engine/tunnel/deadline.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('startDeadline', () => {
  it('fires when its time has passed', () => {
    const { signal } = startDeadline(100, new AbortController().signal);
    vi.advanceTimersByTime(99);
    expect(signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(signal.reason).toBe('TIMEOUT');
  });

  it('fires when its parent is aborted, before or after it began', () => {
    const parent = new AbortController();
    const { signal } = startDeadline(100, parent.signal);
    parent.abort();
    expect(signal.reason).toBe('ABORTED');
    expect(startDeadline(100, parent.signal).signal.reason).toBe('ABORTED');
  });

  it('never fires after it was cleared, and leaves no timer', () => {
    const parent = new AbortController();
    const { signal, clear } = startDeadline(100, parent.signal);
    clear();
    expect(vi.getTimerCount()).toBe(0);
    parent.abort();
    expect(signal.aborted).toBe(false);
  });
});
