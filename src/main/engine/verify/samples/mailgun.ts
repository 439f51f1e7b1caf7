// Sample events of Mailgun; the time, the token and the signature are part of the body.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (name: string, fields: JsonObject) =>
  jsonEvent(name, {
    signature: { token: '{hex50:token}', timestamp: '{unix}', signature: '{hex64:signature}' },
    'event-data': {
      id: '{alnum22}',
      timestamp: '{number:unix}',
      'log-level': 'info',
      event: name,
      recipient: 'alice@example.com',
      'recipient-domain': 'example.com',
      tags: ['my_tag_1'],
      'user-variables': { my_var_1: 'Mailgun Variable #1' },
      message: {
        headers: {
          to: 'Alice <alice@example.com>',
          'message-id': '{digits14:message}.1.{hex16:message}@example.org',
          from: 'Bob <bob@example.org>',
          subject: 'Test delivered webhook',
        },
        size: 111,
      },
      ...fields,
    },
  });

export const mailgunSamples: Samples = {
  headers: [['User-Agent', 'mailgun/treq-22.4.1'], JSON_TYPE],
  events: [
    event('delivered', { 'delivery-status': { code: 250, message: 'OK', tls: true } }),
    event('opened', { ip: '203.0.113.9', geolocation: { country: 'US' } }),
    event('clicked', { ip: '203.0.113.9', url: 'https://example.com/order' }),
    event('failed', {
      severity: 'permanent',
      reason: 'suppress-bounce',
      'log-level': 'error',
      'delivery-status': { code: 605, message: 'Not delivering to previously bounced address' },
    }),
  ],
};
