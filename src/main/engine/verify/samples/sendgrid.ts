// Sample events of SendGrid: what becomes of a message, each in a list as SendGrid sends them.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (name: string, fields: JsonObject) =>
  jsonEvent(name, [
    {
      email: 'recipient@example.com',
      timestamp: '{number:unix}',
      'smtp-id': '<{alnum22:smtp}@geopod-ismtpd-1>',
      event: name,
      category: ['order confirmation'],
      sg_event_id: '{alnum22}',
      sg_message_id: '{alnum22:message}.recvd-5f8b4d9c7-x2x7k-1',
      ...fields,
    },
  ]);

export const sendgridSamples: Samples = {
  headers: [['User-Agent', 'SendGrid Event API'], JSON_TYPE],
  events: [
    event('delivered', { ip: '198.51.100.7', response: '250 OK', tls: 1 }),
    event('open', { useragent: 'Mozilla/5.0', ip: '203.0.113.9', sg_machine_open: false }),
    event('click', { url: 'https://example.com/order', useragent: 'Mozilla/5.0' }),
    event('bounce', {
      reason: '550 5.1.1 The email account that you tried to reach does not exist',
      status: '5.1.1',
      type: 'bounce',
      bounce_classification: 'Invalid Address',
    }),
  ],
};
