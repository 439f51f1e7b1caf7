// A user's server on localhost: a real HTTP server that keeps every request as it came.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { atEndOfFile } from './at-end.ts';

export interface Recorded {
  method: string;
  target: string;
  /** In order, with case and duplicates. */
  headers: [string, string][];
  body: Buffer;
}

export interface DestinationAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface Destination {
  url: string;
  requests: Recorded[];
  /** What it answers from now on; 200 `ok` at first. */
  answer: DestinationAnswer;
  /** The request at this position, counted from 0, arrived already or to come. */
  request(index: number): Promise<Recorded>;
  /** Nobody listens any more: connections are refused. */
  close(): Promise<void>;
}

/** Listens on `port` (a free one by default) until closed or the test file ends. */
export async function startDestination({ port = 0 } = {}): Promise<Destination> {
  const requests: Recorded[] = [];
  const arrivals = new Set<() => void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests.push({
        method: request.method ?? '',
        target: request.url ?? '',
        headers: pairs(request.rawHeaders),
        body: Buffer.concat(chunks),
      });
      const { status, headers = {}, body = '' } = destination.answer;
      response.writeHead(status, headers).end(body);
      for (const arrived of arrivals) arrived();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const destination: Destination = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer: { status: 200, body: 'ok' },
    async request(index) {
      while (requests.length <= index) {
        await new Promise<void>((resolve) => {
          arrivals.add(function arrived() {
            arrivals.delete(arrived);
            resolve();
          });
        });
      }
      return requests[index]!;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  atEndOfFile(destination.close);
  return destination;
}

function pairs(rawHeaders: string[]): [string, string][] {
  return rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1]!]] : [],
  );
}
