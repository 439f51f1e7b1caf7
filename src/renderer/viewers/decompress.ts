// Undoes a Content-Encoding for display, with a limit: a few kilobytes can unpack to gigabytes.

import type { Bytes } from './content.ts';

export type Decompressed =
  | { kind: 'plain' }
  | { kind: 'decompressed'; bytes: Bytes; encoding: string; cut: boolean }
  | { kind: 'unreadable'; encoding: string; message: string };

export const MAX_DECOMPRESSED_BYTES = 64 * 1024 * 1024;

const FORMATS: Record<string, CompressionFormat> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
};

/** Whether a Content-Encoding says that the bytes are not the body itself. */
export function isCompressed(contentEncoding: string | null): boolean {
  const encoding = (contentEncoding ?? '').trim().toLowerCase();
  return encoding !== '' && encoding !== 'identity';
}

/** The body as it was before compression. Never rejects: what cannot be undone is said in words. */
export async function decompress(
  bytes: Bytes,
  contentEncoding: string | null,
  limit = MAX_DECOMPRESSED_BYTES,
): Promise<Decompressed> {
  const encoding = (contentEncoding ?? '').trim().toLowerCase();
  if (!isCompressed(contentEncoding) || bytes.length === 0) return { kind: 'plain' };
  const format = Object.hasOwn(FORMATS, encoding) ? FORMATS[encoding] : undefined;
  if (format === undefined) {
    const message = `Hookglass cannot undo the content encoding ${encoding.slice(0, 40)}`;
    return { kind: 'unreadable', encoding, message };
  }
  try {
    return { kind: 'decompressed', encoding, ...(await inflate(bytes, format, limit)) };
  } catch {
    const message = `The headers say ${encoding}, but these bytes are not ${encoding}`;
    return { kind: 'unreadable', encoding, message };
  }
}

async function inflate(
  bytes: Bytes,
  format: CompressionFormat,
  limit: number,
): Promise<{ bytes: Bytes; cut: boolean }> {
  const input = new Blob([bytes]).stream();
  const reader = input.pipeThrough(new DecompressionStream(format)).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { bytes: concat(chunks, size), cut: false };
    chunks.push(value);
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return { bytes: concat(chunks, size).subarray(0, limit), cut: true };
    }
  }
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
