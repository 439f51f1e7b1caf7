import { describe, expect, it } from 'vitest';
import { createFrameQueue } from '../../../src/renderer/lib/frame-queue.ts';

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
