// Sample events of Clerk.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (type: string, data: JsonObject) =>
  jsonEvent(type, {
    data,
    event_attributes: {
      http_request: { client_ip: '203.0.113.9', user_agent: 'Mozilla/5.0' },
    },
    instance_id: 'ins_{alnum27:instance}',
    object: 'event',
    timestamp: '{number:ms}',
    type,
  });

const USER = {
  id: 'user_{alnum27:user}',
  object: 'user',
  first_name: 'Example',
  last_name: 'Example',
  email_addresses: [
    {
      id: 'idn_{alnum27:email}',
      object: 'email_address',
      email_address: 'example@example.org',
      verification: { status: 'verified', strategy: 'ticket' },
    },
  ],
  primary_email_address_id: 'idn_{alnum27:email}',
  created_at: '{number:ms}',
  updated_at: '{number:ms}',
};

export const clerkSamples: Samples = {
  headers: [['User-Agent', 'Svix-Webhooks/1.84.0'], JSON_TYPE],
  events: [
    event('user.created', USER),
    event('user.updated', { ...USER, first_name: 'Another' }),
    event('user.deleted', { id: 'user_{alnum27:user}', object: 'user', deleted: true }),
    event('session.created', {
      id: 'sess_{alnum27:session}',
      object: 'session',
      user_id: 'user_{alnum27:user}',
      status: 'active',
      created_at: '{number:ms}',
    }),
  ],
};
