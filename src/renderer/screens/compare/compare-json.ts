// Asks the worker for what differs between two JSON bodies.

import type { JsonDiff } from './json-diff.ts';

/** A body as it is handed to the worker: as bytes, as decoding 20 MiB here would be felt. */
export interface JsonBody {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string | null;
}

export interface CompareJob {
  left: JsonBody;
  right: JsonBody;
}

export type CompareAnswer =
  | { kind: 'diff'; diff: JsonDiff }
  /** One of them is no JSON. */
  | { kind: 'no-json' }
  | { kind: 'too-deep' }
  | { kind: 'too-long' };

/** Two bodies of the largest size take a few seconds. */
const MAX_MS = 20_000;

/** Never rejects. */
export function compareJson(job: CompareJob, signal: AbortSignal): Promise<CompareAnswer> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
    const end = (answer: CompareAnswer) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => end({ kind: 'too-long' }), MAX_MS);
    signal.addEventListener('abort', () => end({ kind: 'too-long' }), { once: true });
    worker.onmessage = ({ data }: MessageEvent<CompareAnswer>) => end(data);
    worker.onerror = () => end({ kind: 'too-long' });
    worker.postMessage(job);
  });
}
