// Sends requests to a receiver as providers do: headers in order and as written, body bytes untouched.

import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import type { HeaderList } from '../../../src/shared/headers.ts';

export interface Outgoing {
  method?: string;
  target?: string;
  headers?: HeaderList;
  body?: Buffer | string;
}

export interface Answer {
  status: number;
  body: string;
}

/** One request on a connection of its own. Rejects when no answer comes. */
export async function send(receiverUrl: string, outgoing: Outgoing = {}): Promise<Answer> {
  const { method = 'POST', target = '/', headers = [], body = '' } = outgoing;
  const bytes = Buffer.from(body);
  const { host, hostname, port } = new URL(receiverUrl);
  const pairs: HeaderList = [['Host', host], ...headers];
  if (bytes.length > 0) pairs.push(['Content-Length', String(bytes.length)]);
  const sending = request({ hostname, port, method, path: target, agent: false });
  for (const [name, value] of pairs) appendHeader(sending, name, value);
  sending.end(bytes);
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() };
}

function appendHeader(sending: ReturnType<typeof request>, name: string, value: string): void {
  if (name.toLowerCase() === 'host') sending.setHeader(name, value);
  else sending.appendHeader(name, value);
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
