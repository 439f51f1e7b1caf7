// Sample events of WhatsApp: a message, a template that was approved, and a number's new limit.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const change = (field: string, value: JsonObject) =>
  jsonEvent(field, {
    object: 'whatsapp_business_account',
    entry: [{ id: '{digits15:account}', time: '{number:unix}', changes: [{ field, value }] }],
  });

const METADATA = { display_phone_number: '14155550100', phone_number_id: '{digits15:phone}' };

export const whatsappSamples: Samples = {
  headers: [['User-Agent', 'facebookexternalua'], JSON_TYPE],
  events: [
    change('messages', {
      messaging_product: 'whatsapp',
      metadata: METADATA,
      contacts: [{ profile: { name: 'Ada' }, wa_id: '14155550101' }],
      messages: [
        {
          from: '14155550101',
          id: 'wamid.{alnum32}',
          timestamp: '{unix}',
          type: 'text',
          text: { body: 'When will it arrive?' },
        },
      ],
    }),
    change('message_template_status_update', {
      event: 'APPROVED',
      message_template_id: '{number:digits15}',
      message_template_name: 'order_shipped',
      message_template_language: 'en_US',
    }),
    change('phone_number_quality_update', {
      display_phone_number: METADATA.display_phone_number,
      event: 'UPGRADE',
      current_limit: 'TIER_10K',
    }),
  ],
};
