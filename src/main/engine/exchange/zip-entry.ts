// The bytes of one entry of a zip file, read from the file itself: streams of yauzl cannot be ended
// half-way without an exception that nobody can catch. Length and checksum are held against what the
// file claims.

import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { badFile } from './bad-file.ts';

const STORED = 0;
const DEFLATED = 8;

/** Throws `bad-input` where the entry is not what it claims to be. */
export async function* entryBytes(
  zip: ZipFile,
  path: string,
  entry: Entry,
): AsyncGenerator<Buffer> {
  const isReadable = [STORED, DEFLATED].includes(entry.compressionMethod) && !entry.isEncrypted();
  if (!isReadable) throw badFile('This .hookglass file is packed in a way that is not understood.');
  const stream = await opened(zip, path, entry);
  let size = 0;
  let checksum = 0;
  try {
    for await (const chunk of stream ?? []) {
      size += chunk.length;
      if (size > entry.uncompressedSize) break;
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } finally {
    stream?.destroy();
  }
  if (size === entry.uncompressedSize && checksum === entry.crc32) return;
  throw badFile('This .hookglass file is damaged: something in it is not what it should be.');
}

/** Null where there is nothing to read. */
async function opened(zip: ZipFile, path: string, entry: Entry): Promise<Readable | null> {
  const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  if (entry.compressedSize === 0) return null;
  const packed = createReadStream(path, { start, end: start + entry.compressedSize - 1 });
  if (entry.compressionMethod === STORED) return packed;
  // An error of either is told by the one that is read; the callback is there so that it is caught.
  return pipeline(packed, createInflateRaw(), () => {});
}
