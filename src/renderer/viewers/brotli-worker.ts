// Unpacks Brotli outside of the page's thread: the decoder does not pause until it is done.

import { decompress } from 'brotli/decompress';
import type { BrotliAnswer, BrotliJob } from './brotli.ts';

class TooLarge extends Error {}

self.addEventListener('message', ({ data }: MessageEvent<BrotliJob>) => {
  const unpacked = answer(data);
  const transfer = unpacked.ok ? [unpacked.bytes.buffer] : [];
  self.postMessage(unpacked, { transfer });
});

function answer({ bytes, limit }: BrotliJob): BrotliAnswer {
  boundArrays(limit);
  try {
    return { ok: true, bytes: new Uint8Array(decompress(bytes)) };
  } catch (error) {
    return { ok: false, tooLarge: error instanceof TooLarge };
  }
}

/**
 * The decoder lets its output grow without an end, 16 MiB at a time. This worker does nothing else, so
 * all arrays of its own can be bounded instead.
 */
function boundArrays(limit: number): void {
  self.Uint8Array = new Proxy(Uint8Array, {
    construct(target, args: unknown[], made) {
      if (typeof args[0] === 'number' && args[0] > limit) throw new TooLarge();
      return Reflect.construct(target, args, made);
    },
  });
}
