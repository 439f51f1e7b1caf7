// Waiting for the public URL ends when there is one, when there will be none, or when it takes too long.

import { describe, expect, it } from 'vitest';
import { createBus } from '../../../../src/main/engine/bus.ts';
import { publicUrlOf } from '../../../../src/main/engine/tunnel/public-url.ts';
import type { Supervisor } from '../../../../src/main/engine/tunnel/supervisor.ts';
import type { TunnelStatus } from '../../../../src/shared/model.ts';

const OFF: TunnelStatus = {
  state: 'off',
  kind: 'localtunnel',
  publicUrl: null,
  reason: null,
  lastReachedAt: null,
  nextTryAt: null,
  changedFrom: null,
  history: [],
};

function setup(first: Partial<TunnelStatus>) {
  const bus = createBus();
  let status: TunnelStatus = { ...OFF, ...first };
  const supervisor = { status: () => status } as Supervisor;
  return {
    wait: (waitMs: number) => publicUrlOf(supervisor, bus, waitMs),
    becomes(next: Partial<TunnelStatus>) {
      status = { ...status, ...next };
      bus.publish({ type: 'tunnel.changed', status });
    },
    bus,
  };
}

const publicUrl = 'https://calm-otter.example';

describe('publicUrlOf', () => {
  it('answers at once when the tunnel is online, off or failed', async () => {
    expect(await setup({ state: 'online', publicUrl }).wait(60_000)).toBe(publicUrl);
    expect(await setup({ state: 'off' }).wait(60_000)).toBeNull();
    expect(await setup({ state: 'failed' }).wait(60_000)).toBeNull();
  });

  it('waits while it is connecting', async () => {
    const { wait, becomes, bus } = setup({ state: 'connecting' });
    const waiting = wait(60_000);
    becomes({ state: 'reconnecting' });
    becomes({ state: 'online', publicUrl });
    expect(await waiting).toBe(publicUrl);
    expect(bus.wants('tunnel.changed')).toBe(false);
  });

  it('gives up after the time it was given', async () => {
    expect(await setup({ state: 'connecting' }).wait(1)).toBeNull();
  });
});
