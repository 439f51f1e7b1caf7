// Long work gives way to other work and can be abandoned.

import { describe, expect, it } from 'vitest';
import { runAtOnce, runSliced, type Sliced } from '../../../src/renderer/viewers/sliced.ts';

function* busy(steps: number): Sliced<number> {
  for (let step = 0; step < steps; step++) {
    const end = performance.now() + 1;
    while (performance.now() < end);
    yield;
  }
  return steps;
}

const never = new AbortController().signal;

describe('runSliced', () => {
  it('answers the result and lets other tasks run meanwhile', async () => {
    let others = 0;
    const timer = setInterval(() => others++, 1);
    expect(await runSliced(busy(60), never)).toBe(60);
    clearInterval(timer);
    expect(others).toBeGreaterThan(1);
  });

  it('stops when it is aborted', async () => {
    const stop = new AbortController();
    const done = runSliced(busy(1_000_000), stop.signal);
    setTimeout(() => stop.abort(new Error('moved on')), 1);
    await expect(done).rejects.toThrow('moved on');
  });

  it('rejects with what the work throws', async () => {
    function* failing(): Sliced<void> {
      yield;
      throw new Error('no');
    }
    await expect(runSliced(failing(), never)).rejects.toThrow('no');
  });
});

describe('runAtOnce', () => {
  it('answers the result', () => {
    expect(runAtOnce(busy(2))).toBe(2);
  });
});
