// The URL that a sender called, from what is known of the tunnel and from the request's headers.

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { calledUrlOf, publicOriginOf } from '../../../src/main/engine/public-origin.ts';
import type { HeaderList } from '../../../src/shared/headers.ts';
import { testEngine } from '../../support/engine.ts';

const tunnel = new URL('https://abc.example');

describe('the origin of the URL that was called', () => {
  it.each<[string, HeaderList, URL | null, string | null]>([
    ['the tunnel’s host', [['host', 'ABC.example']], tunnel, 'https://abc.example'],
    [
      'a rewritten host behind the tunnel',
      [
        ['Host', 'localhost:4747'],
        ['X-Forwarded-For', '192.0.2.1'],
      ],
      tunnel,
      'https://abc.example',
    ],
    ['the receiver itself', [['Host', '127.0.0.1:4747']], tunnel, 'http://127.0.0.1:4747'],
    [
      'another proxy, without a tunnel',
      [
        ['Host', 'hooks.example'],
        ['X-Forwarded-Proto', 'https, http'],
      ],
      null,
      'https://hooks.example',
    ],
    ['nobody knows', [], null, null],
  ])('is told for %s', (_, headers, url, origin) => {
    expect(publicOriginOf(headers, url)).toBe(origin);
  });
});

describe('the URL that the provider knows', () => {
  it.each<[string, string, string, string]>([
    ['https://a.example/in/sq', '/square', '/square', 'https://a.example/in/sq'],
    ['https://a.example/in/sq/', '/square', '/square', 'https://a.example/in/sq/'],
    ['https://a.example/in/sq', '/square', '/square/x//y', 'https://a.example/in/sq/x//y'],
    ['https://a.example/in/', '/square', '/square/x', 'https://a.example/in/x'],
    ['https://a.example', '/', '/', 'https://a.example'],
    ['https://a.example', '/', '/x?a=%2f', 'https://a.example/x?a=%2f'],
    ['https://a.example?a=1', '/square', '/square', 'https://a.example?a=1'],
    ['https://a.example?a=1', '/square', '/square?a=1&b=2', 'https://a.example?a=1&b=2'],
    ['https://a.example/b#c', '/square', '/square', 'https://a.example/b'],
    ['https://a.example', '/square', 'http://other.example/square/x', 'https://a.example/x'],
  ])('%s of the endpoint %s, called with %s, is %s', (publicUrl, path, target, called) => {
    expect(calledUrlOf({ publicUrl, path }, target)).toBe(called);
  });

  it('is not known where nobody set it', () => {
    expect(calledUrlOf({ publicUrl: null, path: '/' }, '/x')).toBeNull();
  });
});

describe('a provider that signs its URL', () => {
  const secret = 'sq-signature-key';
  const known = 'https://hooks.shop.example/in/square';
  const body = '{"type":"payment.created","event_id":"1"}';
  // By hand, as Square's document says: HMAC-SHA256 of the notification URL and the body.
  const signature = createHmac('sha256', secret)
    .update(known + body)
    .digest('base64');
  const headers = { 'x-square-hmacsha256-signature': signature };

  it('is verified by the URL set for the endpoint, whatever the request says of its host', async () => {
    const engine = await testEngine();
    const { id } = await engine.call('endpoints.create', {
      ...{ name: 'Square', path: '/square', provider: 'square' },
      secrets: [{ label: 'current', value: secret }],
    });
    const post = () => fetch(`${engine.receiverUrl}/square`, { method: 'POST', headers, body });
    await post();
    expect((await engine.delivery(0)).verdict.reason).toBe('signature-mismatch');

    const saved = await engine.call('endpoints.update', { id, publicUrl: known });
    expect(saved.publicUrl).toBe(known);
    await post();
    expect((await engine.delivery(1)).verdict).toMatchObject({ status: 'verified' });
  });

  it('is verified by that URL with the query that it adds', async () => {
    const engine = await testEngine();
    const publicUrl = 'https://hooks.shop.example/sms';
    await engine.call('endpoints.create', {
      ...{ name: 'Twilio', path: '/twilio', provider: 'twilio', publicUrl },
      secrets: [{ label: 'current', value: secret }],
    });
    // By hand, as Twilio's document says: HMAC-SHA1 of the URL and the sorted fields.
    const token = createHmac('sha1', secret)
      .update(`${publicUrl}/status?lang=en`)
      .update('BodyHiMessageSidSM1')
      .digest('base64');
    await fetch(`${engine.receiverUrl}/twilio/status?lang=en`, {
      method: 'POST',
      headers: {
        'X-Twilio-Signature': token,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: 'MessageSid=SM1&Body=Hi',
    });
    expect((await engine.delivery(0)).verdict).toMatchObject({ status: 'verified' });
  });
});
