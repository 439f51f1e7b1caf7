// Stripe: timestamp and signatures in one header; several v1 values while a secret is rolled.

import type { JsonValue, ProviderEntry, SampleEvent } from '../provider.ts';

export const stripe: ProviderEntry = {
  id: 'stripe',
  name: 'Stripe',
  category: 'payments',
  docs: 'https://docs.stripe.com/webhooks/signature',
  confidence: 'documented',
  secretHint:
    'The signing secret of the endpoint, whsec_…, from the Webhooks page. Paste it whole. The Stripe CLI prints another one.',
  retries: 'In live mode for up to 3 days with exponential backoff; in a sandbox 3 tries.',
  messageId: 'json:$.id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'Stripe-Signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['v1'],
        timestampKey: 't',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 's', tolerance: 300 },
    },
  ],
  clues: [
    { at: 'header:Stripe-Signature', points: 3, says: 'a Stripe-Signature header' },
    { at: 'header:User-Agent', like: /^Stripe\//, points: 2, says: "Stripe's User-Agent" },
    { at: 'json:$.id', like: /^evt_/, points: 1, says: 'an id that starts with evt_' },
    { at: 'json:$.object', like: /^event$/, points: 1, says: 'an "object" that is "event"' },
  ],
  samples: {
    headers: [
      ['User-Agent', 'Stripe/1.0 (+https://stripe.com/docs/webhooks)'],
      ['Content-Type', 'application/json; charset=utf-8'],
    ],
    indent: 2,
    events: [
      sample('payment_intent.succeeded', {
        id: 'pi_{alnum24:intent}',
        object: 'payment_intent',
        amount: 2000,
        amount_received: 2000,
        currency: 'eur',
        latest_charge: 'ch_{alnum24:charge}',
        livemode: false,
        payment_method_types: ['card'],
        status: 'succeeded',
      }),
      sample('checkout.session.completed', {
        id: 'cs_test_{alnum24:session}',
        object: 'checkout.session',
        amount_total: 2000,
        currency: 'eur',
        customer_details: { email: 'jenny.rosen@example.com', name: 'Jenny Rosen' },
        livemode: false,
        mode: 'payment',
        payment_intent: 'pi_{alnum24:intent}',
        payment_status: 'paid',
        status: 'complete',
      }),
      sample('invoice.paid', {
        id: 'in_{alnum24:invoice}',
        object: 'invoice',
        amount_due: 2000,
        amount_paid: 2000,
        currency: 'eur',
        customer: 'cus_{alnum24:customer}',
        livemode: false,
        status: 'paid',
      }),
      sample('customer.subscription.deleted', {
        id: 'sub_{alnum24:subscription}',
        object: 'subscription',
        canceled_at: '{number:unix}',
        customer: 'cus_{alnum24:customer}',
        livemode: false,
        status: 'canceled',
      }),
    ],
  },
};

function sample(type: string, object: { [name: string]: JsonValue }): SampleEvent {
  return {
    eventType: type,
    body: {
      json: {
        id: 'evt_{alnum24}',
        object: 'event',
        api_version: '2025-09-30.clover',
        created: '{number:unix}',
        data: { object: { ...object, created: '{number:unix}' } },
        livemode: false,
        pending_webhooks: 1,
        request: { id: 'req_{alnum14:request}', idempotency_key: '{uuid:key}' },
        type,
      },
    },
  };
}
