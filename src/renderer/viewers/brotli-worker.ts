// Unpacks Brotli outside of the page's thread: the decoder does not pause until it is done.

import { decompress } from 'brotli/decompress';
import type { BrotliAnswer, BrotliJob } from './brotli.ts';

self.addEventListener('message', ({ data }: MessageEvent<BrotliJob>) => {
  self.postMessage(answer(data));
});

function answer({ bytes, limit }: BrotliJob): BrotliAnswer {
  try {
    return { ok: true, bytes: Uint8Array.from(decompress(bytes, limit)) };
  } catch (error) {
    return {
      ok: false,
      tooLarge: error instanceof Error && /not large enough/.test(error.message),
    };
  }
}
