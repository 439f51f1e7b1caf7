// Finds the ends of HTTP answers in a stream of bytes, as cheaply as it goes.

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/**
 * @param {(status: string) => void} onAnswer Called at the last byte of each answer.
 * @returns {(chunk: Buffer) => void} To be given the bytes as they come.
 */
export function createAnswerReader(onAnswer) {
  /** @type {Buffer} */
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const headEnd = rest.indexOf(HEAD_END);
      if (headEnd === -1) return;
      const head = rest.toString('latin1', 0, headEnd);
      const end = endOf(head, headEnd + HEAD_END.length, rest);
      if (end === -1 || end > rest.length) return;
      rest = rest.subarray(end);
      onAnswer(head.slice(9, 12));
    }
  };
}

/**
 * The offset behind the answer's body, -1 when that cannot be told yet.
 * @param {string} head
 * @param {number} bodyStart
 * @param {Buffer} bytes
 */
function endOf(head, bodyStart, bytes) {
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return bodyStart + Number(length);
  if (!/\r\ntransfer-encoding: *chunked/i.test(head)) return bodyStart;
  const last = bytes.indexOf(LAST_CHUNK, bodyStart);
  return last === -1 ? -1 : last + LAST_CHUNK.length;
}
