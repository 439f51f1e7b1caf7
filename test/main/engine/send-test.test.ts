// Test events through a real engine: to its receiver, to the endpoint's server, to its public URL.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  parseRawRequest,
  type Question,
  verifyRequest,
} from '../../../src/main/engine/verify/index.ts';
import { answersOk, startDestination } from '../../support/destinations.ts';
import { type TestEngine, testEngine } from '../../support/engine.ts';
import { CERTIFICATE, KEY } from '../../support/self-signed.ts';
import { providerServer } from './handshakes/provider-server.ts';

const SECRET = 'whsec_test_events';
/** A time that stands still: everything is tried. */
const DOCTOR = { budgetMs: 1, clock: () => 0 };

function endpointOf(engine: TestEngine, provider: string | null, more = {}) {
  const secrets = [{ label: 'current', value: SECRET }];
  return engine.call('endpoints.create', { name: 'e', path: '/e', provider, secrets, ...more });
}

function verdictOf(
  { head, body }: { head: string; body: Buffer },
  question: Pick<Question, 'provider' | 'url'>,
  secret = SECRET,
) {
  const request = parseRawRequest(Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]));
  if ('problem' in request) throw new Error(request.problem);
  return verifyRequest({ ...request, ...question, secrets: [secret], at: Date.now(), ...DOCTOR });
}

it('a sample is given as text to edit, and is sent as it was edited, signed', async () => {
  const engine = await testEngine();
  const { id: endpointId } = await endpointOf(engine, 'stripe');
  const sample = await engine.call('providers.sample', { provider: 'stripe' });
  expect(sample).toMatchObject({ eventType: 'payment_intent.succeeded' });
  expect(sample.contentType).toMatch(/^application\/json/);
  const body = sample.body.replace('2000', '4242');
  const { eventType } = sample;
  const sent = await engine.call('deliveries.sendTest', { endpointId, eventType, body });
  expect(sent).toMatchObject({ eventType, status: 200, url: `${engine.receiverUrl}/e` });
  const delivery = await engine.delivery(0);
  expect(delivery).toMatchObject({ eventType, verdict: { status: 'verified' } });
  const stored = await engine.call('deliveries.body', { id: delivery.id });
  expect(Buffer.from(stored.base64, 'base64').toString()).toBe(body);
});

it('goes to the server of the endpoint, and is no delivery then', async () => {
  const engine = await testEngine();
  const server = await startDestination(answersOk());
  const forwardTo = `${server.url}/hooks`;
  const { id: endpointId } = await endpointOf(engine, 'square', { forwardTo });
  const sent = await engine.call('deliveries.sendTest', { endpointId, to: 'destination' });
  expect(sent).toMatchObject({ status: 200, url: forwardTo });
  const question = { provider: 'square', url: forwardTo };
  expect(verdictOf(server.requests[0]!, question)).toMatchObject({ status: 'verified' });
  expect((await engine.call('deliveries.list', {})).items).toEqual([]);
});

it('goes to a server of this machine that signed its certificate itself', async () => {
  const engine = await testEngine();
  const server = createServer({ key: KEY, cert: CERTIFICATE }, (_, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const forwardTo = `https://app.localhost:${(server.address() as AddressInfo).port}/`;
  const { id: endpointId } = await endpointOf(engine, 'github', { forwardTo });
  const sent = await engine.call('deliveries.sendTest', { endpointId, to: 'destination' });
  expect(sent).toMatchObject({ status: 200, url: forwardTo, delivery: null });
});

it('goes to the public URL, and is signed for the URL that the provider knows', async () => {
  const engine = await testEngine();
  const server = await startDestination(answersOk());
  const publicUrl = `${server.url}/public?a=b`;
  const { id: endpointId } = await endpointOf(engine, 'square', { publicUrl });
  const sent = await engine.call('deliveries.sendTest', { endpointId, to: 'public' });
  expect(sent.url).toBe(publicUrl);
  const [request] = server.requests;
  expect(request!.head).toMatch(/^POST \/public\?a=b /);
  const question = { provider: 'square', url: publicUrl };
  expect(verdictOf(request!, question)).toMatchObject({ status: 'verified' });
});

it('may be of another provider than the endpoint is set to', async () => {
  const engine = await testEngine();
  const { id: endpointId } = await endpointOf(engine, null, { secrets: [] });
  const sent = await engine.call('deliveries.sendTest', { endpointId, provider: 'github' });
  expect(sent.eventType).toBe('push');
  expect((await engine.delivery(0)).eventType).toBe('push');
});

it('is said in words why one cannot be sent', async () => {
  const engine = await testEngine();
  const { id: endpointId } = await endpointOf(engine, 'github');
  const send = (more: object) => engine.call('deliveries.sendTest', { endpointId, ...more });
  await expect(send({ to: 'destination' })).rejects.toMatchObject({ code: 'no-destination' });
  await expect(send({ to: 'public' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(send({ eventType: 'nothing' })).rejects.toMatchObject({ code: 'no-sample' });
  const server = await startDestination(answersOk());
  const forwardTo = server.url;
  await engine.call('endpoints.update', { id: endpointId, forwardTo });
  await server.close();
  await expect(send({ to: 'destination' })).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringContaining('Nothing is listening'),
  });
});

it('tells which delivery it became, among others that arrive', async () => {
  const engine = await testEngine();
  const { id: endpointId } = await endpointOf(engine, 'stripe');
  const noise = () => fetch(`${engine.receiverUrl}/e`, { method: 'POST', body: 'x'.repeat(300) });
  const [sent] = await Promise.all([
    engine.call('deliveries.sendTest', { endpointId, body: `"${'y'.repeat(298)}"` }),
    ...Array.from({ length: 5 }, noise),
  ]);
  expect(sent).toMatchObject({
    signedWith: 'secret',
    delivery: { verdict: { status: 'verified' } },
  });
  const { base64 } = await engine.call('deliveries.body', { id: sent.delivery!.id });
  expect(Buffer.from(base64, 'base64').toString()).toMatch(/^"y/);
});

it('may be an event that there is no sample of, when the body is given', async () => {
  const engine = await testEngine();
  const { id: endpointId } = await endpointOf(engine, 'github');
  const eventType = 'secret_scanning_alert';
  await engine.call('deliveries.sendTest', { endpointId, eventType, body: '{"a":1}' });
  expect(await engine.delivery(0)).toMatchObject({ eventType, verdict: { status: 'verified' } });
});

describe('with a test key', () => {
  const keyless = (engine: TestEngine, provider: string) =>
    endpointOf(engine, provider, { secrets: [] });

  it('a provider that signs with a private key is stood in for, by itself', async () => {
    const engine = await testEngine();
    const { id: endpointId } = await keyless(engine, 'discord');
    const sent = await engine.call('deliveries.sendTest', { endpointId });
    const delivery = await engine.delivery(0);
    expect(sent).toMatchObject({ signedWith: 'test-key', delivery: { id: delivery.id } });
    expect(delivery.verdict).toMatchObject({ status: 'verified', secretLabel: 'test key' });
  });

  it('is made once, and stays over a restart, as long as its endpoint', async () => {
    const engine = await testEngine();
    const { id } = await keyless(engine, 'discord');
    const made = await Promise.all([
      engine.call('endpoints.testKey', { id }),
      engine.call('endpoints.testKey', { id }),
    ]);
    expect(made[0].publicKey).toMatch(/^[0-9a-f]{64}$/);
    expect(made[1]).toEqual(made[0]);
    await engine.stop();
    const again = await testEngine({ dataDir: engine.dataDir });
    expect(await again.call('endpoints.testKey', { id })).toEqual(made[0]);
    await again.call('deliveries.sendTest', { endpointId: id });
    expect((await again.delivery(0)).verdict.status).toBe('verified');
    const file = () => readFileSync(join(engine.dataDir, 'secrets.json'), 'utf8');
    expect(file()).toContain('PRIVATE KEY');
    await again.call('endpoints.remove', { id });
    expect(file()).not.toContain('PRIVATE KEY');
  });

  it('never leaves the engine: only its public half does', async () => {
    const engine = await testEngine();
    const { id } = await keyless(engine, 'google-pubsub');
    const key = await engine.call('endpoints.testKey', { id });
    const sent = await engine.call('deliveries.sendTest', { endpointId: id });
    const told = JSON.stringify([key, sent, engine.snapshot(), await engine.delivery(0)]);
    expect(told).not.toMatch(/PRIVATE KEY|"d":/);
    expect(JSON.parse(key.keySet ?? '')).toMatchObject({
      keys: [{ kid: 'hookglass-test', kty: 'RSA', use: 'sig' }],
    });
  });

  it.each(['discord', 'sendgrid', 'aws-sns', 'google-pubsub', 'paypal', 'plaid'])(
    'of %s is what the developer’s own server verifies with',
    async (provider) => {
      const engine = await testEngine();
      const server = await startDestination(answersOk());
      const { id } = await endpointOf(engine, provider, { secrets: [], forwardTo: server.url });
      const { publicKey } = await engine.call('endpoints.testKey', { id });
      await engine.call('deliveries.sendTest', { endpointId: id, to: 'destination' });
      const question = { provider, url: server.url };
      expect(verdictOf(server.requests[0]!, question, publicKey)).toMatchObject({
        status: 'verified',
      });
    },
  );

  it.each(['aws-sns', 'paypal', 'google-pubsub', 'kinde', 'fal', 'travis'])(
    'is no reason to ask %s for its own keys',
    async (provider) => {
      const { agent, asked } = await providerServer((_, response) => void response.end());
      const engine = await testEngine({ providerAgent: agent });
      const { id: endpointId } = await keyless(engine, provider);
      const { delivery } = await engine.call('deliveries.sendTest', { endpointId });
      const { verdict } = await engine.call('deliveries.get', { id: delivery!.id });
      expect([verdict.status, asked]).toEqual(['verified', []]);
    },
  );

  it('signs a webhook ID of PayPal that the endpoint has', async () => {
    const engine = await testEngine();
    const secrets = [{ label: 'webhook ID', value: '8PT597110X687430LKGECATA' }];
    const { id: endpointId } = await endpointOf(engine, 'paypal', { secrets });
    const sent = await engine.call('deliveries.sendTest', { endpointId });
    expect(sent).toMatchObject({
      ...{ signedWith: 'test-key', delivery: { verdict: { status: 'verified' } } },
    });
  });

  it('is another for each endpoint, and is refused where it is not its own', async () => {
    const engine = await testEngine();
    const first = await keyless(engine, 'discord');
    const second = await engine.call('endpoints.create', {
      ...{ name: 'f', path: '/f', provider: 'discord', forwardTo: `${engine.receiverUrl}/e` },
    });
    const keys = await Promise.all(
      [first, second].map(({ id }) => engine.call('endpoints.testKey', { id })),
    );
    expect(keys[0]).not.toEqual(keys[1]);
    await engine.call('deliveries.sendTest', { endpointId: second.id, to: 'destination' });
    expect((await engine.delivery(0)).verdict.status).not.toBe('verified');
  });

  it('can be chosen or left, where the provider leaves the choice', async () => {
    const engine = await testEngine();
    const secrets = [{ label: 'current', value: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }];
    const { id: endpointId } = await endpointOf(engine, 'standard-webhooks', { secrets });
    const send = (signWith: 'secret' | 'test-key' | 'nothing') =>
      engine.call('deliveries.sendTest', { endpointId, signWith });
    expect((await send('secret')).signedWith).toBe('secret');
    expect((await send('test-key')).delivery?.verdict.status).toBe('verified');
    expect((await send('nothing')).delivery?.verdict.status).toBe('unsigned');
  });

  it('is said in words why there is none', async () => {
    const engine = await testEngine();
    const { id } = await endpointOf(engine, 'stripe', { secrets: [] });
    const words = { code: 'no-sample', message: expect.stringContaining('both sides know') };
    const send = (signWith: 'secret' | 'test-key') =>
      engine.call('deliveries.sendTest', { endpointId: id, signWith });
    await expect(engine.call('endpoints.testKey', { id })).rejects.toMatchObject(words);
    await expect(send('test-key')).rejects.toMatchObject(words);
    await expect(send('secret')).rejects.toMatchObject({ code: 'no-sample' });
    const gone = engine.call('endpoints.testKey', { id: 'nowhere', provider: 'discord' });
    await expect(gone).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is not made anew where its keychain is another one', async () => {
    const seal = {
      seal: (text: string) => `sealed ${text}`,
      open: (text: string) => text.slice(7),
    };
    const engine = await testEngine({ cipher: seal });
    const { id } = await keyless(engine, 'discord');
    await engine.call('endpoints.testKey', { id });
    await engine.stop();
    const again = await testEngine({ dataDir: engine.dataDir });
    await expect(again.call('endpoints.testKey', { id })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('keychain'),
    });
  });
});
