// Sample events of Zendesk.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (type: string, subject: string, detail: JsonObject, change: JsonObject) =>
  jsonEvent(type, {
    type,
    account_id: 12514403,
    id: '{uuid:event}',
    time: '{iso}',
    zendesk_event_version: '2022-06-20',
    subject,
    detail,
    event: change,
  });

const TICKET = {
  id: '5158',
  subject: 'The printer is on fire',
  status: 'OPEN',
  priority: 'HIGH',
  requester_id: '8447388090494',
  created_at: '{iso}',
  updated_at: '{iso}',
};

export const zendeskSamples: Samples = {
  headers: [
    ['User-Agent', 'Zendesk Webhook'],
    ['X-Zendesk-Account-Id', '12514403'],
    ['X-Zendesk-Webhook-Id', '{alnum26:webhook}'],
    ['X-Zendesk-Webhook-Invocation-Id', '{alnum26}'],
    JSON_TYPE,
  ],
  events: [
    event('zen:event-type:ticket.created', 'zen:ticket:5158', TICKET, {}),
    event('zen:event-type:ticket.status_changed', 'zen:ticket:5158', TICKET, {
      current: 'SOLVED',
      previous: 'OPEN',
    }),
    event(
      'zen:event-type:user.created',
      'zen:user:6596848315901',
      { id: '6596848315901', email: 'user@example.com', role: 'end-user', created_at: '{iso}' },
      {},
    ),
  ],
};
