// What follows a handshake: secrets that it brings, calls that it asks for, and how the user steers it.

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CallInput } from '../../../../src/shared/contract.ts';
import { type TestEngine, testEngine } from '../../../support/engine.ts';
import { providerServer } from './provider-server.ts';

const SECRET = 'b537207f20cbfa02357cf448134da559';
const OTHER = 'e8bd39d61597dcd5631b8012eae53e81';

type Endpoint = Partial<CallInput<'endpoints.create'>>;

const endpointOf = (engine: TestEngine, provider: string, more: Endpoint = {}) =>
  engine.call('endpoints.create', { name: 'Mine', path: `/${provider}`, provider, ...more });

const noticesOf = (engine: TestEngine) =>
  engine.snapshot().notices.filter(({ code }) => code.startsWith('handshake-'));

const asanaHandshake = (engine: TestEngine, secret: string) =>
  fetch(`${engine.receiverUrl}/asana`, { method: 'POST', headers: { 'X-Hook-Secret': secret } });

const asanaEvent = (engine: TestEngine, secret: string) => {
  const body = '{"events":[]}';
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const headers = { 'X-Hook-Signature': signature, 'Content-Type': 'application/json' };
  return fetch(`${engine.receiverUrl}/asana`, { method: 'POST', headers, body });
};

describe('a secret that arrives in a handshake', () => {
  it('becomes the endpoint’s when it has none, and verifies what comes next', async () => {
    const engine = await testEngine();
    const { id } = await endpointOf(engine, 'asana');
    const changed = engine.event((event) =>
      event.type === 'endpoints.changed' ? event.endpoints.find((one) => one.id === id) : undefined,
    );
    expect((await asanaHandshake(engine, SECRET)).headers.get('x-hook-secret')).toBe(SECRET);
    expect((await changed).secrets).toMatchObject([{ lastFour: 'a559', source: 'stored' }]);
    await asanaEvent(engine, SECRET);
    expect((await engine.delivery(1)).verdict.status).toBe('verified');
    expect(noticesOf(engine)).toMatchObject([{ code: `handshake-secret-${id}`, level: 'warning' }]);
  });

  it('is told nowhere again: not in the notice, the endpoint or the answer that is shown', async () => {
    const engine = await testEngine();
    await endpointOf(engine, 'asana');
    await asanaHandshake(engine, SECRET);
    const { handshakeDetail } = await engine.delivery(0);
    expect(handshakeDetail).toMatchObject({
      headers: [['X-Hook-Secret', '…']],
      secret: 'stored',
    });
    expect(JSON.stringify([engine.snapshot(), handshakeDetail])).not.toContain(SECRET);
  });

  it('is only offered when there is one already, or anyone could have theirs accepted', async () => {
    const engine = await testEngine();
    const secrets = [{ label: 'mine', value: OTHER }];
    const { id } = await endpointOf(engine, 'asana', { secrets });
    expect((await asanaHandshake(engine, SECRET)).status).toBe(200);
    const offer = await engine.delivery(0);
    expect(offer.handshakeDetail?.secret).toBe('offered');
    expect(noticesOf(engine)).toMatchObject([{ level: 'warning' }]);
    await asanaEvent(engine, SECRET);
    expect((await engine.delivery(1)).verdict.status).toBe('failed');

    expect(await engine.call('deliveries.confirmHandshake', { id: offer.id })).toEqual({
      attempt: null,
    });
    await asanaEvent(engine, SECRET);
    await asanaEvent(engine, OTHER);
    expect((await engine.delivery(2)).verdict.status).toBe('verified');
    expect((await engine.delivery(3)).verdict.secretLabel).toBe('mine');

    // Once more changes nothing.
    await engine.call('deliveries.confirmHandshake', { id: offer.id });
    const { items } = await engine.call('endpoints.list', {});
    expect(items.find((endpoint) => endpoint.id === id)?.secrets).toHaveLength(2);
  });

  it('is no surprise when it is the one that the endpoint has', async () => {
    const engine = await testEngine();
    await endpointOf(engine, 'asana');
    await asanaHandshake(engine, SECRET);
    await asanaHandshake(engine, SECRET);
    expect((await engine.delivery(1)).handshakeDetail?.secret).toBe('stored');
    const { items } = await engine.call('endpoints.list', {});
    expect(items.map(({ secrets }) => secrets.length)).toEqual([0, 1]);
  });

  it('stays outside when the endpoint answers no handshakes', async () => {
    const engine = await testEngine();
    await endpointOf(engine, 'asana', { handshakes: false });
    expect((await asanaHandshake(engine, SECRET)).headers.get('x-hook-secret')).toBeNull();
    const { items } = await engine.call('endpoints.list', {});
    expect(items.map(({ secrets }) => secrets.length)).toEqual([0, 0]);
  });
});

const VALIDATE = 'https://rp-eastus2.eventgrid.azure.net:553/subscriptions/validate?id=5';

const validation = (engine: TestEngine, validationUrl: string) =>
  fetch(`${engine.receiverUrl}/azure-event-grid`, {
    method: 'POST',
    headers: { 'aeg-event-type': 'SubscriptionValidation' },
    body: JSON.stringify([{ data: { validationUrl } }]),
  });

describe('a handshake that wants to be called back', () => {
  it('is called when the user says so, and the call is an attempt of the delivery', async () => {
    const { agent, asked } = await providerServer((_, response) => void response.end('<ok/>'));
    const engine = await testEngine({ providerAgent: agent });
    await endpointOf(engine, 'azure-event-grid');
    expect((await validation(engine, VALIDATE)).status).toBe(200);
    const { id, handshakeDetail } = await engine.delivery(0);
    expect(handshakeDetail?.callBack).toBe(VALIDATE);
    expect(noticesOf(engine)).toMatchObject([{ level: 'warning' }]);
    expect(asked).toEqual([]);

    const { attempt } = await engine.call('deliveries.confirmHandshake', { id });
    expect(attempt).toMatchObject({ trigger: 'handshake', outcome: 'response', status: 200 });
    expect(asked).toEqual([`GET ${VALIDATE}`]);
    expect(noticesOf(engine)).toMatchObject([{ level: 'info' }]);
    const { attempts } = await engine.call('deliveries.get', { id });
    expect(attempts).toEqual([attempt]);
    const { base64 } = await engine.call('attempts.body', { id: attempt?.id ?? '' });
    expect(Buffer.from(base64, 'base64').toString()).toBe('<ok/>');
  });

  it('is called by itself where the user allowed it', async () => {
    const { agent, asked } = await providerServer((_, response) => void response.end());
    const engine = await testEngine({ providerAgent: agent });
    await endpointOf(engine, 'azure-event-grid', { confirmHandshakes: true });
    const called = engine.event((event) =>
      event.type === 'attempt.changed' && event.attempt.outcome !== 'pending'
        ? event.attempt
        : undefined,
    );
    await validation(engine, VALIDATE);
    expect(await called).toMatchObject({ status: 200, destination: VALIDATE });
    expect(asked).toEqual([`GET ${VALIDATE}`]);
  });

  it('is not called when it names a place that is not the provider’s', async () => {
    const { agent, asked } = await providerServer((_, response) => void response.end());
    const engine = await testEngine({ providerAgent: agent });
    await endpointOf(engine, 'azure-event-grid', { confirmHandshakes: true });
    await validation(engine, 'https://attacker.example/validate');
    const { id, handshakeDetail } = await engine.delivery(0);
    expect(handshakeDetail?.callBack).toBeNull();
    const confirming = engine.call('deliveries.confirmHandshake', { id });
    await expect(confirming).rejects.toMatchObject({ code: 'conflict' });
    expect(asked).toEqual([]);
  });
});

describe('a handshake', () => {
  it('is like any other request where the endpoint answers none', async () => {
    const engine = await testEngine();
    const { id } = await endpointOf(engine, 'miro', {
      handshakes: false,
      respond: { mode: 'canned', status: 202, body: 'mine' },
    });
    const send = () =>
      fetch(`${engine.receiverUrl}/miro`, { method: 'POST', body: '{"challenge":"abc"}' });
    expect(await (await send()).text()).toBe('mine');
    expect(await engine.delivery(0)).toMatchObject({ handshake: false, handshakeDetail: null });
    await engine.call('endpoints.update', { id, handshakes: true });
    expect(await (await send()).text()).toBe('{"challenge":"abc"}');
  });

  it('is answered while paused', async () => {
    const engine = await testEngine();
    await endpointOf(engine, 'x-twitter', { secrets: [{ label: 'a', value: 'consumer' }] });
    await engine.call('receiver.pause', { paused: true });
    const answer = await fetch(`${engine.receiverUrl}/x-twitter?crc_token=abc`);
    const token = createHmac('sha256', 'consumer').update('abc').digest('base64');
    expect(await answer.json()).toEqual({ response_token: `sha256=${token}` });
  });

  it('that is signed is answered with the secret that signed it, else with the first, as is said', async () => {
    const engine = await testEngine();
    const secrets = ['first', 'second'].map((value) => ({ label: `the ${value}`, value }));
    await endpointOf(engine, 'zoom', { secrets });
    const body =
      '{"event":"endpoint.url_validation","payload":{"plainToken":"qgg8vlvZRS6UYooatFL8Aw"}}';
    const hexHmac = (secret: string, text: string) =>
      createHmac('sha256', secret).update(text).digest('hex');
    const time = String(Math.floor(Date.now() / 1000));
    const ask = async (headers: Record<string, string>) => {
      const url = `${engine.receiverUrl}/zoom`;
      return (await fetch(url, { method: 'POST', headers, body })).json();
    };
    const signed = { 'x-zm-signature': `v0=${hexHmac('second', `v0:${time}:${body}`)}` };
    expect(await ask({ 'x-zm-request-timestamp': time, ...signed })).toMatchObject({
      encryptedToken: hexHmac('second', 'qgg8vlvZRS6UYooatFL8Aw'),
    });
    expect((await engine.delivery(0)).handshakeDetail?.note).toBeNull();
    expect(await ask({})).toMatchObject({
      encryptedToken: hexHmac('first', 'qgg8vlvZRS6UYooatFL8Aw'),
    });
    expect((await engine.delivery(1)).handshakeDetail?.note).toContain('“the first”, the first of');

    await endpointOf(engine, 'x-twitter', { secrets });
    await fetch(`${engine.receiverUrl}/x-twitter?crc_token=abc`);
    expect((await engine.delivery(2)).handshakeDetail?.note).toContain('“the first”');
  });

  it('has nothing said of its secret where there is but one', async () => {
    const engine = await testEngine();
    await endpointOf(engine, 'x-twitter', { secrets: [{ label: 'a', value: 'consumer' }] });
    await fetch(`${engine.receiverUrl}/x-twitter?crc_token=abc`);
    expect((await engine.delivery(0)).handshakeDetail?.note).toBeNull();
  });

  it('shows what was received and answered after a restart too', async () => {
    const engine = await testEngine();
    await endpointOf(engine, 'slack');
    const body = '{"type":"url_verification","challenge":"abc"}';
    await fetch(`${engine.receiverUrl}/slack`, { method: 'POST', body });
    const { id } = await engine.delivery(0);
    await engine.stop();
    const again = await testEngine({ dataDir: engine.dataDir });
    expect((await again.call('deliveries.get', { id })).handshakeDetail).toMatchObject({
      status: 200,
      body: 'abc',
      note: null,
    });
  });
});
