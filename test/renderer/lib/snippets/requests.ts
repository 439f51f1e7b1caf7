// Requests that a snippet must survive, and a server that tells what came of them.

import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { onTestFinished } from 'vitest';
import type { SnippetRequest } from '../../../../src/renderer/lib/snippets/snippet.ts';

/** What ends literals, begins interpolation, or is run by somebody. */
const HOSTILE =
  '\'"`$(touch pwned)`touch pwned`#{`touch pwned`}$\u007bx}\\u0041\\n%s{{1}}\t<!--*/"""\'\'\'';

export const BODIES: [name: string, body: Buffer][] = [
  ['JSON', Buffer.from('{"id":"evt_1","n":1.0}\n')],
  ['no body', Buffer.alloc(0)],
  ['hostile text', Buffer.from(`${HOSTILE}\r\n@file \u2028\u202e\u{1f41d}\ufeff`)],
  ['bytes', Buffer.from([0, 0xff, 0xfe, 10, 13, 34, 92, 0x80, 64])],
  ['a NUL', Buffer.from('a\0b')],
  ['an at sign', Buffer.from('@/etc/passwd')],
];

export const request = (part: Partial<SnippetRequest> = {}): SnippetRequest => ({
  method: 'POST',
  origin: 'http://127.0.0.1:1',
  target: '/hooks?a=1&b=%20c',
  headers: [
    ['Host', 'shop.example'],
    ['Content-Type', 'application/json'],
    ['X-Hostile', HOSTILE],
    ['x-twice', 'one'],
    ['X-Twice', 'two'],
    ['X-Latin', 'caf\xe9'],
    ['Content-Length', '999'],
  ],
  body: Buffer.from('{}'),
  receivedAt: '2026-03-04T05:06:07.089Z',
  title: `invoice.paid ${HOSTILE}`,
  ...part,
});

export { HOSTILE };

export interface Caught {
  requestLine: string;
  /** Lower-cased names with their values, in order, as Latin-1. */
  headers: [name: string, value: string][];
  body: Buffer;
}

/** The next request that comes to `origin`, byte for byte. */
export async function startCatcher(): Promise<{ origin: string; caught: Promise<Caught> }> {
  let tell: (caught: Caught) => void = () => {};
  const caught = new Promise<Caught>((resolve) => {
    tell = resolve;
  });
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const end = received.indexOf('\r\n\r\n');
      if (end === -1) return;
      const [requestLine = '', ...lines] = received.toString('latin1', 0, end).split('\r\n');
      const headers = lines.map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      });
      const length = Number(headers.find(([name]) => name === 'content-length')?.[1] ?? 0);
      const body = received.subarray(end + 4);
      if (body.length < length) return;
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok');
      tell({ requestLine, headers, body });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, caught };
}
