// A server that always answers the same, and counts.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Echo {
  url: string;
  requests: number;
}

export async function startEcho(answer: {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}): Promise<Echo> {
  const echo: Echo = { url: '', requests: 0 };
  const server = createServer((request, response) => {
    echo.requests++;
    request.resume().on('end', () => {
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  echo.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return echo;
}
