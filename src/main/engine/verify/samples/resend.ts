// Sample events of Resend.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (type: string, fields: JsonObject) =>
  jsonEvent(type, {
    type,
    created_at: '{iso}',
    data: {
      email_id: '{uuid:email}',
      created_at: '{iso}',
      from: 'Acme <onboarding@example.com>',
      to: ['delivered@example.net'],
      subject: 'Sending this example',
      ...fields,
    },
  });

export const resendSamples: Samples = {
  headers: [['User-Agent', 'Svix-Webhooks/1.84.0'], JSON_TYPE],
  events: [
    event('email.delivered', {}),
    event('email.opened', {}),
    event('email.clicked', {
      click: { ipAddress: '203.0.113.9', link: 'https://example.com', timestamp: '{iso}' },
    }),
    event('email.bounced', {
      bounce: { type: 'Permanent', subType: 'General', message: 'The mailbox does not exist.' },
    }),
  ],
};
