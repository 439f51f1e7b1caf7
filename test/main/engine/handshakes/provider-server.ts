// A provider's own server: TLS on 127.0.0.1, and an agent that leads every name there.

import type { RequestListener } from 'node:http';
import { Agent, createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type ConnectionOptions, connect } from 'node:tls';
import { onTestFinished } from 'vitest';
import { CERTIFICATE, KEY } from '../../../support/self-signed.ts';

export interface ProviderServer {
  agent: Agent;
  /** Leads there too, but asks for a certificate that somebody vouches for. */
  untrusting: Agent;
  /** What it was asked: method and URL, in order. */
  asked: string[];
}

export async function providerServer(listener: RequestListener): Promise<ProviderServer> {
  const asked: string[] = [];
  const server = createServer({ key: KEY, cert: CERTIFICATE }, (request, response) => {
    asked.push(`${request.method} https://${request.headers.host}${request.url}`);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agentWith = (options: ConnectionOptions) => {
    const agent = new Agent();
    agent.createConnection = () => connect({ host: '127.0.0.1', port, ...options });
    onTestFinished(() => agent.destroy());
    return agent;
  };
  const agent = agentWith({ ca: CERTIFICATE, servername: 'localhost' });
  const untrusting = agentWith({ servername: 'localhost' });
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => void server.close(() => resolve()));
  });
  return { agent, untrusting, asked };
}
