// Event types and message ids, as list rows show them.

import { describe, expect, it } from 'vitest';
import { interpreted } from './judging.ts';

describe('the event of a delivery', () => {
  it('is what Slack calls it, inside or outside', () => {
    const type = (body: string, contentType = 'application/json') =>
      interpreted({ headers: [['Content-Type', contentType]], body }, { provider: 'slack' })
        .eventType;
    expect(type('{"type":"event_callback","event":{"type":"app_mention"}}')).toBe('app_mention');
    expect(type('{"type":"url_verification"}')).toBe('url_verification');
    expect(type('command=%2Fweather', 'application/x-www-form-urlencoded')).toBe('/weather');
  });

  it('is cut to what a row can show, but not inside a character', () => {
    const long = `${'x'.repeat(199)}😀`;
    const body = JSON.stringify({ type: long, id: 'y'.repeat(500) });
    const { eventType, messageId } = interpreted({ headers: [], body }, { provider: 'stripe' });
    expect(eventType).toBe('x'.repeat(199));
    expect(messageId).toBe('y'.repeat(200));
  });
});

it('is looked for in every place that a known provider uses, when there is no provider', () => {
  const read = (headers: [string, string][], body = '{"type":"b","id":"c"}') =>
    interpreted({ headers, body }, { provider: null });
  expect(read([['X-Shopify-Topic', 'orders/create']]).eventType).toBe('orders/create');
  expect(read([['webhook-id', 'msg_1']]).messageId).toBe('msg_1');
  expect(read([])).toMatchObject({ eventType: 'b', messageId: 'c' });
  expect(read([], '{"event":{"name":"x"},"id":{}}')).toMatchObject({
    eventType: null,
    messageId: null,
  });
});
