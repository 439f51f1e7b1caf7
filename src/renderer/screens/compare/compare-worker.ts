// Compares two JSON texts outside of the page's thread: parsing does not pause until it is done.

import type { CompareAnswer, CompareJob } from './compare-json.ts';
import { diffJson } from './json-diff.ts';
import { parseForComparing } from './parse-json.ts';

const LIMITS = { maxRows: 2_000, maxText: 2_000 };

self.addEventListener('message', ({ data }: MessageEvent<CompareJob>) => {
  self.postMessage(answer(data));
});

function answer({ left, right }: CompareJob): CompareAnswer {
  try {
    const diff = diffJson(parseForComparing(left), parseForComparing(right), LIMITS);
    return { kind: 'diff', diff };
  } catch (error) {
    return { kind: error instanceof RangeError ? 'too-deep' : 'no-json' };
  }
}
