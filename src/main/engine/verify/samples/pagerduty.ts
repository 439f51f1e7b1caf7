// Sample events of PagerDuty: an incident that was triggered, acknowledged and resolved.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, jsonEvent } from './make.ts';

const incident = (action: string, status: string) =>
  jsonEvent(`incident.${action}`, {
    event: {
      id: '01{alnum24:event}',
      event_type: `incident.${action}`,
      resource_type: 'incident',
      occurred_at: '{iso}',
      agent: { id: 'PLH1HKV', type: 'user_reference', summary: 'Ada' },
      data: {
        id: 'Q{alnum13:incident}',
        type: 'incident',
        number: 2,
        status,
        title: 'The shop answers slowly',
        service: { id: 'PF9KMXH', type: 'service_reference', summary: 'Shop' },
        urgency: 'high',
      },
    },
  });

export const pagerdutySamples: Samples = {
  headers: [JSON_TYPE, ['X-Webhook-Id', '{uuid:webhook}']],
  events: [
    incident('triggered', 'triggered'),
    incident('acknowledged', 'acknowledged'),
    incident('resolved', 'resolved'),
  ],
};
