// Many small pieces of text as few larger ones: each costs its way through the streams.

const CHUNK_CHARS = 64 * 1024;

/** The same text as bytes of UTF-8. */
export async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let waiting: string[] = [];
  let chars = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    chars += piece.length;
    if (chars < CHUNK_CHARS) continue;
    yield Buffer.from(waiting.join(''));
    waiting = [];
    chars = 0;
  }
  if (waiting.length > 0) yield Buffer.from(waiting.join(''));
}
