// The body of a destination's answer as it is kept: the beginning of it, and its whole size.

/** Bytes of an answer that are kept. */
const KEPT_BYTES = 5 * 1024 * 1024;

export interface AnswerBody {
  add(chunk: Buffer): void;
  /** All bytes seen so far. */
  size(): number;
  /** At most {@link KEPT_BYTES} of them. */
  kept(): Buffer;
}

export function createAnswerBody(): AnswerBody {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    add(chunk) {
      const room = KEPT_BYTES - size;
      if (room > 0) chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
      size += chunk.length;
    },
    size: () => size,
    kept: () => Buffer.concat(chunks),
  };
}
