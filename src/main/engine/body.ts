// A message body as the engine carries it: in memory when small, a spooled file when large.
// The bytes are the truth; nothing here decodes them.

import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';

export type Body =
  | { kind: 'memory'; bytes: Buffer }
  | {
      kind: 'file';
      path: string;
      size: number;
      /** What it holds as a form, where it is one and somebody has read it beforehand. */
      form?: Form | null;
    };

/** The fields of a form. */
export interface Form {
  /** In their order; files are left out. */
  fields: readonly [name: string, value: string][];
  /** False when there are more of them than these, which nobody then read. */
  isWhole: boolean;
}

/** Bodies above this are spooled to a file instead of being held in memory. */
export const SPOOL_THRESHOLD_BYTES = 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;

export const EMPTY_BODY: Body = { kind: 'memory', bytes: Buffer.alloc(0) };

export function bodySize(body: Body): number {
  return body.kind === 'memory' ? body.bytes.length : body.size;
}

/**
 * All bytes in order, read synchronously. A yielded chunk of a file is only good until the next one:
 * the buffer is reused. Throws the file system's error when the file is gone.
 */
export function* bodyChunks(body: Body): Generator<Buffer> {
  if (body.kind === 'memory') {
    yield body.bytes;
    return;
  }
  const fd = openSync(body.path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
      const read = readSync(fd, chunk, 0, CHUNK_BYTES, null);
      if (read === 0) return;
      yield chunk.subarray(0, read);
    }
  } finally {
    closeSync(fd);
  }
}

/** The first `limit` bytes (fewer when the body is shorter); empty when the file is gone. */
export function bodyHead(body: Body, limit: number): Buffer {
  if (body.kind === 'memory') return body.bytes.subarray(0, limit);
  try {
    const fd = openSync(body.path, 'r');
    try {
      const head = Buffer.allocUnsafe(Math.min(limit, body.size));
      return head.subarray(0, readSync(fd, head, 0, head.length, 0));
    } finally {
      closeSync(fd);
    }
  } catch {
    return Buffer.alloc(0);
  }
}

/** All bytes as a stream, for sending on with backpressure. */
export function bodyStream(body: Body): Readable {
  return body.kind === 'memory' ? Readable.from([body.bytes]) : createReadStream(body.path);
}

/** All bytes at once, for the one pane or call that asks for them. Rejects when the file is gone. */
export async function bodyBytes(body: Body): Promise<Buffer> {
  return body.kind === 'memory' ? body.bytes : readFile(body.path);
}

/** `length` bytes from `offset`, fewer at the end. Rejects when the file is gone. */
export async function bodyRange(body: Body, offset: number, length: number): Promise<Buffer> {
  if (body.kind === 'memory') return body.bytes.subarray(offset, offset + length);
  const file = await open(body.path, 'r');
  try {
    const wanted = Math.max(0, Math.min(length, body.size - offset));
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(wanted), 0, wanted, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
