import { describe, expect, it } from 'vitest';
import {
  type BodyProgress,
  bytesOf,
  createBodyCache,
  fetchInPieces,
} from '../../../src/renderer/state/bodies.ts';

const answer = (bytes: number[]) => ({ bytes: new Uint8Array(bytes), size: bytes.length });

/** A promise that is kept when the test says so. */
function held<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
}

describe('the bodies of the open pane', () => {
  it('are bytes, exactly', () => {
    expect([...bytesOf(Buffer.from([0, 10, 13, 128, 255]).toString('base64'))]).toEqual([
      0, 10, 13, 128, 255,
    ]);
  });

  it.each([0, 1, 9, 10, 11, 25, 30])('of %i bytes come in pieces of ten', async (size) => {
    const whole = Buffer.from(Array.from({ length: size }, (_, i) => i));
    const asked: number[] = [];
    const body = await fetchInPieces(
      async ({ offset, length }) => {
        asked.push(offset);
        return { base64: whole.subarray(offset, offset + length).toString('base64'), size };
      },
      { pieceBytes: 10 },
    );
    expect(Buffer.from(body.bytes).equals(whole)).toBe(true);
    expect(body.size).toBe(size);
    expect(asked.length).toBe(Math.max(1, Math.ceil(size / 10)));
  });

  it('that end early are an error, not a wait without end', async () => {
    const fetching = fetchInPieces(
      async ({ offset }) => ({ base64: offset === 0 ? 'AAAA' : '', size: 9 }),
      { pieceBytes: 3 },
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

  it('show their beginning and how far they are while they come', async () => {
    const whole = Buffer.alloc(3 * 1024 * 1024, 'abc');
    const heard: [head: number, loaded: number, size: number][] = [];
    const body = await fetchInPieces(
      async ({ offset, length }) => ({
        base64: whole.subarray(offset, offset + length).toString('base64'),
        size: whole.length,
      }),
      { report: ({ head, loaded, size }) => heard.push([head.length, loaded, size]) },
    );
    expect(Buffer.from(body.bytes).equals(whole)).toBe(true);
    const [first, second] = heard;
    expect(first).toEqual([65_536, 65_536, whole.length]);
    expect(second?.[1]).toBeGreaterThan(1024 * 1024);
    expect(heard).toHaveLength(3);
  });

  it('are fetched no further when nobody waits for them any more', async () => {
    const cache = createBodyCache({ maxEntries: 2, maxBytes: 100 });
    const { promise: piece, resolve } = held<void>();
    const asked: number[] = [];
    const fetch = (report: (progress: BodyProgress) => void, signal: AbortSignal) =>
      fetchInPieces(
        async ({ offset }) => {
          asked.push(offset);
          if (offset > 0) await piece;
          return { base64: 'AAAA', size: 9 };
        },
        { pieceBytes: 3, report, signal },
      );
    const [one, other] = [new AbortController(), new AbortController()];
    const heard: number[] = [];
    const first = cache.load('a', fetch, { signal: one.signal });
    const second = cache.load('a', fetch, {
      signal: other.signal,
      onProgress: ({ loaded }) => heard.push(loaded),
    });
    await expect.poll(() => asked).toEqual([0, 3]);
    one.abort();
    other.abort();
    resolve();
    await expect(first).rejects.toThrow(/abort/);
    await expect(second).rejects.toThrow(/abort/);
    expect(asked).toEqual([0, 3]);
    expect(heard).toEqual([3]);
    expect((await cache.load('a', async () => answer([7]))).bytes[0]).toBe(7);
  });

  it('are fetched on while one still waits for them', async () => {
    const cache = createBodyCache({ maxEntries: 2, maxBytes: 100 });
    const { promise, resolve } = held<ReturnType<typeof answer>>();
    const one = new AbortController();
    const left = cache.load('a', () => promise, { signal: one.signal });
    const waiting = cache.load('a', () => promise);
    one.abort();
    resolve(answer([7]));
    expect((await waiting).bytes[0]).toBe(7);
    expect((await left).bytes[0]).toBe(7);
  });

  it('are asked for again after a failure', async () => {
    const cache = createBodyCache({ maxEntries: 2, maxBytes: 100 });
    const failing = cache.load('a', async () => Promise.reject(new Error('gone')));
    await expect(failing).rejects.toThrow('gone');
    expect((await cache.load('a', async () => answer([7]))).bytes[0]).toBe(7);
  });
});
