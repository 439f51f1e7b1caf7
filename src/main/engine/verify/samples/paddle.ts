// Sample events of Paddle Billing.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (type: string, data: JsonObject) =>
  jsonEvent(type, {
    data,
    event_id: 'evt_{alnum26}',
    event_type: type,
    occurred_at: '{iso}',
    notification_id: 'ntf_{alnum26:notification}',
  });

const CUSTOMER = 'ctm_{alnum26:customer}';

export const paddleSamples: Samples = {
  headers: [['User-Agent', 'Paddle'], ['Accept', '*/*'], JSON_TYPE],
  events: [
    event('transaction.completed', {
      id: 'txn_{alnum26:transaction}',
      status: 'completed',
      customer_id: CUSTOMER,
      currency_code: 'USD',
      origin: 'web',
      details: { totals: { subtotal: '2000', tax: '0', total: '2000', currency_code: 'USD' } },
      created_at: '{iso}',
      billed_at: '{iso}',
    }),
    event('subscription.created', {
      id: 'sub_{alnum26:subscription}',
      status: 'active',
      customer_id: CUSTOMER,
      currency_code: 'USD',
      collection_mode: 'automatic',
      next_billed_at: '{iso:+30d}',
      items: [{ quantity: 1, status: 'active', price: { id: 'pri_{alnum26:price}' } }],
      created_at: '{iso}',
    }),
    event('subscription.canceled', {
      id: 'sub_{alnum26:subscription}',
      status: 'canceled',
      customer_id: CUSTOMER,
      canceled_at: '{iso}',
    }),
    event('customer.created', {
      id: CUSTOMER,
      name: 'Jo Brown',
      email: 'jo@example.com',
      status: 'active',
      locale: 'en',
      created_at: '{iso}',
    }),
  ],
};
