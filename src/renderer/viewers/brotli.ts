// Brotli for display. Browsers unpack it for themselves only, so a decoder of our own runs in a worker.

import type { Bytes } from './content.ts';

export interface BrotliJob {
  bytes: Bytes;
  /** Most bytes that it may unpack to. */
  limit: number;
}

export type BrotliAnswer = { ok: true; bytes: Bytes } | { ok: false; tooLarge: boolean };

/** What a few kilobytes can be made to cost. */
const MAX_MS = 20_000;

/** Never rejects. A body that unpacks to more than `limit` bytes, or takes too long, is `tooLarge`. */
export function unpackBrotli(job: BrotliJob, signal?: AbortSignal): Promise<BrotliAnswer> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./brotli-worker.ts', import.meta.url), { type: 'module' });
    const end = (answer: BrotliAnswer) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => end({ ok: false, tooLarge: true }), MAX_MS);
    signal?.addEventListener('abort', () => end({ ok: false, tooLarge: false }), { once: true });
    worker.onmessage = ({ data }: MessageEvent<BrotliAnswer>) => end(data);
    worker.onerror = () => end({ ok: false, tooLarge: false });
    worker.postMessage(job);
  });
}
