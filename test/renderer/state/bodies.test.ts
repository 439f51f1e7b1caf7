import { describe, expect, it } from 'vitest';
import { createBodyCache } from '../../../src/renderer/state/bodies.ts';

const answer = (bytes: number[], size = bytes.length) => ({
  base64: Buffer.from(bytes).toString('base64'),
  size,
});

describe('the bodies of the open pane', () => {
  it('are bytes, exactly', async () => {
    const cache = createBodyCache({ maxEntries: 2, maxBytes: 100 });
    const body = await cache.load('a', async () => answer([0, 10, 13, 128, 255], 9));
    expect([...body.bytes]).toEqual([0, 10, 13, 128, 255]);
    expect(body.size).toBe(9);
  });

  it('are fetched once, also when they are asked for twice at a time', async () => {
    const cache = createBodyCache({ maxEntries: 2, maxBytes: 100 });
    let fetched = 0;
    const fetch = async () => {
      fetched += 1;
      return answer([1]);
    };
    await Promise.all([cache.load('a', fetch), cache.load('a', fetch)]);
    await cache.load('a', fetch);
    expect(fetched).toBe(1);
  });

  it('are forgotten, the one not looked at for longest first', async () => {
    const cache = createBodyCache({ maxEntries: 2, maxBytes: 100 });
    for (const key of ['a', 'b', 'a', 'c']) await cache.load(key, async () => answer([1]));
    expect(cache.keys()).toEqual(['a', 'c']);
  });

  it('stay within their bytes, but for the one on screen', async () => {
    const cache = createBodyCache({ maxEntries: 9, maxBytes: 10 });
    for (const key of ['a', 'b', 'c']) await cache.load(key, async () => answer([1, 2, 3, 4, 5]));
    expect(cache.keys()).toEqual(['b', 'c']);
    await cache.load('large', async () => answer(Array.from({ length: 50 }, () => 1)));
    expect(cache.keys()).toEqual(['large']);
  });

  it('are asked for again after a failure', async () => {
    const cache = createBodyCache({ maxEntries: 2, maxBytes: 100 });
    const failing = cache.load('a', async () => Promise.reject(new Error('gone')));
    await expect(failing).rejects.toThrow('gone');
    expect((await cache.load('a', async () => answer([7]))).bytes[0]).toBe(7);
  });
});
