// Encrypted deliveries through a real engine: the list and the one who opens it see what is inside, and
// what is stored is what came.

import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { testEngine } from '../../support/engine.ts';

const EVENT =
  '{"header":{"event_id":"e1","event_type":"im.message.receive_v1"},"event":{"n":"Zoë"}}';

/** As Lark's document describes it. */
function larkBody(key: string): string {
  const vector = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), vector);
  const encrypt = Buffer.concat([vector, cipher.update(EVENT), cipher.final()]).toString('base64');
  return JSON.stringify({ encrypt });
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

it('shows the event that Lark encrypted, and keeps the bytes as they came', async () => {
  const engine = await testEngine();
  const { id: endpointId } = await engine.call('endpoints.create', {
    ...{ name: 'Lark', path: '/lark', provider: 'lark' },
    secrets: [{ label: 'current', value: 'the encrypt key' }],
  });
  const body = larkBody('the encrypt key');
  await fetch(`${engine.receiverUrl}/lark`, { method: 'POST', headers: JSON_TYPE, body });
  const { items } = await engine.call('deliveries.list', {});
  const inside = { eventType: 'im.message.receive_v1', messageId: 'e1' };
  expect(items).toMatchObject([{ endpointId, ...inside }]);
  const id = items[0]!.id;
  expect(await engine.call('deliveries.get', { id })).toMatchObject({
    ...inside,
    decrypted: EVENT,
  });
  const stored = await engine.call('deliveries.body', { id });
  expect(Buffer.from(stored.base64, 'base64').toString()).toBe(body);
});

it('opens an older delivery as soon as the secret is there, and shows nothing to others', async () => {
  const engine = await testEngine();
  const { id: endpointId } = await engine.call('endpoints.create', {
    ...{ name: 'Lark', path: '/lark', provider: 'lark' },
  });
  await engine.call('endpoints.create', { name: 'GitHub', path: '/github', provider: 'github' });
  const body = larkBody('the encrypt key');
  for (const path of ['/lark', '/github', '/']) {
    await fetch(engine.receiverUrl + path, { method: 'POST', headers: JSON_TYPE, body });
  }
  const { items } = await engine.call('deliveries.list', {});
  const read = () =>
    Promise.all(
      items.map(async ({ id }) => (await engine.call('deliveries.get', { id })).decrypted),
    );
  expect(items.map(({ eventType }) => eventType)).toEqual([null, null, null]);
  expect(await read()).toEqual([null, null, null]);
  const secrets = [{ label: 'current', value: 'the encrypt key' }];
  await engine.call('endpoints.update', { id: endpointId, secrets });
  expect((await read()).filter((text) => text === EVENT)).toHaveLength(1);
});
