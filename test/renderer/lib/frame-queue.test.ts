import { describe, expect, it } from 'vitest';
import { createFrameQueue, pacedFrames } from '../../../src/renderer/lib/frame-queue.ts';

function collected() {
  const frames: (() => void)[] = [];
  const applied: number[][] = [];
  const queue = createFrameQueue<number>(
    (items) => applied.push(items),
    (job) => frames.push(job),
  );
  return { queue, applied, frames, draw: () => frames.shift()?.() };
}

describe('the frame queue', () => {
  it('applies everything of a frame at once, in order', () => {
    const { queue, applied, frames, draw } = collected();
    queue.push([1, 2]);
    queue.push([3]);
    expect(applied).toEqual([]);
    expect(frames).toHaveLength(1);
    draw();
    expect(applied).toEqual([[1, 2, 3]]);
  });

  it('asks for the next frame when more comes', () => {
    const { queue, applied, draw } = collected();
    queue.push([1]);
    draw();
    queue.push([2]);
    draw();
    expect(applied).toEqual([[1], [2]]);
  });

  it('forgets what waits when it is told to', () => {
    const { queue, applied, draw } = collected();
    queue.push([1]);
    queue.clear();
    draw();
    queue.push([2]);
    draw();
    expect(applied).toEqual([[2]]);
  });

  it('asks for no frame for nothing', () => {
    const { queue, frames } = collected();
    queue.push([]);
    expect(frames).toHaveLength(0);
  });
});

describe('paced frames', () => {
  function paced() {
    let time = 0;
    const drawn: string[] = [];
    const waiting: { at: number; run: () => void }[] = [];
    const schedule = pacedFrames({
      frame: (job) => job(),
      later(ms, run) {
        waiting.push({ at: time + ms, run });
        return () => {};
      },
      now: () => time,
    });
    return {
      drawn,
      ask: (name: string) => schedule(() => drawn.push(name)),
      pass(ms: number) {
        time += ms;
        for (const { at, run } of waiting.splice(0)) {
          if (at <= time) run();
          else waiting.push({ at, run });
        }
      },
    };
  }

  it('come at once after a rest', () => {
    const { drawn, ask, pass } = paced();
    ask('first');
    pass(100);
    ask('second');
    expect(drawn).toEqual(['first', 'second']);
  });

  it('are kept a tenth of a second apart in a flood', () => {
    const { drawn, ask, pass } = paced();
    ask('first');
    pass(20);
    ask('second');
    pass(79);
    expect(drawn).toEqual(['first']);
    pass(1);
    expect(drawn).toEqual(['first', 'second']);
  });
});
