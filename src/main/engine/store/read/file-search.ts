// Looking for bytes in a spooled body, ASCII case ignored, without holding more than a piece of it.

import { type FileHandle, open } from 'node:fs/promises';

const PIECE_BYTES = 256 * 1024;

/**
 * `needle` has its ASCII letters in lower case. False when the file is gone. Rejects when `signal`
 * aborts, and with the file system's error.
 */
export async function fileContains(
  path: string,
  needle: Buffer,
  signal: AbortSignal,
): Promise<boolean> {
  const file = await openIfThere(path);
  if (!file) return false;
  try {
    // The end of a piece is searched again with the next one, for what lies across the border.
    const overlap = needle.length - 1;
    const piece = Buffer.allocUnsafe(overlap + PIECE_BYTES);
    let kept = 0;
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await file.read(piece, kept, PIECE_BYTES);
      if (bytesRead === 0) return false;
      lowerAscii(piece, kept, kept + bytesRead);
      const filled = piece.subarray(0, kept + bytesRead);
      if (filled.includes(needle)) return true;
      kept = Math.min(overlap, filled.length);
      piece.copyWithin(0, filled.length - kept, filled.length);
    }
  } finally {
    await file.close();
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function lowerAscii(bytes: Buffer, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    if (byte >= 0x41 && byte <= 0x5a) bytes[i] = byte | 0x20;
  }
}
