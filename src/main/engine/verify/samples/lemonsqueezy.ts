// Sample events of Lemon Squeezy.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (name: string, type: string, attributes: JsonObject) =>
  jsonEvent(
    name,
    {
      meta: { test_mode: true, event_name: name, webhook_id: '{uuid}' },
      data: {
        type,
        id: '{digits6:object}',
        attributes: {
          store_id: 1,
          customer_id: 1,
          user_name: 'John Doe',
          user_email: 'johndoe@example.com',
          ...attributes,
          created_at: '{iso}',
          updated_at: '{iso}',
          test_mode: true,
        },
      },
    },
    [['X-Event-Name', name]],
  );

export const lemonsqueezySamples: Samples = {
  headers: [JSON_TYPE],
  events: [
    event('order_created', 'orders', {
      identifier: '{uuid:order}',
      order_number: 1,
      currency: 'USD',
      subtotal: 2000,
      total: 2000,
      status: 'paid',
    }),
    event('subscription_created', 'subscriptions', {
      product_name: 'Lemonade',
      variant_name: 'Citrus Blast',
      status: 'active',
      card_brand: 'visa',
      card_last_four: '4242',
      renews_at: '{iso:+30d}',
    }),
    event('license_key_created', 'license-keys', {
      key: '{uuid:key}',
      status: 'inactive',
      activation_limit: 5,
    }),
  ],
};
