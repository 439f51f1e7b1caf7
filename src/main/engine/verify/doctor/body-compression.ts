// The body was unpacked, or packed, after it was signed.

import {
  brotliDecompressSync,
  deflateRawSync,
  deflateSync,
  gunzipSync,
  gzipSync,
  inflateRawSync,
  inflateSync,
} from 'node:zlib';
import { bodyTrial } from './body-trial.ts';
import type { Hypothesis } from './case.ts';

/** A few bytes can unpack to gigabytes. */
const LIMITS = { maxOutputLength: 5 * 1024 * 1024 };
const MAX_PACKED_BYTES = 64 * 1024;

const UNPACKING: readonly {
  name: string;
  isLike(bytes: Buffer): boolean;
  work(bytes: Buffer): Buffer;
}[] = [
  {
    name: 'gzip',
    isLike: (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b,
    work: (bytes) => gunzipSync(bytes, LIMITS),
  },
  {
    name: 'deflate',
    isLike: (bytes) => bytes[0] === 0x78,
    work: (bytes) => inflateSync(bytes, LIMITS),
  },
  { name: 'brotli', isLike: isNoText, work: (bytes) => brotliDecompressSync(bytes, LIMITS) },
  { name: 'deflate', isLike: isNoText, work: (bytes) => inflateRawSync(bytes, LIMITS) },
];

/** The same bytes every time only where the packer is zlib with its usual settings. */
const PACKING: readonly { name: string; work(bytes: Buffer): Buffer }[] = [
  { name: 'gzip', work: (bytes) => gzipSync(bytes) },
  { name: 'gzip', work: (bytes) => withUnknownSystem(gzipSync(bytes)) },
  { name: 'gzip', work: (bytes) => withUnknownSystem(gzipSync(bytes, { level: 9 }), 2) },
  { name: 'deflate', work: (bytes) => deflateSync(bytes) },
  { name: 'deflate', work: (bytes) => deflateRawSync(bytes) },
];

export const compression: Hypothesis = {
  rulesOut: 'compression (gzip, deflate, brotli)',
  *tries(subject) {
    const { bytes } = subject;
    const cause = 'body-compression';
    for (const { name, isLike, work } of UNPACKING) {
      const unpacked = isLike(bytes) ? attempt(work, bytes) : null;
      if (unpacked === null) continue;
      yield bodyTrial(subject, {
        ...{ bytes: unpacked, cause },
        message: `The body was compressed with ${name} after it was signed.`,
        matches: 'the same body once it is decompressed',
      });
    }
    if (bytes.length === 0 || bytes.length > MAX_PACKED_BYTES) return;
    for (const { name, work } of PACKING) {
      const packed = attempt(work, bytes);
      if (packed === null) continue;
      yield bodyTrial(subject, {
        ...{ bytes: packed, cause },
        message: `The body was decompressed after it was signed: the sender signs it as ${name}.`,
        matches: `the same body compressed with ${name}`,
      });
    }
  },
};

function isNoText(bytes: Buffer): boolean {
  const [first = 0x20] = bytes;
  return first < 0x09 || first > 0x7a || bytes.subarray(0, 64).some((byte) => byte < 0x09);
}

function attempt(work: (bytes: Buffer) => Buffer, bytes: Buffer): Buffer | null {
  try {
    return work(bytes);
  } catch {
    return null;
  }
}

/** Go and Java write 255 or 0 for the operating system, where zlib writes its own (RFC 1952, 2.3.1). */
function withUnknownSystem(packed: Buffer, extraFlags = 0): Buffer {
  const changed = Buffer.from(packed);
  changed[8] = extraFlags;
  changed[9] = 255;
  return changed;
}
