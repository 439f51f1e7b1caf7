// Sample notifications of Intercom.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (topic: string, item: JsonObject) =>
  jsonEvent(topic, {
    type: 'notification_event',
    app_id: 'a1b2c3d4',
    data: { type: 'notification_event_data', item },
    links: {},
    id: 'notif_{uuid}',
    topic,
    delivery_status: 'pending',
    delivery_attempts: 1,
    delivered_at: 0,
    first_sent_at: '{number:unix}',
    created_at: '{number:unix}',
    self: null,
  });

const CONVERSATION = {
  type: 'conversation',
  id: '{digits12:conversation}',
  created_at: '{number:unix}',
  updated_at: '{number:unix}',
  state: 'open',
  read: false,
  priority: 'not_priority',
};

export const intercomSamples: Samples = {
  headers: [['User-Agent', 'intercom-webhooks/1.0'], JSON_TYPE],
  events: [
    event('conversation.user.created', {
      ...CONVERSATION,
      source: { type: 'conversation', body: '<p>Hello</p>', delivered_as: 'customer_initiated' },
    }),
    event('conversation.admin.replied', { ...CONVERSATION, admin_assignee_id: 814860 }),
    event('contact.created', {
      type: 'contact',
      id: '{hex24:contact}',
      role: 'lead',
      email: 'lead@example.com',
      name: 'Sandy Beach',
      created_at: '{iso}',
    }),
  ],
};
