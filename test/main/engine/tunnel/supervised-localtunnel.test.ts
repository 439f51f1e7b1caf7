// The supervisor and the localtunnel client together, against a real localtunnel server.

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TunnelStatus } from '../../../../src/shared/model.ts';
import { allBytes } from './support/receiver.ts';
import { waitsOf } from './support/supervised.ts';
import { localtunnelAt, realServer, superviseReceiver } from './support/supervised-receiver.ts';

const online = ({ state }: TunnelStatus) => state === 'online';
const reached = ({ lastReachedAt, state }: TunnelStatus) =>
  state === 'online' && lastReachedAt !== null;
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('a supervised localtunnel', () => {
  it('goes online, is seen to lead here, and delivers a binary body intact', async () => {
    const server = await realServer();
    const { supervisor, receiver } = await superviseReceiver();
    supervisor.start(localtunnelAt(server.host, 'walk-in'));
    const { publicUrl } = await supervisor.until(reached);
    expect(publicUrl).toBe(`http://walk-in.localhost:${server.port}`);
    const body = allBytes(100);
    const request = { name: 'walk-in', method: 'POST', target: '/hooks', body };
    expect((await server.publicRequest(request)).status).toBe(200);
    // The check itself left no trace: the delivery is the only thing that was received.
    expect(receiver.received.map(({ target }) => target)).toEqual(['/hooks']);
    expect(sha256(receiver.received[0]!.body)).toBe(sha256(body));
  });

  it('comes back under the same name when the server was killed and started again', async () => {
    const server = await realServer();
    const { supervisor, receiver } = await superviseReceiver({
      random: () => 0.5,
      timings: { backoffBaseMs: 50, backoffMaxMs: 200 },
    });
    supervisor.start(localtunnelAt(server.host, 'lazarus'));
    const before = await supervisor.until(reached);
    await server.stop();
    const lost = await supervisor.until(({ state }) => state === 'reconnecting');
    expect(lost.reason).toMatch(
      /^http:\/\/localhost:\d+ ended the tunnel .*; trying again in .* s\.$/,
    );
    expect(lost.publicUrl).toBe(before.publicUrl);
    await supervisor.until(({ reason }) => reason?.includes('refuses connections') ?? false);
    const again = await realServer(server.port);
    const after = await supervisor.until(online);
    expect(after).toMatchObject({ publicUrl: before.publicUrl, changedFrom: null, history: [] });
    const request = { name: 'lazarus', method: 'POST', target: '/after', body: allBytes() };
    expect((await again.publicRequest(request)).status).toBe(200);
    expect(receiver.received.map(({ target }) => target)).toEqual(['/after']);
  });

  it('says that a name is taken by another client, and goes online under the one given', async () => {
    const server = await realServer();
    const [first, second] = [await superviseReceiver(), await superviseReceiver()];
    first.supervisor.start(localtunnelAt(server.host, 'popular'));
    await first.supervisor.until(reached);
    second.supervisor.start(localtunnelAt(server.host, 'popular'));
    const { publicUrl, reason } = await second.supervisor.until(reached);
    expect(publicUrl).not.toBe(first.supervisor.status().publicUrl);
    const given = new URL(publicUrl ?? '').hostname.split('.')[0];
    expect(reason).toBe(
      `The name "popular" is taken, so the tunnel server gave "${given}" instead. Use the new URL, or choose another name.`,
    );
  });

  it('gets its own name back although the server still holds it for the last connection', async () => {
    const server = await realServer();
    const { supervisor } = await superviseReceiver({ timings: { nameHeldMs: 1_200 } });
    supervisor.start(localtunnelAt(server.host, 'boomerang'));
    const before = await supervisor.until(reached);
    supervisor.stop();
    supervisor.start(localtunnelAt(server.host, 'boomerang'));
    const after = await supervisor.until(reached);
    expect(after).toMatchObject({ publicUrl: before.publicUrl, changedFrom: null, reason: null });
  });

  it('says that the URL changed when somebody took the name in the meantime', async () => {
    const server = await realServer();
    const { supervisor } = await superviseReceiver({
      timings: { backoffBaseMs: 600_000, backoffMaxMs: 600_000 },
      random: () => 0.9,
    });
    supervisor.start(localtunnelAt(server.host, 'musical'));
    const before = await supervisor.until(reached);
    await server.stop();
    await supervisor.until(({ state }) => state === 'reconnecting');
    const again = await realServer(server.port);
    const rival = await superviseReceiver();
    rival.supervisor.start(localtunnelAt(again.host, 'musical'));
    await rival.supervisor.until(reached);
    let tries = 0;
    while (supervisor.status().state !== 'online' && tries++ < 10) await supervisor.tryNow();
    expect(supervisor.status()).toMatchObject({
      ...{ state: 'online', changedFrom: before.publicUrl },
      history: [{ url: before.publicUrl }],
      reason: expect.stringContaining('The name "musical" is taken'),
    });
    expect(tries).toBe(4);
  });

  it('does not wait as after an outage once the server answers that the name is taken', async () => {
    const server = await realServer();
    const { supervisor } = await superviseReceiver({
      clock: { now: () => 0 },
      random: () => 0.5,
      timings: { backoffBaseMs: 1_000_000, backoffMaxMs: 1_000_000_000 },
    });
    supervisor.start(localtunnelAt(server.host, 'patient'));
    await supervisor.until(reached);
    await server.stop();
    await supervisor.until(({ state }) => state === 'reconnecting');
    for (let outage = 0; outage < 3; outage++) await supervisor.tryNow();
    expect(waitsOf(supervisor, 'refuses connections')).toEqual([1_000_000, 2_000_000, 4_000_000]);
    const again = await realServer(server.port);
    const rival = await superviseReceiver();
    rival.supervisor.start(localtunnelAt(again.host, 'patient'));
    await rival.supervisor.until(reached);
    while (supervisor.status().state !== 'online') await supervisor.tryNow();
    expect(waitsOf(supervisor, 'is taken, perhaps')).toEqual([500_000, 1_000_000, 2_000_000]);
  });

  it('refuses for good what the server does not allow', async () => {
    const server = await realServer();
    const { supervisor } = await superviseReceiver();
    supervisor.start(localtunnelAt(server.host, 'ab'));
    expect((await supervisor.until(({ state }) => state === 'failed')).reason).toMatch(
      /does not allow the name "ab" \(it answered 403: "Invalid subdomain/,
    );
    supervisor.start(localtunnelAt('ftp://somewhere', null));
    expect((await supervisor.until(({ state }) => state === 'failed')).reason).toBe(
      '"ftp://somewhere" is not the address of a tunnel server: it must start with http:// or https://.',
    );
  });

  it('stops while a server that never answers is being asked, and leaves it at once', async () => {
    const silent = createTcpServer();
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    onTestFinished(() => void silent.close());
    const arrived = once(silent, 'connection');
    const { supervisor } = await superviseReceiver();
    const { port } = silent.address() as AddressInfo;
    supervisor.start(localtunnelAt(`http://127.0.0.1:${port}`, null));
    const [socket] = await arrived;
    const closed = once(socket, 'close');
    expect(supervisor.stop().state).toBe('off');
    await closed;
  });

  it('is degraded when somebody else answers under its URL', async () => {
    // A tunnel server that gives out tunnels but answers every public request by itself.
    const server = createServer((request, response) => {
      const { port } = server.address() as AddressInfo;
      const given = { id: 'thief', url: `http://thief.localhost:${port}`, port };
      const isRegistration = request.url === '/thief';
      response.end(isRegistration ? JSON.stringify(given) : '<h1>It works</h1>');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.close();
      server.closeAllConnections();
    });
    const { port } = server.address() as AddressInfo;
    const { supervisor } = await superviseReceiver();
    supervisor.start(localtunnelAt(`http://localhost:${port}`, 'thief'));
    expect((await supervisor.until(({ state }) => state === 'degraded')).reason).toContain(
      `http://thief.localhost:${port} is answered by somebody else`,
    );
  });

  it('notices through its URL that the server forgot the tunnel, and comes back', async () => {
    const server = await realServer();
    const { supervisor, receiver } = await superviseReceiver({
      timings: { probeAgainMs: 1, nameHeldMs: 1_200 },
    });
    supervisor.start(localtunnelAt(server.host, 'forgotten'));
    await supervisor.until(reached);
    // As after a long sleep: the check's answer never comes back through this receiver.
    receiver.answersProbes = false;
    await supervisor.probeNow();
    await supervisor.until(({ state }) => state === 'reconnecting');
    receiver.answersProbes = true;
    expect(await supervisor.until(reached)).toMatchObject({ changedFrom: null });
  });
});
