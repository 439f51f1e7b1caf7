// The engine whole, over real sockets and a real database: what happens to a request, and what the
// provider, the interface and the user's server see of it.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testEngine } from '../../support/engine.ts';
import { PROVIDER_IDS, signedRequest } from '../../support/signed-requests.ts';
import { tempDir } from '../../support/temp-dir.ts';

/** A user's server; answers its URL and what it was asked, in order. */
async function destination(listener: RequestListener = (_req, res) => void res.end('ok')) {
  const targets: string[] = [];
  const server: Server = createServer((request, response) => {
    targets.push(`${request.method} ${request.url}`);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => void server.close(() => resolve()));
  };
  onTestFinished(close);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, targets, close };
}

const post = (url: string, body = '{"type":"a.b","id":"evt_1"}') =>
  fetch(url, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });

describe('a delivery', () => {
  it('is on disk, with its verdict, when the provider has its answer', async () => {
    const engine = await testEngine();
    const created = await engine.call('endpoints.create', {
      name: 'Stripe',
      path: '/stripe',
      provider: 'stripe',
      secrets: [{ label: 'current', value: 'whsec_x' }],
    });
    const { method, headers, body } = signedRequest('stripe', { secret: 'whsec_x' });
    const answer = await fetch(`${engine.receiverUrl}/stripe?a=1`, {
      method,
      headers,
      body: new Uint8Array(body),
    });
    expect(answer.status).toBe(200);

    const { items } = await engine.call('deliveries.list', {});
    expect(items).toMatchObject([
      {
        endpointId: created.id,
        target: '/stripe?a=1',
        provider: 'stripe',
        verdict: { status: 'verified' },
        response: { status: 200, source: 'canned' },
      },
    ]);
    const delivery = await engine.call('deliveries.get', { id: items[0]!.id });
    expect(delivery.headers).toEqual(expect.arrayContaining(headers.slice(-1)));
    const stored = await engine.call('deliveries.body', { id: delivery.id });
    expect(Buffer.from(stored.base64, 'base64').equals(body)).toBe(true);
  });

  it('is told to open interfaces when it arrives and when it is answered', async () => {
    const engine = await testEngine();
    const added = engine.event((e) => (e.type === 'deliveries.added' ? e.items[0] : undefined));
    const changed = engine.event((e) => (e.type === 'deliveries.changed' ? e.items[0] : undefined));
    await post(`${engine.receiverUrl}/x`);
    expect(await added).toMatchObject({ target: '/x', durationMs: null, eventType: 'a.b' });
    expect((await changed)?.durationMs).toBeGreaterThan(0);
    expect((await changed)?.id).toBe((await added)?.id);
  });

  it('gets the fixed answer of its endpoint, to the letter', async () => {
    const engine = await testEngine();
    await engine.call('endpoints.create', {
      name: 'c',
      path: '/c',
      respond: {
        mode: 'canned',
        status: 299,
        headers: [
          ['X-Twice', '1'],
          ['x-twice', '2'],
        ],
        body: 'gruß',
        delayMs: 1,
      },
    });
    const answer = await post(`${engine.receiverUrl}/c`);
    expect(answer.status).toBe(299);
    expect(answer.headers.get('x-twice')).toBe('1, 2');
    expect(await answer.text()).toBe('gruß');
  });

  it('is kept while paused, not passed on, and the provider is asked to come again', async () => {
    const server = await destination();
    const engine = await testEngine({ overrides: { forwardTo: server.url } });
    await engine.call('receiver.pause', { paused: true });
    const answer = await post(`${engine.receiverUrl}/p`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
    expect(server.targets).toEqual([]);
    await engine.call('receiver.pause', { paused: false });
    expect((await post(`${engine.receiverUrl}/p`)).status).toBe(200);
    expect((await engine.call('deliveries.list', {})).items).toHaveLength(2);
  });

  it('is listed with what was wrong when it was too large, malformed or cut off', async () => {
    const engine = await testEngine();
    await engine.call('settings.update', { bodyLimitBytes: 1024 });
    const answer = await post(`${engine.receiverUrl}/large`, 'x'.repeat(5000));
    expect(answer.status).toBe(413);
    const { items } = await engine.call('deliveries.list', {});
    expect(items).toMatchObject([
      { state: 'oversized', response: { status: 413, source: 'hookglass' } },
    ]);
    const { verdict, problem } = await engine.call('deliveries.get', { id: items[0]!.id });
    expect(problem).toBeTruthy();
    expect(verdict.status).toBe('unchecked');
    await expect(
      engine.call('deliveries.replay', { id: items[0]!.id, destination: 'http://localhost:1' }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('forwarding', () => {
  it('passes the destination’s answer on, and tells the attempt with its phases', async () => {
    const server = await destination((_req, res) => {
      res.writeHead(418, { 'X-Mine': 'yes' }).end('teapot');
    });
    const engine = await testEngine();
    const { path } = await engine.call('endpoints.create', {
      name: 'p',
      path: '/pocketbook',
      forwardTo: `${server.url}/hooks`,
    });
    const answer = await post(`${engine.receiverUrl}${path}/a?b=1`);
    expect([answer.status, answer.headers.get('x-mine'), await answer.text()]).toEqual([
      418,
      'yes',
      'teapot',
    ]);
    expect(server.targets).toEqual(['POST /hooks/a?b=1']);
    const { id } = await engine.delivery(0);
    const delivery = await engine.call('deliveries.get', { id });
    expect(delivery.response).toEqual({ status: 418, source: 'forward' });
    expect(delivery.attempts).toMatchObject([
      {
        trigger: 'forward',
        outcome: 'response',
        status: 418,
        destination: `${server.url}/hooks/a?b=1`,
      },
    ]);
    const [attempt] = delivery.attempts;
    expect(attempt?.timing.totalMs).toBeGreaterThan(0);
    const body = await engine.call('attempts.body', { id: attempt!.id });
    expect(Buffer.from(body.base64, 'base64').toString()).toBe('teapot');
  });

  it('answers 502 where nothing listens, keeps the delivery, and replays it once there is', async () => {
    const server = await destination();
    await server.close();
    const engine = await testEngine({ overrides: { forwardTo: server.url } });
    const answer = await post(`${engine.receiverUrl}/x`);
    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain('refused');
    const { id } = await engine.delivery(0);
    const failed = await engine.call('deliveries.get', { id });
    expect(failed.response).toEqual({ status: 502, source: 'hookglass' });
    expect(failed.attempts[0]).toMatchObject({ outcome: 'failure', failure: { code: 'refused' } });

    const other = await destination();
    const ended = engine.event((e) =>
      e.type === 'attempt.changed' && e.attempt.outcome !== 'pending' ? e.attempt : undefined,
    );
    const { attemptId } = await engine.call('deliveries.replay', { id, destination: other.url });
    expect(await ended).toMatchObject({ id: attemptId, trigger: 'replay', status: 200 });
    expect(other.targets).toEqual(['POST /x']);
    const after = await engine.call('deliveries.get', { id });
    expect(after.attempts.map((attempt) => attempt.outcome)).toEqual(['failure', 'response']);
    expect({ ...after, attempts: [], attemptCount: 0 }).toEqual({
      ...failed,
      attempts: [],
      attemptCount: 0,
    });
  });

  it('answers 504 when the destination takes too long', async () => {
    const server = await destination(() => {});
    const engine = await testEngine();
    await engine.call('endpoints.create', {
      name: 's',
      path: '/slow',
      forwardTo: server.url,
      forwardTimeoutMs: 100,
    });
    expect((await post(`${engine.receiverUrl}/slow`)).status).toBe(504);
  });

  it('answers at once and forwards beside it, where the answer is fixed', async () => {
    const server = await destination();
    const engine = await testEngine();
    const ended = engine.event((e) =>
      e.type === 'attempt.changed' && e.attempt.outcome !== 'pending' ? e.attempt : undefined,
    );
    await engine.call('endpoints.create', {
      name: 'e',
      path: '/early',
      forwardTo: server.url,
      respond: { mode: 'canned', status: 202 },
    });
    expect((await post(`${engine.receiverUrl}/early`)).status).toBe(202);
    expect(await ended).toMatchObject({ status: 200 });
  });

  it('goes to another machine only when that was confirmed', async () => {
    const engine = await testEngine();
    const input = { name: 'r', path: '/r', forwardTo: 'http://192.0.2.1:9/hooks' };
    await expect(engine.call('endpoints.create', input)).rejects.toMatchObject({
      code: 'destination-unconfirmed',
    });
    await post(`${engine.receiverUrl}/x`);
    const { id } = await engine.delivery(0);
    const replay = { id, destination: 'http://192.0.2.1:9/' };
    await expect(engine.call('deliveries.replay', replay)).rejects.toMatchObject({
      code: 'destination-unconfirmed',
    });
    expect(await engine.call('destinations.confirm', { url: input.forwardTo })).toEqual({
      origin: 'http://192.0.2.1:9',
    });
    expect(await engine.call('endpoints.create', input)).toMatchObject({ path: '/r' });
  });
});

describe('the calls', () => {
  it('never answer a secret’s value', async () => {
    const engine = await testEngine({ overrides: { secret: 'whsec_of_this_run_1' } });
    const created = await engine.call('endpoints.create', {
      name: 's',
      path: '/s',
      provider: 'stripe',
      secrets: [{ label: 'current', value: 'whsec_very_secret_1' }],
    });
    const all = JSON.stringify([
      created,
      engine.snapshot(),
      await engine.call('endpoints.list', {}),
    ]);
    expect(all).not.toContain('whsec_very_secret_1');
    expect(all).not.toContain('whsec_of_this_run_1');
    expect(statSync(join(engine.dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    await engine.stop();
    for (const name of readdirSync(engine.dataDir)) {
      if (name === 'secrets.json' || !statSync(join(engine.dataDir, name)).isFile()) continue;
      expect(readFileSync(join(engine.dataDir, name)).includes('whsec_very_secret_1')).toBe(false);
    }
  });

  it('send a signed test delivery to oneself, also where the URL is signed', async () => {
    const engine = await testEngine();
    for (const [index, id] of [...PROVIDER_IDS, 'square', 'razorpay', 'gitlab'].entries()) {
      const endpoint = await engine.call('endpoints.create', {
        name: id,
        path: `/${id}`,
        provider: id,
        secrets: [{ label: 'current', value: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }],
      });
      const sent = await engine.call('deliveries.sendTest', { endpointId: endpoint.id });
      expect(sent.status).toBe(200);
      const delivery = await engine.delivery(index);
      expect([id, delivery.verdict.status]).toEqual([id, 'verified']);
      expect([id, delivery.eventType]).toEqual([id, sent.eventType]);
    }
  });

  it('say which provider an unconfigured delivery looks like', async () => {
    const engine = await testEngine();
    const { method, headers, body } = signedRequest('github', { secret: 'x' });
    await fetch(`${engine.receiverUrl}/gh`, { method, headers, body: new Uint8Array(body) });
    const { id } = await engine.delivery(0);
    const { guesses } = await engine.call('deliveries.get', { id });
    expect(guesses[0]).toMatchObject({ provider: 'github', name: 'GitHub' });
  });

  it('pin, remove and clear', async () => {
    const engine = await testEngine();
    for (const path of ['/a', '/b', '/c']) await post(`${engine.receiverUrl}${path}`);
    const [a, b] = [await engine.delivery(0), await engine.delivery(1)];
    await engine.call('deliveries.pin', { id: a.id });
    expect(await engine.call('deliveries.remove', { id: b.id })).toMatchObject({ removed: 1 });
    await expect(engine.call('deliveries.get', { id: b.id })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await engine.call('deliveries.clear', {})).toMatchObject({ removed: 1 });
    const { items } = await engine.call('deliveries.list', {});
    expect(items).toMatchObject([{ id: a.id, pinned: true }]);
    expect(await engine.call('deliveries.undoRemove', {})).toMatchObject({ restored: 1 });
    expect(await engine.call('deliveries.undoRemove', {})).toEqual({ restored: 1, ids: [b.id] });
    expect((await engine.call('deliveries.list', {})).items).toHaveLength(3);
  });

  it('pin many at once', async () => {
    const engine = await testEngine();
    for (const path of ['/a', '/b', '/c']) await post(`${engine.receiverUrl}${path}`);
    const ids = [(await engine.delivery(0)).id, (await engine.delivery(1)).id];
    const changed = engine.event((e) =>
      e.type === 'deliveries.changed' && e.items.every(({ pinned }) => pinned)
        ? e.items.map(({ id }) => id)
        : undefined,
    );
    await engine.call('deliveries.pin', { ids });
    expect(await changed).toEqual(ids);
    expect((await engine.call('deliveries.list', { only: 'pinned' })).total).toBe(2);
    await expect(engine.call('deliveries.pin', { ids: ['dlv_00000000001'] })).rejects.toMatchObject(
      { code: 'not-found' },
    );
  });

  it('count what is there, what failed and what is new', async () => {
    const engine = await testEngine();
    const endpoint = await engine.call('endpoints.create', {
      name: 's',
      path: '/s',
      provider: 'stripe',
      secrets: [{ label: 'current', value: 'whsec_x' }],
    });
    const { method, headers, body } = signedRequest('stripe', { secret: 'wrong' });
    await fetch(`${engine.receiverUrl}/s`, { method, headers, body: new Uint8Array(body) });
    await engine.delivery(0);
    const read = await engine.call('endpoints.markRead', { id: 'ep_default' });
    expect(read).toMatchObject({ deliveries: 1, failed: 1 });
    expect(read.endpoints).toEqual([
      { endpointId: endpoint.id, total: 1, failed: 1, unread: 1, unreadFailed: 1 },
    ]);
    const all = await engine.call('endpoints.markRead', {});
    expect(all.endpoints).toMatchObject([{ total: 1, unread: 0, unreadFailed: 0 }]);
  });

  it('stop the tunnel for now, and leave the wish to have one at the next start', async () => {
    const engine = await testEngine();
    await engine.call('tunnel.start', { host: 'http://127.0.0.1:1' });
    await engine.call('tunnel.stop', {});
    expect((await engine.call('tunnel.status', {})).state).toBe('off');
    const { tunnel } = await engine.call('settings.get', {});
    expect(tunnel).toMatchObject({ host: 'http://127.0.0.1:1', startWithApp: true });
  });

  it('carry nothing that JSON would lose', async () => {
    const engine = await testEngine();
    await post(`${engine.receiverUrl}/x`);
    const { id } = await engine.delivery(0);
    const results = [
      engine.snapshot(),
      await engine.call('deliveries.get', { id }),
      await engine.call('deliveries.list', {}),
      await engine.call('tunnel.status', {}),
    ];
    expect(JSON.parse(JSON.stringify(results))).toEqual(results);
  });
});

describe('starting', () => {
  it('refuses a data folder that another Hookglass uses', async () => {
    const dataDir = tempDir();
    await testEngine({ dataDir });
    await expect(testEngine({ dataDir })).rejects.toMatchObject({ code: 'data-folder-in-use' });
  });

  it('refuses a given port that is taken, and leaves the folder free', async () => {
    const dataDir = tempDir();
    const other = await destination();
    const port = Number(new URL(other.url).port);
    await expect(testEngine({ dataDir, port })).rejects.toMatchObject({ code: 'port-taken' });
    const engine = await testEngine({ dataDir });
    expect((await post(engine.receiverUrl)).status).toBe(200);
  });

  it('refuses a provider that it does not know', async () => {
    await expect(testEngine({ overrides: { provider: 'nope' } })).rejects.toThrow('nope');
  });

  it('removes the oldest beyond the limits, and keeps the pinned', async () => {
    const engine = await testEngine();
    for (let i = 0; i < 5; i++) await post(`${engine.receiverUrl}/${i}`);
    const first = await engine.delivery(0);
    await engine.call('deliveries.pin', { id: first.id });
    const pruned = engine.event((e) =>
      e.type === 'stats.changed' && e.stats.deliveries === 3 ? e.stats : undefined,
    );
    await engine.call('settings.update', { retention: { maxCount: 2 } });
    await pruned;
    const { items } = await engine.call('deliveries.list', {});
    expect(items.map((item) => item.target)).toEqual(['/4', '/3', '/0']);
  });
});
