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

/** A number of bytes for people, in binary units. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${round(bytes / 1024)} KiB`;
  return `${round(bytes / 1024 / 1024)} MiB`;
}

/** A duration for people. */
export function durationInWords(ms: number): string {
  if (ms < 1000) return `${round(ms)} ms`;
  if (ms < 120_000) return `${round(ms / 1000)} s`;
  return `${round(ms / 60_000)} minutes`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
