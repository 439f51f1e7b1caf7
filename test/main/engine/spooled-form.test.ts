// Forms too large to be held in memory, whose signature covers their fields: through a real engine.

import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { type TestEngine, testEngine } from '../../support/engine.ts';

const TOKEN = '12345678901234567890123456789012';
const KEY = 'key-of-mailgun';
const FORM = 'application/x-www-form-urlencoded';
const MIB = 1024 * 1024;

async function endpointOf(engine: TestEngine, provider: string, value: string) {
  const path = `/${provider}`;
  const secrets = [{ label: 'current', value }];
  await engine.call('endpoints.create', { name: provider, path, provider, secrets });
  return engine.receiverUrl + path;
}

async function verdictOf(engine: TestEngine) {
  const { items } = await engine.call('deliveries.list', {});
  return (await engine.call('deliveries.get', { id: items[0]!.id })).verdict;
}

/** As Twilio's document says: the URL, then each name with its value, by their names. */
function twilioSignature(url: string, fields: [string, string][]) {
  const sorted = [...fields].sort(([a], [b]) => (a < b ? -1 : 1));
  const text = url + sorted.map(([name, value]) => name + value).join('');
  return createHmac('sha1', TOKEN).update(text).digest('base64');
}

it('verifies a form of many megabytes by its fields, and refuses it when one is changed', async () => {
  const engine = await testEngine();
  const url = await endpointOf(engine, 'twilio', TOKEN);
  const fields: [string, string][] = [
    ['MessageSid', 'SM1'],
    ['Body', 'Zoë ☕ & 100 % = '.repeat(300_000)],
    ['MessageStatus', 'received'],
  ];
  const body = new URLSearchParams(fields).toString();
  expect(body.length).toBeGreaterThan(10 * MIB);
  const signature = twilioSignature(url, fields);
  const headers = { 'Content-Type': FORM, 'X-Twilio-Signature': signature };
  await fetch(url, { method: 'POST', headers, body });
  expect(await verdictOf(engine)).toMatchObject({ status: 'verified' });
  const { items } = await engine.call('deliveries.list', {});
  // Its event type stands behind the first megabytes.
  expect(items).toMatchObject([{ eventType: 'received', bodySize: body.length }]);
  await fetch(url, { method: 'POST', headers, body: body.replace(/received$/, 'receivee') });
  expect(await verdictOf(engine)).toMatchObject({ status: 'failed', reason: 'signature-mismatch' });
});

it('verifies a multipart form whose fields follow a large file', async () => {
  const engine = await testEngine();
  const url = await endpointOf(engine, 'mailgun', KEY);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const token = 'a'.repeat(50);
  const form = new FormData();
  form.append('attachment-1', new Blob([Buffer.alloc(3 * MIB, 'x\r\n')]), 'a.bin');
  form.append('timestamp', timestamp);
  form.append('token', token);
  form.append(
    'signature',
    createHmac('sha256', KEY)
      .update(timestamp + token)
      .digest('hex'),
  );
  await fetch(url, { method: 'POST', body: form });
  expect(await verdictOf(engine)).toMatchObject({ status: 'verified' });
});

it('refuses a form of more fields than anyone signs, and goes on', async () => {
  const engine = await testEngine();
  const url = await endpointOf(engine, 'twilio', TOKEN);
  const body = 'a&'.repeat(MIB);
  const headers = { 'Content-Type': FORM, 'X-Twilio-Signature': twilioSignature(url, [['a', '']]) };
  await fetch(url, { method: 'POST', headers, body });
  expect(await verdictOf(engine)).toMatchObject({
    status: 'failed',
    reason: 'signature-malformed',
  });
});
