// Undoes a Content-Encoding for display, with a limit: a few kilobytes can unpack to gigabytes.

import { unpackBrotli } from './brotli.ts';
import type { Bytes } from './content.ts';

export type Decompressed =
  | { kind: 'plain' }
  | { kind: 'decompressed'; bytes: Bytes; encoding: string; cut: boolean }
  | { kind: 'unreadable'; encoding: string; message: string };

const MAX_DECOMPRESSED_BYTES = 32 * 1024 * 1024;
const PIECE_BYTES = 4096;
/** More layers than this are no mistake but a trick. */
const MAX_LAYERS = 4;

/** By encoding: what to try, one after the other. Some send `deflate` without its zlib frame. */
const FORMATS = new Map<string, readonly CompressionFormat[]>([
  ['gzip', ['gzip']],
  ['x-gzip', ['gzip']],
  ['deflate', ['deflate', 'deflate-raw']],
]);

interface Unpacked {
  bytes: Bytes;
  cut: boolean;
}

/** Whether a Content-Encoding says that the bytes are not the body itself. */
export function isCompressed(contentEncoding: string | null): boolean {
  return layersOf(contentEncoding).length > 0;
}

/** The encodings in the order in which they were applied. */
function layersOf(contentEncoding: string | null): string[] {
  const names = (contentEncoding ?? '').split(',').map((name) => name.trim().toLowerCase());
  return names.filter((name) => name !== '' && name !== 'identity');
}

export interface DecompressOptions {
  /** Most bytes that it may unpack to. */
  limit?: number;
  /** Ends the work early; what is answered then is for nobody. */
  signal?: AbortSignal;
}

/** The body as it was before compression. Never rejects: what cannot be undone is said in words. */
export async function decompress(
  bytes: Bytes,
  contentEncoding: string | null,
  { limit = MAX_DECOMPRESSED_BYTES, signal }: DecompressOptions = {},
): Promise<Decompressed> {
  const layers = layersOf(contentEncoding);
  if (layers.length === 0 || bytes.length === 0) return { kind: 'plain' };
  const encoding = layers.join(', ');
  const unreadable = (message: string): Decompressed => ({ kind: 'unreadable', encoding, message });
  if (layers.length > MAX_LAYERS) {
    return unreadable(`The headers name ${layers.length} encodings, one in the other`);
  }
  let unpacked: Unpacked = { bytes, cut: false };
  for (const layer of layers.reverse()) {
    if (layer !== 'br' && !FORMATS.has(layer)) {
      return unreadable(`Hookglass cannot undo the content encoding ${layer.slice(0, 40)}`);
    }
    const next = await unpack(unpacked.bytes, layer, limit, signal);
    if (next === 'too-large') {
      return unreadable(`This body unpacks to more than ${limit >> 20} MiB, which is not shown`);
    }
    if (next === null) {
      return unreadable(`The headers say ${layer}, but these bytes are not ${layer}`);
    }
    unpacked = { bytes: next.bytes, cut: unpacked.cut || next.cut };
  }
  return { kind: 'decompressed', encoding, ...unpacked };
}

/** Null when the bytes are not of this encoding. */
async function unpack(
  bytes: Bytes,
  layer: string,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<Unpacked | 'too-large' | null> {
  if (layer === 'br') {
    const answer = await unpackBrotli({ bytes, limit }, signal);
    if (answer.ok) return { bytes: answer.bytes, cut: false };
    return answer.tooLarge ? 'too-large' : null;
  }
  for (const format of FORMATS.get(layer) ?? []) {
    const unpacked = await inflate(bytes, format, limit, signal).catch(() => null);
    if (unpacked !== null) return unpacked;
  }
  return null;
}

async function inflate(
  bytes: Bytes,
  format: CompressionFormat,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<Unpacked> {
  const reader = streamOf(bytes).pipeThrough(new DecompressionStream(format)).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { bytes: concat(chunks, size), cut: false };
    chunks.push(value);
    size += value.length;
    if (size > limit || signal?.aborted) {
      await reader.cancel();
      return { bytes: concat(chunks, size).subarray(0, limit), cut: true };
    }
  }
}

/** In small pieces: all that a piece unpacks to, a thousand times as much, comes at once. */
function streamOf(bytes: Bytes): ReadableStream<Bytes> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.subarray(at, at + PIECE_BYTES));
      at += PIECE_BYTES;
      if (at >= bytes.length) controller.close();
    },
  });
}

function concat(chunks: Uint8Array[], size: number): Bytes {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
