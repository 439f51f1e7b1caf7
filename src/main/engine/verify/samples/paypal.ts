// Sample events of PayPal: a payment, a refund, and a subscription.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (type: string, resourceType: string, summary: string, resource: JsonObject) =>
  jsonEvent(type, {
    id: 'WH-{digits17}-{digits17:second}',
    event_version: '1.0',
    create_time: '{iso}',
    resource_type: resourceType,
    resource_version: '2.0',
    event_type: type,
    summary,
    resource,
    links: [
      {
        href: 'https://api.paypal.com/v1/notifications/webhooks-events/WH-{digits17}-{digits17:second}',
        rel: 'self',
        method: 'GET',
      },
    ],
  });

const AMOUNT = { currency_code: 'USD', value: '20.00' };

export const paypalSamples: Samples = {
  headers: [['User-Agent', 'PayPal/AUHD-214.0-58843307'], JSON_TYPE],
  events: [
    event('PAYMENT.CAPTURE.COMPLETED', 'capture', 'Payment completed for $ 20.0 USD', {
      id: '{digits17:capture}',
      status: 'COMPLETED',
      amount: AMOUNT,
      final_capture: true,
      seller_protection: { status: 'ELIGIBLE' },
      create_time: '{iso}',
      update_time: '{iso}',
    }),
    event('PAYMENT.CAPTURE.REFUNDED', 'refund', 'A $ 20.0 USD capture payment was refunded', {
      id: '{digits17:refund}',
      status: 'COMPLETED',
      amount: AMOUNT,
      note_to_payer: 'Returned',
      create_time: '{iso}',
      update_time: '{iso}',
    }),
    event('BILLING.SUBSCRIPTION.ACTIVATED', 'subscription', 'Subscription activated', {
      id: 'I-{alnum12:subscription}',
      status: 'ACTIVE',
      plan_id: 'P-5ML4271244454362WXNWU5NQ',
      quantity: '1',
      subscriber: { email_address: 'customer@example.com' },
      start_time: '{iso}',
      create_time: '{iso}',
    }),
  ],
};
