// Shopify: the HMAC of the body in base64. Newer deliveries may drop the X- of all header names.

import type { Clue, JsonValue, ProviderEntry, Rule, SampleEvent } from '../provider.ts';

export const shopify: ProviderEntry = {
  id: 'shopify',
  name: 'Shopify',
  category: 'commerce',
  docs: 'https://shopify.dev/docs/apps/build/webhooks/subscribe/https',
  confidence: 'source',
  secretHint:
    "The app's client secret (API secret key). For webhooks made in the admin, the key shown under Settings, Notifications, Webhooks.",
  deadlineSeconds: 5,
  retries: '8 times over 4 hours; then a subscription made by API is removed.',
  messageId: 'header:X-Shopify-Webhook-Id|header:Shopify-Webhook-Id',
  eventType: 'header:X-Shopify-Topic|header:Shopify-Topic',
  rules: [ruleFor('X-Shopify-Hmac-Sha256'), ruleFor('Shopify-Hmac-Sha256')],
  clues: [...cluesOf('Hmac-Sha256', 3), ...cluesOf('Topic', 3), ...cluesOf('Shop-Domain', 2)],
  samples: {
    headers: [
      ['User-Agent', 'Shopify-Captain-Hook'],
      ['Accept', '*/*'],
      ['Content-Type', 'application/json'],
      ['X-Shopify-Shop-Domain', 'example.myshopify.com'],
      ['X-Shopify-API-Version', '2026-07'],
      ['X-Shopify-Webhook-Id', '{uuid}'],
      ['X-Shopify-Event-Id', '{uuid:event}'],
      ['X-Shopify-Triggered-At', '{iso}'],
    ],
    events: [
      sample('orders/create', {
        id: 820982911946154500,
        email: 'jon@example.com',
        created_at: '{iso}',
        currency: 'USD',
        financial_status: 'paid',
        name: '#9999',
        total_price: '388.00',
        line_items: [{ id: 487817672276298560, title: 'Aviator sunglasses', quantity: 1 }],
      }),
      sample('products/update', {
        id: 788032119674292900,
        title: 'Example T-Shirt',
        vendor: 'Acme',
        status: 'active',
        updated_at: '{iso}',
      }),
      sample('app/uninstalled', {
        id: 548380009,
        name: 'Super Toys',
        domain: 'example.myshopify.com',
        country: 'US',
      }),
    ],
  },
};

function cluesOf(header: string, points: Clue['points']): Clue[] {
  return [
    { at: `header:X-Shopify-${header}`, points, says: `an X-Shopify-${header} header` },
    { at: `header:Shopify-${header}`, points, says: `a Shopify-${header} header` },
  ];
}

function ruleFor(header: string): Rule {
  return {
    scheme: 'hmac',
    hash: 'sha256',
    encoding: 'base64',
    key: 'utf8',
    signature: { in: 'header', name: header, style: 'plain' },
    signedContent: '{body}',
    timestamp: null,
  };
}

function sample(topic: string, json: JsonValue): SampleEvent {
  return { eventType: topic, headers: [['X-Shopify-Topic', topic]], body: { json } };
}
