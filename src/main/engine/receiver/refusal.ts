// What is answered to requests that cannot be taken, in a few plain words.

import { STATUS_CODES } from 'node:http';

/** A whole answer as bytes, for a connection on which no request was parsed. */
export function refusalBytes(status: number, text: string, now: number): Buffer {
  const body = Buffer.from(text);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    `Date: ${new Date(now).toUTCString()}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}
