// Sample events of Razorpay.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (name: string, payload: JsonObject) =>
  jsonEvent(name, {
    entity: 'event',
    account_id: 'acc_BFQ7uQEaa7j2z7',
    event: name,
    contains: Object.keys(payload),
    payload,
    created_at: '{number:unix}',
  });

const PAYMENT = {
  id: 'pay_{alnum14:payment}',
  entity: 'payment',
  amount: 50000,
  currency: 'INR',
  order_id: 'order_{alnum14:order}',
  method: 'card',
  email: 'gaurav.kumar@example.com',
  contact: '+919876543210',
  created_at: '{number:unix}',
};

export const razorpaySamples: Samples = {
  headers: [['User-Agent', 'Razorpay-Webhook/v1'], ['x-razorpay-event-id', '{alnum14}'], JSON_TYPE],
  events: [
    event('payment.captured', {
      payment: { entity: { ...PAYMENT, status: 'captured', captured: true } },
    }),
    event('payment.failed', {
      payment: {
        entity: {
          ...PAYMENT,
          status: 'failed',
          captured: false,
          error_code: 'BAD_REQUEST_ERROR',
          error_description: 'Payment failed due to incorrect card CVV',
        },
      },
    }),
    event('refund.processed', {
      refund: {
        entity: {
          id: 'rfnd_{alnum14:refund}',
          entity: 'refund',
          amount: 50000,
          currency: 'INR',
          payment_id: 'pay_{alnum14:payment}',
          status: 'processed',
          created_at: '{number:unix}',
        },
      },
    }),
  ],
};
