// Compares two JSON bodies outside of the page's thread: parsing does not pause until it is done.

import { decodeText } from '../../viewers/charset.ts';
import type { CompareAnswer, CompareJob, JsonBody } from './compare-json.ts';
import { diffJson } from './json-diff.ts';
import { parseForComparing } from './parse-json.ts';

const LIMITS = { maxRows: 2_000, maxText: 2_000 };

self.addEventListener('message', ({ data }: MessageEvent<CompareJob>) => {
  self.postMessage(answer(data));
});

function answer({ left, right }: CompareJob): CompareAnswer {
  try {
    const diff = diffJson(parsed(left), parsed(right), LIMITS);
    return { kind: 'diff', diff };
  } catch (error) {
    return { kind: error instanceof RangeError ? 'too-deep' : 'no-json' };
  }
}

function parsed({ bytes, contentType }: JsonBody): unknown {
  return parseForComparing(decodeText(bytes, contentType).text);
}
