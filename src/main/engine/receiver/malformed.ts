// Says in words what is wrong with a request that the parser gave up on, and reads what can be
// read.

/** As much of a malformed request as is kept, in bytes. */
const MALFORMED_KEPT_BYTES = 64 * 1024;

/** What the parser threw, and where in the connection it was. */
export interface ParseFailure {
  /** The parser's code, such as `HPE_INVALID_METHOD`. */
  code: string;
  /** The parser's own words. */
  reason: string;
  /** The bytes at hand when it gave up; null when the client ended in the middle. */
  packet: Buffer | null;
  /**
   * `whole`: the packet holds the request from its first byte. `after`: it began with other
   * requests.
   */
  place: 'whole' | 'after' | 'part';
  /** How far into the packet the parser got. */
  parsedBytes: number;
}

export interface Malformed {
  /** Empty where it could not be told. */
  method: string;
  target: string;
  status: 400 | 431;
  /** One or two sentences. */
  problem: string;
  raw: Buffer;
}

const PROBLEMS: Record<string, string> = {
  HPE_INVALID_METHOD: 'It does not begin with an HTTP method.',
  HPE_INVALID_URL: 'Its target holds a character that a URL may not hold unescaped.',
  HPE_INVALID_VERSION: 'Its first line does not end with a version of HTTP that is understood.',
  HPE_INVALID_CONSTANT: 'Its first line is not that of an HTTP request.',
  HPE_INVALID_HEADER_TOKEN: 'One of its headers is not well-formed.',
  HPE_INVALID_CONTENT_LENGTH: 'Its Content-Length is not a number.',
  HPE_UNEXPECTED_CONTENT_LENGTH: 'It has more than one Content-Length.',
  HPE_INVALID_TRANSFER_ENCODING:
    'Its Transfer-Encoding is not chunked, or comes with a Content-Length.',
  HPE_INVALID_CHUNK_SIZE: 'Its body is not in chunks as its Transfer-Encoding says.',
  HPE_HEADER_OVERFLOW: 'Its target and headers are longer than 64 KiB.',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'The extensions of its chunks are longer than 16 KiB.',
  HPE_PAUSED_H2_UPGRADE: 'It is HTTP/2 from the first byte; the receiver speaks HTTP/1.1.',
};
const AFTER_COMPLETE =
  'Bytes followed a complete request on the same connection that are no request. The Content-Length of the one before may be smaller than its body.';
const ENCRYPTED =
  'It is encrypted (https), but the receiver speaks plain HTTP. Use an address that begins with http://.';

const REQUEST_LINE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}) ([^\r\n]*)/;
const VERSION_AT_END = / HTTP\/\d+\.\d+$/;

export function describeMalformed(failure: ParseFailure): Malformed {
  const { code, packet, place, parsedBytes } = failure;
  const bytes = packet ?? Buffer.alloc(0);
  const raw = (place === 'after' ? bytes.subarray(parsedBytes) : bytes).subarray(
    0,
    MALFORMED_KEPT_BYTES,
  );
  const line = place === 'whole' ? REQUEST_LINE.exec(raw.toString('latin1')) : null;
  return {
    method: line?.[1] ?? '',
    target: line?.[2]?.replace(VERSION_AT_END, '') ?? '',
    status: code === 'HPE_HEADER_OVERFLOW' ? 431 : 400,
    problem: problemOf(failure, raw),
    // A copy: the parser's buffer is far larger and would be kept alive.
    raw: Buffer.from(raw),
  };
}

function problemOf({ code, reason, place }: ParseFailure, raw: Buffer): string {
  if (raw[0] === 0x16 && raw[1] === 0x03) return ENCRYPTED;
  if (place === 'after' || code === 'HPE_CLOSED_CONNECTION') return AFTER_COMPLETE;
  return PROBLEMS[code] ?? `The parser says: ${reason}.`;
}
