// Deliveries of providers of payments, from qonto to zoho-payments.

import { RSA_PEM } from './keys.ts';
import type { Vector } from './vector.ts';

export const PAYMENTS_Q_Z_VECTORS: readonly Vector[] = [
  {
    provider: 'qonto',
    made: 'by-hand',
    source: 'https://docs.qonto.com/api-reference/onboarding-api/webhooks',
    recipe: 'HMAC-SHA256 of the body, hex; key: the secret as UTF-8',
    secret: 'qonto-secret',
    headers: [
      ['Content-Type', 'application/json'],
      [
        'Qonto-SHA256-Signature',
        '9c14052c7a08f46aafd372201d5e3bfaf2796168f6016f6d236e68229311247c',
      ],
    ],
    body: '{"id":"6a1c","event_type":"registration.created","data":{"object":{"id":"o1"}}}',
    signedAt: null,
    eventType: 'registration.created',
    messageId: '6a1c',
  },
  {
    provider: 'qonto',
    made: 'by-hand',
    source: 'https://docs.qonto.com/api-reference/onboarding-api/webhooks',
    recipe: 'HMAC-SHA256 of timestamp.body, hex, as v1 beside t; key: the secret as UTF-8',
    secret: 'qonto-secret',
    headers: [
      ['Content-Type', 'application/json'],
      [
        'X-Qonto-Signature',
        't=1772625600,v1=bc53215f954f38e6dc79e1fde546015f9eb194c1a256a1e51d5b688a5ac8b80d',
      ],
    ],
    body: '{"id":"6a1c","event_type":"v1/transactions","data":{"object":{"id":"o1"}}}',
    signedAt: 1772625600,
    eventType: 'v1/transactions',
    messageId: '6a1c',
  },
  {
    provider: 'ramp',
    made: 'by-hand',
    source: 'https://docs.ramp.com/developer-api/v1/guides/webhooks',
    recipe: 'HMAC-SHA256 of the body, hex; key: the secret as UTF-8',
    secret: 'ramp-secret',
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Ramp-Webhook-ID', 'wh_1'],
      ['X-Ramp-Signature', 'aacbc0f5b388af1abe7d3a5b4eda47e8674c29d06c5681821dc0399023fa2524'],
    ],
    body: '{"id":"5f2b","type":"transactions.cleared","business_id":"b1","object":{"id":"t1"}}',
    signedAt: null,
    eventType: 'transactions.cleared',
    messageId: '5f2b',
  },
  {
    provider: 'razorpay',
    made: 'sdk',
    source: 'signed by hand; npm razorpay accepts it',
    recipe: 'HMAC-SHA256 of the body, hex; key: the secret as UTF-8',
    secret: 'razorpay-webhook-secret',
    headers: [
      ['Content-Type', 'application/json'],
      ['x-razorpay-event-id', 'LGYhdXQRb8zS1c'],
      ['X-Razorpay-Signature', 'ea62a258986926b6e7e1ae8014d3601c74bb07daf202c47f14643bc78e4f47ca'],
    ],
    body: '{"entity":"event","account_id":"acc_BFQ7uQEaa7j2z7","event":"payment.captured","contains":["payment"],"payload":{"payment":{"entity":{"id":"pay_DESlfW9H8K9uqM"}}},"created_at":1772625600}',
    signedAt: null,
    eventType: 'payment.captured',
    messageId: 'LGYhdXQRb8zS1c',
  },
  {
    provider: 'recurly',
    made: 'published',
    source: 'recurly-client-ruby spec/recurly/webhooks_spec.rb',
    secret: '354fab5bd35f5a0d50845ee7e30165244468b13c2c343f104e4e730a59326d9d',
    headers: [
      [
        'recurly-signature',
        '1663103925004,ad24699f3beaa24c9af2cc7ada3ce4c835da0090194241b9d3add83d27f14bc3',
      ],
    ],
    body: '{"id":"rjxwmwedwqug","object_type":"account","site_id":"qc326l1hl8k9","event_type":"created","event_time":"2022-09-13T21:18:40Z","account_code":"adfas23zzz14123"}',
    signedAt: 1663103925.004,
    eventType: 'account.created',
    messageId: 'rjxwmwedwqug.created.2022-09-13T21:18:40Z',
  },
  {
    provider: 'recurly',
    made: 'by-hand',
    source: 'recurly-client-ruby spec/recurly/webhooks_spec.rb',
    recipe:
      'HMAC-SHA256 of timestamp.body, hex, behind the timestamp in ms, several joined by commas; key: the secret as UTF-8',
    secret: 'recurly-endpoint-key',
    headers: [
      ['Content-Type', 'application/json'],
      ['recurly-notification-id', '6f0b2c1d'],
      [
        'recurly-signature',
        '1772625600000,0000000000000000000000000000000000000000000000000000000000000000,d5b9eddd3573016c145cc951612efedd77eb6e829fae7d14a6c7889fc9bf287e',
      ],
    ],
    body: '{"id":"sfi9s4","object_type":"subscription","site_id":"site1","event_type":"created","event_time":"2026-03-04T12:00:00Z","uuid":"4e1"}',
    signedAt: 1772625600,
    eventType: 'subscription.created',
    messageId: '6f0b2c1d',
  },
  {
    provider: 'revolut',
    made: 'by-hand',
    source:
      'https://developer.revolut.com/docs/guides/manage-accounts/webhooks/verify-the-payload-signature',
    recipe:
      'HMAC-SHA256 of v1.timestamp.body, hex, "v1=" before it, several joined by commas; key: the secret as UTF-8',
    secret: 'wsk_r59a4HfWVAKycbCaNO1RvgCJec02gRd8',
    headers: [
      ['Content-Type', 'application/json'],
      ['Revolut-Request-Timestamp', '1772625600000'],
      [
        'Revolut-Signature',
        'v1=0000000000000000000000000000000000000000000000000000000000000000,v1=1918ad3f98e3014e4a52002b340a5c3c43db79a2b50416081e32b6717e07823a',
      ],
    ],
    body: '{"event":"TransactionStateChanged","timestamp":"2026-03-04T12:00:00.000000Z","data":{"id":"645a7696-22f3-aa47-9c74-cbae0449cc46","old_state":"pending","new_state":"completed"}}',
    signedAt: 1772625600,
    eventType: 'TransactionStateChanged',
    messageId:
      '645a7696-22f3-aa47-9c74-cbae0449cc46.TransactionStateChanged.2026-03-04T12:00:00.000000Z',
  },
  {
    provider: 'revolut',
    made: 'published',
    source: 'Revolut docs, Verify the payload signature',
    secret: 'wsk_r59a4HfWVAKycbCaNO1RvgCJec02gRd8',
    headers: [
      ['Revolut-Request-Timestamp', '1683650202360'],
      ['Revolut-Signature', 'v1=bca326fb378d0da7f7c490ad584a8106bab9723d8d9cdd0d50b4c5b3be3837c0'],
    ],
    body: '{"data":{"id":"645a7696-22f3-aa47-9c74-cbae0449cc46","new_state":"completed","old_state":"pending","request_id":"app_charges-9f5d5eb3-1e06-46c5-b1c0-3914763e0bcb"},"event":"TransactionStateChanged","timestamp":"2023-05-09T16:36:38.028960Z"}',
    signedAt: 1683650202.36,
    eventType: 'TransactionStateChanged',
    messageId:
      '645a7696-22f3-aa47-9c74-cbae0449cc46.TransactionStateChanged.2023-05-09T16:36:38.028960Z',
  },
  {
    provider: 'square',
    made: 'by-hand',
    source: 'npm square wrapper/WebhooksHelper.js',
    recipe: 'HMAC-SHA256 of URL and body, base64; key: the signature key as UTF-8',
    secret: 'square-signature-key',
    url: 'https://hooks.example.com/square',
    headers: [
      ['Content-Type', 'application/json'],
      ['x-square-hmacsha256-signature', '45yzCHrZ0CL9CndEioSNA+M1mtTVN8PC0jT5+BTfmwM='],
    ],
    body: '{"merchant_id":"6SSW7HV8K2ST5","type":"payment.created","event_id":"13b867cf-db3d-4b1c-90b6-2f32a9d78124","created_at":"2026-03-04T12:00:00Z","data":{"type":"payment","id":"KkAkhdMsgzn59SM8A89WgKwekxLZY"}}',
    signedAt: null,
    eventType: 'payment.created',
    messageId: '13b867cf-db3d-4b1c-90b6-2f32a9d78124',
  },
  {
    provider: 'square',
    made: 'by-hand',
    source: 'npm square wrapper/WebhooksHelper.js',
    recipe: 'HMAC-SHA1 of URL and body, base64; key: the signature key as UTF-8',
    secret: 'square-signature-key',
    url: 'https://hooks.example.com/square',
    headers: [
      ['Content-Type', 'application/json'],
      ['x-square-signature', 'aGlhGmccFR9Klt9G8EVwEqeCzI8='],
    ],
    body: '{"merchant_id":"6SSW7HV8K2ST5","type":"payment.created","event_id":"13b867cf-db3d-4b1c-90b6-2f32a9d78124","created_at":"2026-03-04T12:00:00Z","data":{"type":"payment","id":"KkAkhdMsgzn59SM8A89WgKwekxLZY"}}',
    signedAt: null,
    eventType: 'payment.created',
    messageId: '13b867cf-db3d-4b1c-90b6-2f32a9d78124',
  },
  {
    provider: 'stripe',
    made: 'sdk',
    source: 'signed by hand; npm stripe accepts it',
    recipe:
      'HMAC-SHA256 of timestamp.body, hex, as v1 beside t; key: the secret as UTF-8, whsec_ included',
    secret: 'whsec_8f2b1c0d9e8f7a6b',
    headers: [
      ['Content-Type', 'application/json'],
      [
        'Stripe-Signature',
        't=1772625600,v1=7a44d71b8e72dbbd84b04464801299fc53e05e5c20ba38694487c1728c0354c2,v0=0000000000000000000000000000000000000000000000000000000000000000',
      ],
    ],
    body: '{"id":"evt_1NG8Du2eZvKYlo2CUI79vXWy","object":"event","api_version":"2024-06-20","created":1772625600,"data":{"object":{"id":"in_1","object":"invoice"}},"type":"invoice.paid"}',
    signedAt: 1772625600,
    eventType: 'invoice.paid',
    messageId: 'evt_1NG8Du2eZvKYlo2CUI79vXWy',
  },
  {
    provider: 'wise',
    made: 'by-hand',
    source: 'transferwise/digital-signatures-examples verify-webhook-signature',
    recipe: 'RSA with SHA-256 of the body, base64; key: PEM',
    secret: RSA_PEM,
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Delivery-Id', 'b2b8d8b8-0b0b'],
      [
        'X-Signature-SHA256',
        'iGruiy6o2c6/Y8ID40UL0N5fgENHy/Y+MvKHMfgXJSnAUhfEuugtzLvZYSRuXi7D7zvmW8b7ln1Om8qV5nuZvXtLgVFGDnZQ/7cX7F7QVbkE1g2sDc0SHouAtJ/iLPbWFz0gFlpRnY0fB/xTCpb2t3JSwUprMnKjhOogLyEcJyGWm7xpftOKJxTvgHDZrG+G+oLFOfNuafMrzARrCYW4yqh4CZN/qLFYpGNlEoUvYXjr5tFKviXTzH2qay/djYZSuZ2B5HOGKQoiHCPLoOu+J8mCJwjtBjW3k+kUrVa4wh80E8qJiSr8yS0pCBzzgB/6trQv7xDJ+zxfE11oYxfI3w==',
      ],
    ],
    body: '{"data":{"resource":{"id":111,"profile_id":222,"type":"transfer"},"current_state":"processing","previous_state":"incoming_payment_waiting","occurred_at":"2026-03-04T12:00:00Z"},"subscription_id":"01234567","event_type":"transfers#state-change","schema_version":"2.0.0"}',
    signedAt: null,
    eventType: 'transfers#state-change',
    messageId: 'b2b8d8b8-0b0b',
  },
  {
    provider: 'worldpay',
    made: 'by-hand',
    source: 'https://developer.worldpay.com/products/access/events/signature/',
    recipe: 'HMAC-SHA256 of the body, hex; key: the secret as UTF-8; "3/SHA256/" before it',
    secret: 'worldpay-shared-secret',
    headers: [
      ['Content-Type', 'application/json'],
      [
        'Event-Signature',
        '3/SHA256/ce27b5c52cb45a951edea0c8d523442d320c725b0b170c19e7f85718d6a85dc2',
      ],
    ],
    body: '{"eventId":"bb4ab0a1-5f0f","eventTimestamp":"2026-03-04T12:00:00Z","eventDetails":{"classification":"payment","transactionReference":"t1","type":"authorized"}}',
    signedAt: null,
    eventType: 'authorized',
    messageId: 'bb4ab0a1-5f0f',
  },
  {
    provider: 'zoho-payments',
    made: 'by-hand',
    source: 'https://zoho.com/in/payments/developerdocs/webhooks/verification',
    recipe:
      'HMAC-SHA256 of timestamp.body, hex, as v beside t in ms; key: the signing key as UTF-8',
    secret: 'zoho-signing-key',
    headers: [
      ['Content-Type', 'application/json'],
      [
        'X-Zoho-Webhook-Signature',
        't=1772625600000,v=a638e994299f9f083100a9f9045cdf9232e1053f39e049a016cb048c4641d355',
      ],
    ],
    body: '{"event_id":"173000002314883","event_type":"payment.succeeded","event_object":{"payment":{"payment_id":"1"}}}',
    signedAt: 1772625600,
    eventType: 'payment.succeeded',
    messageId: '173000002314883',
  },
];
