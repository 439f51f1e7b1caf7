// Test events through a real engine: to its receiver, to the endpoint's server, to its public URL.

import { expect, it } from 'vitest';
import {
  parseRawRequest,
  type Question,
  verifyRequest,
} from '../../../src/main/engine/verify/index.ts';
import { answersOk, startDestination } from '../../support/destinations.ts';
import { type TestEngine, testEngine } from '../../support/engine.ts';

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
) {
  const request = parseRawRequest(Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]));
  if ('problem' in request) throw new Error(request.problem);
  return verifyRequest({ ...request, ...question, secrets: [SECRET], at: Date.now(), ...DOCTOR });
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
