// Test events that go out to the public URL and come back through a real tunnel.

import { describe, expect, it, onTestFinished } from 'vitest';
import { getHeader } from '../../../src/shared/headers.ts';
import { type TestEngine, testEngine } from '../../support/engine.ts';
import { startLocaltunnelServer } from '../../support/localtunnel-server.ts';

const WAIT_MS = 15_000;

async function onlineEngine(): Promise<{
  engine: TestEngine;
  url: string;
  stop: () => Promise<void>;
}> {
  const { host, stop } = await startLocaltunnelServer();
  onTestFinished(stop);
  const engine = await testEngine({
    tunnel: { kind: 'localtunnel', host, subdomain: 'calm-otter', start: true },
  });
  const url = await engine.publicUrl(WAIT_MS);
  expect(url).toMatch(/^http:\/\/calm-otter\.localhost:\d+\/?$/);
  return { engine, stop, url: url?.replace(/\/$/, '') ?? '' };
}

describe('a test event to the public URL', () => {
  it('comes back through the tunnel, verified, and is known to be the one', async () => {
    const { engine, url, stop } = await onlineEngine();
    const { id: endpointId } = await engine.call('endpoints.create', {
      // Square signs the URL that it calls: here the public one.
      ...{ name: 'Square', path: '/square', provider: 'square' },
      secrets: [{ label: 'current', value: 'a signature key' }],
    });
    const sent = await engine.call('deliveries.sendTest', { endpointId, to: 'public' });
    expect(sent).toMatchObject({ url: `${url}/square`, status: 200 });
    const delivery = await engine.delivery(0);
    expect(sent.delivery).toMatchObject({ id: delivery.id, verdict: { status: 'verified' } });
    expect(delivery).toMatchObject({ endpointId, target: '/square' });
    expect(`http://${getHeader(delivery.headers, 'host')}`).toBe(url);
    // It does take that way: without the tunnel's server there is none.
    await stop();
    await expect(
      engine.call('deliveries.sendTest', { endpointId, to: 'public' }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^(?:unreachable|conflict)$/) });
  });

  it('is signed with the test key as well, and with a query of its own', async () => {
    const { engine, url } = await onlineEngine();
    const { id: endpointId } = await engine.call('endpoints.create', {
      ...{ name: 'Push', path: '/push', provider: 'google-pubsub' },
      publicUrl: `${url}/push?token=a%2Fb`,
    });
    const sent = await engine.call('deliveries.sendTest', { endpointId, to: 'public' });
    expect(sent).toMatchObject({
      ...{ url: `${url}/push?token=a%2Fb`, signedWith: 'test-key' },
      delivery: { verdict: { status: 'verified' } },
    });
    expect((await engine.delivery(0)).target).toBe('/push?token=a%2Fb');
  });
});
