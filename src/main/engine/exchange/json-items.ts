// The items of one array of a large JSON file, each as it comes, so that the file is never in memory as
// a whole: `log.entries` of a HAR file, which browsers write hundreds of megabytes of.

import { badFile } from './bad-file.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);
const OPENS_ARRAY = 0x5b;
const WANTED_DEPTH = 2;
const MAX_KEY_BYTES = 1000;

/** Where the scanner is: how deep, in which keys, in a string or not. */
interface Scan {
  depth: number;
  /** The last key at depth 1 and at depth 2. */
  keys: [string, string];
  lastText: string;
  text: number[] | null;
  escaped: boolean;
  inEntries: boolean;
  found: boolean;
}

/**
 * Every item of the array at `log.entries`, as the bytes of its JSON. Throws a `bad-input` error when
 * the file has no such array, ends early, or holds an item longer than `maxItemBytes`.
 */
export async function* harItems(
  chunks: AsyncIterable<Buffer>,
  maxItemBytes: number,
): AsyncGenerator<Buffer> {
  const scan: Scan = {
    ...{ depth: 0, keys: ['', ''], lastText: '', text: null, escaped: false },
    ...{ inEntries: false, found: false },
  };
  let item: Buffer[] | null = null;
  let size = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const change = step(scan, chunk[at] ?? 0);
      if (change === 'begins') {
        item = [];
        size = 0;
        start = at;
      } else if (change === 'ends' && item !== null) {
        item.push(chunk.subarray(start, at + 1));
        yield Buffer.concat(item);
        item = null;
      }
    }
    if (item === null) continue;
    item.push(Buffer.from(chunk.subarray(start)));
    size += chunk.length - start;
    if (size > maxItemBytes)
      throw badFile('One request of this HAR file is too large to bring in.');
  }
  if (!scan.found) throw badFile('This is no HAR file: it has no log.entries.');
  if (scan.depth > 0) throw badFile('This HAR file is cut off: it ends in the middle.');
}

/** Takes one byte; tells when an item of the array begins or ends with it. */
function step(scan: Scan, byte: number): 'begins' | 'ends' | null {
  if (scan.text !== null) {
    inText(scan, scan.text, byte);
    return null;
  }
  if (byte === QUOTE) scan.text = [];
  else if (byte === COLON && scan.depth >= 1 && scan.depth <= WANTED_DEPTH) {
    scan.keys[scan.depth - 1] = scan.lastText;
  } else if (OPENING.has(byte)) {
    scan.depth++;
    const isEntries = byte === OPENS_ARRAY && scan.keys[0] === 'log' && scan.keys[1] === 'entries';
    if (scan.depth === WANTED_DEPTH + 1 && isEntries) {
      scan.inEntries = true;
      scan.found = true;
    } else if (scan.inEntries && scan.depth === WANTED_DEPTH + 2) return 'begins';
  } else if (CLOSING.has(byte)) {
    scan.depth--;
    if (scan.inEntries && scan.depth === WANTED_DEPTH + 1) return 'ends';
    if (scan.depth === WANTED_DEPTH) scan.inEntries = false;
  }
  return null;
}

function inText(scan: Scan, text: number[], byte: number): void {
  if (scan.escaped) scan.escaped = false;
  else if (byte === BACKSLASH) scan.escaped = true;
  else if (byte === QUOTE) {
    scan.lastText = String.fromCharCode(...text);
    scan.text = null;
    return;
  }
  // Only keys are of interest, and only where they are expected.
  if (scan.depth <= WANTED_DEPTH && text.length < MAX_KEY_BYTES) text.push(byte);
}
