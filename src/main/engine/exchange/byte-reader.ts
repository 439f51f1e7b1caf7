// Takes a stream apart by lengths and by lines, never holding more than what is asked for.

import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { badFile } from './bad-file.ts';

export interface ByteReader {
  /** The next bytes. Throws `bad-input` when there are fewer. */
  take(length: number): Promise<Buffer>;
  /** Writes the next bytes to a new file of mode 0600. */
  takeToFile(length: number, path: string): Promise<void>;
  /** Reads on to the end, so that its checksum is looked at. Throws `bad-input` when more is there. */
  end(): Promise<void>;
}

export function createByteReader(stream: AsyncIterable<Buffer>): ByteReader {
  const chunks = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  async function* next(length: number): AsyncGenerator<Buffer> {
    for (let missing = length; missing > 0; ) {
      if (rest.length === 0) {
        const { value, done } = await chunks.next();
        if (done) throw badFile('This .hookglass file is damaged: bytes of a body are missing.');
        rest = value;
      }
      const piece = rest.subarray(0, missing);
      rest = rest.subarray(piece.length);
      missing -= piece.length;
      yield piece;
    }
  }
  return {
    async take(length) {
      const pieces: Buffer[] = [];
      for await (const piece of next(length)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
    takeToFile: (length, path) =>
      pipeline(Readable.from(next(length)), createWriteStream(path, { mode: 0o600 })),
    async end() {
      const { done } = await chunks.next();
      if (rest.length === 0 && done) return;
      throw badFile('This .hookglass file is damaged: it has more bytes than its bodies.');
    },
  };
}

const LF = 0x0a;

/** The lines of a stream without their ends. Throws `bad-input` for one longer than `maxBytes`. */
export async function* linesOf(
  stream: AsyncIterable<Buffer>,
  maxBytes: number,
): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      yield Buffer.concat([...pieces, chunk.subarray(start, end)]);
      pieces = [];
      size = 0;
      start = end + 1;
    }
    pieces.push(chunk.subarray(start));
    size += chunk.length - start;
    if (size > maxBytes) throw badFile('This .hookglass file is damaged: a line never ends.');
  }
  if (size > 0) yield Buffer.concat(pieces);
}
