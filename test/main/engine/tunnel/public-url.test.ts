// Waiting for the public URL ends when there is one, when there will be none, or when it takes too long.

import { describe, expect, it } from 'vitest';
import { createBus } from '../../../../src/main/engine/bus.ts';
import { publicUrlOf } from '../../../../src/main/engine/tunnel/public-url.ts';
import type { SupervisorOptions } from '../../../../src/main/engine/tunnel/supervisor.ts';
import { localtunnelAt, realServer, superviseReceiver } from './support/supervised-receiver.ts';

async function setup(options: Partial<SupervisorOptions> = {}) {
  const bus = createBus();
  const { supervisor } = await superviseReceiver({
    ...options,
    onChange: (status) => bus.publish({ type: 'tunnel.changed', status }),
  });
  return { supervisor, bus, wait: (waitMs: number) => publicUrlOf(supervisor, bus, waitMs) };
}

/** The next try is an hour away. */
const PATIENT: Partial<SupervisorOptions> = {
  random: () => 0.9,
  timings: { backoffBaseMs: 4_000_000, backoffMaxMs: 4_000_000 },
};

describe('publicUrlOf', () => {
  it('answers at once when the tunnel is online, off or failed', async () => {
    const server = await realServer();
    const { supervisor, wait } = await setup();
    expect(await wait(60_000)).toBeNull();
    supervisor.start(localtunnelAt(server.host, 'calm-otter'));
    await supervisor.until(({ state }) => state === 'online');
    expect(await wait(60_000)).toBe(`http://calm-otter.localhost:${server.port}`);
    supervisor.start(localtunnelAt(server.host, 'ab'));
    await supervisor.until(({ state }) => state === 'failed');
    expect(await wait(60_000)).toBeNull();
  });

  it('waits while it is connecting, also when that does not succeed at first', async () => {
    const server = await realServer();
    await server.stop();
    const { supervisor, wait, bus } = await setup(PATIENT);
    supervisor.start(localtunnelAt(server.host, 'calm-otter'));
    expect(supervisor.status().state).toBe('connecting');
    const waiting = wait(60_000);
    await supervisor.until(({ state }) => state === 'reconnecting');
    await realServer(server.port);
    await supervisor.tryNow();
    expect(await waiting).toBe(`http://calm-otter.localhost:${server.port}`);
    expect(bus.wants('tunnel.changed')).toBe(false);
  });

  it('gives up when the tunnel is switched off meanwhile', async () => {
    const server = await realServer();
    await server.stop();
    const { supervisor, wait } = await setup(PATIENT);
    supervisor.start(localtunnelAt(server.host, null));
    const waiting = wait(60_000);
    supervisor.stop();
    expect(await waiting).toBeNull();
  });

  it('gives up after the time it was given', async () => {
    const server = await realServer();
    await server.stop();
    const { supervisor, wait, bus } = await setup(PATIENT);
    supervisor.start(localtunnelAt(server.host, null));
    expect(await wait(1)).toBeNull();
    expect(supervisor.states()).not.toContain('online');
    expect(bus.wants('tunnel.changed')).toBe(false);
  });
});
