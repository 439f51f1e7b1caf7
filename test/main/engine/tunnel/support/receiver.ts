// A receiver as a tunnel sees ours: raw bodies, no time-outs on idle connections, health checks answered.

import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createProbe, type Probe } from '../../../../../src/main/engine/tunnel/probe.ts';

export interface Received {
  method: string;
  target: string;
  host: string | undefined;
  body: Buffer;
  /** The local connection it came by: requests on one have the same. */
  localPort: number | undefined;
}

export interface TestReceiver {
  port: number;
  probe: Probe;
  /** All requests but the health checks. */
  received: Received[];
  /** False: health checks are answered as any other request. */
  answersProbes: boolean;
  close(): Promise<void>;
}

export async function startReceiver(): Promise<TestReceiver> {
  const server = createServer(async (request, response) => {
    const { method = '', url = '' } = request;
    const answer = receiver.answersProbes ? receiver.probe.matches(method, url) : null;
    if (answer !== null) {
      response.end(answer);
      return;
    }
    const body = await bytesOf(request);
    const { host } = request.headers;
    const localPort = request.socket.remotePort;
    receiver.received.push({ method, target: url, host, body, localPort });
    response.writeHead(200, { 'X-Received': String(body.length) }).end(body);
  });
  // Idle connections wait for requests for hours; Node would answer them 408 after a minute.
  server.headersTimeout = 0;
  server.requestTimeout = 0;
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver: TestReceiver = {
    port: (server.address() as AddressInfo).port,
    probe: createProbe(),
    received: [],
    answersProbes: true,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return receiver;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Every byte value, `repeat` times over: what a detour through text would not leave intact. */
export function allBytes(repeat = 1): Buffer {
  const once = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
  return Buffer.concat(Array.from({ length: repeat }, () => once));
}
