// Sample events of Postmark.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (type: string, fields: JsonObject) =>
  jsonEvent(type, {
    RecordType: type,
    ServerID: 23,
    MessageStream: 'outbound',
    MessageID: '{uuid}',
    Recipient: 'john@example.com',
    Tag: 'welcome-email',
    Metadata: { color: 'blue' },
    ...fields,
  });

export const postmarkSamples: Samples = {
  headers: [['User-Agent', 'Postmark'], JSON_TYPE],
  events: [
    event('Delivery', { DeliveredAt: '{iso}', Details: 'smtp;250 2.0.0 OK' }),
    event('Open', { FirstOpen: true, ReceivedAt: '{iso}', Platform: 'Desktop', ReadSeconds: 5 }),
    event('Bounce', {
      ID: 42,
      Type: 'HardBounce',
      TypeCode: 1,
      Name: 'Hard bounce',
      Email: 'john@example.com',
      From: 'sender@example.com',
      BouncedAt: '{iso}',
      Inactive: true,
      CanActivate: true,
      Subject: 'Test subject',
    }),
    event('SpamComplaint', {
      ID: 43,
      Type: 'SpamComplaint',
      TypeCode: 512,
      Email: 'john@example.com',
      BouncedAt: '{iso}',
    }),
  ],
};
