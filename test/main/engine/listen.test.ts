// Which port the receiver gets.

import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { listenOnLoopback } from '../../../src/main/engine/listen.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

describe('listenOnLoopback', () => {
  it('takes the port it is asked for, on loopback only', async () => {
    const free = await freePort();
    const server = newServer();
    expect(await listenOnLoopback(server, { port: free, fixedPort: true })).toBe(free);
    expect(server.address()).toMatchObject({ address: '127.0.0.1', port: free });
  });

  it('takes the next free port when the default one is taken', async () => {
    const taken = await listenOnLoopback(newServer(), { port: 0, fixedPort: false });
    const port = await listenOnLoopback(newServer(), { port: taken, fixedPort: false });
    expect(port).toBeGreaterThan(taken);
    expect(port).toBeLessThan(taken + 20);
  });

  it('refuses another port than the one that was named', async () => {
    const taken = await listenOnLoopback(newServer(), { port: 0, fixedPort: false });
    await expect(
      listenOnLoopback(newServer(), { port: taken, fixedPort: true }),
    ).rejects.toMatchObject({
      code: 'port-taken',
      message: `Port ${taken} is already in use by another program. Stop that program or choose another port.`,
    });
  });

  it('takes any free port for 0', async () => {
    expect(await listenOnLoopback(newServer(), { port: 0, fixedPort: true })).toBeGreaterThan(0);
  });

  it('does not look beyond the last port there is', async () => {
    const port = await listenOnLoopback(newServer(), { port: 65_535, fixedPort: false });
    const next = await listenOnLoopback(newServer(), { port: 65_535, fixedPort: false });
    expect(next).not.toBe(port);
    expect(next).toBeGreaterThan(0);
  });
});

function newServer(): Server {
  const server = createServer();
  servers.push(server);
  return server;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server, { port: 0, fixedPort: false });
  await new Promise((resolve) => server.close(resolve));
  return port;
}
