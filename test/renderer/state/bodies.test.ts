import { describe, expect, it } from 'vitest';
import { bytesOf, createBodyCache, fetchInPieces } from '../../../src/renderer/state/bodies.ts';

const answer = (bytes: number[]) => ({ bytes: new Uint8Array(bytes), size: bytes.length });

describe('the bodies of the open pane', () => {
  it('are bytes, exactly', () => {
    expect([...bytesOf(Buffer.from([0, 10, 13, 128, 255]).toString('base64'))]).toEqual([
      0, 10, 13, 128, 255,
    ]);
  });

  it.each([0, 1, 9, 10, 11, 25, 30])('of %i bytes come in pieces of ten', async (size) => {
    const whole = Buffer.from(Array.from({ length: size }, (_, i) => i));
    const asked: number[] = [];
    const body = await fetchInPieces(async ({ offset, length }) => {
      asked.push(offset);
      return { base64: whole.subarray(offset, offset + length).toString('base64'), size };
    }, 10);
    expect(Buffer.from(body.bytes).equals(whole)).toBe(true);
    expect(body.size).toBe(size);
    expect(asked.length).toBe(Math.max(1, Math.ceil(size / 10)));
  });

  it('that end early are an error, not a wait without end', async () => {
    const fetching = fetchInPieces(
      async ({ offset }) => ({ base64: offset === 0 ? 'AAAA' : '', size: 9 }),
      3,
    );
    await expect(fetching).rejects.toThrow('ended before');
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
