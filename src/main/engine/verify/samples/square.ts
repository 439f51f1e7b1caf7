// Sample events of Square: a payment, an order, and a refund.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (type: string, kind: string, id: string, object: JsonObject) =>
  jsonEvent(type, {
    merchant_id: '6SSW7HV8K2ST5',
    location_id: 'LTXY5KPFKZRA9',
    type,
    event_id: '{uuid}',
    created_at: '{iso}',
    data: { type: kind, id, object },
  });

const MONEY = { amount: 2000, currency: 'USD' };

export const squareSamples: Samples = {
  headers: [['User-Agent', 'Square Connect v2'], ['square-environment', 'Sandbox'], JSON_TYPE],
  events: [
    event('payment.updated', 'payment', '{alnum22:payment}', {
      payment: {
        id: '{alnum22:payment}',
        status: 'COMPLETED',
        source_type: 'CARD',
        amount_money: MONEY,
        total_money: MONEY,
        location_id: 'LTXY5KPFKZRA9',
        order_id: '{alnum22:order}',
        created_at: '{iso}',
        updated_at: '{iso}',
        version: 2,
      },
    }),
    event('order.created', 'order_created', '{alnum22:order}', {
      order_created: {
        created_at: '{iso}',
        location_id: 'LTXY5KPFKZRA9',
        order_id: '{alnum22:order}',
        state: 'OPEN',
        version: 1,
      },
    }),
    event('refund.created', 'refund', '{alnum22:refund}', {
      refund: {
        id: '{alnum22:refund}',
        status: 'PENDING',
        amount_money: MONEY,
        payment_id: '{alnum22:payment}',
        reason: 'Returned goods',
        created_at: '{iso}',
        version: 1,
      },
    }),
  ],
};
