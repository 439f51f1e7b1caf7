// LicenseChain: the HMAC of the body alone. Its timestamp header is sent beside it, not signed.

import type { JsonValue, ProviderEntry, SampleEvent } from '../provider.ts';

export const licensechain: ProviderEntry = {
  id: 'licensechain',
  name: 'LicenseChain',
  category: 'commerce',
  docs: 'https://docs.licensechain.app/guides/webhooks',
  confidence: 'documented',
  secretHint:
    'The secret given when the webhook was registered, or the one that LicenseChain made then.',
  deadlineSeconds: 5,
  messageId: 'json:$.id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Webhook-Signature', style: 'plain' },
      signedContent: '{body}',
      // Whoever replays a delivery can set this header to now, or leave it out: judging its age by
      // default would refuse honest late deliveries and stop nobody. It is judged only when the
      // endpoint's owner sets a tolerance.
      timestamp: { from: 'header:X-Webhook-Timestamp', unit: 'auto', tolerance: null },
    },
  ],
  clues: [
    {
      at: 'header:X-Webhook-Signature',
      like: /^[0-9a-f]{64}$/i,
      points: 2,
      says: 'an X-Webhook-Signature header of 64 hexadecimal digits',
    },
    { at: 'header:X-Webhook-Timestamp', points: 1, says: 'an X-Webhook-Timestamp header' },
    { at: 'json:$.type', like: /^license\./, points: 1, says: 'an event named license.…' },
  ],
  samples: {
    headers: [['Content-Type', 'application/json']],
    events: [
      license('license.created', { status: 'active' }),
      license('license.updated', { status: 'active', updatedAt: '{iso}' }),
      license('license.revoked', { status: 'revoked', revokedAt: '{iso}' }),
    ],
  },
};

function license(type: string, fields: { [name: string]: JsonValue }): SampleEvent {
  const data = {
    id: '{uuid:license}',
    licenseKey: 'ABC123-{digits10}',
    userId: '{uuid:user}',
    productId: '{uuid:product}',
    ...fields,
    expiresAt: '{iso:+365d}',
    createdAt: '{iso}',
  };
  const json = { id: '{uuid}', type, data, timestamp: '{iso}', signature: '{hex64}' };
  return { eventType: type, body: { json } };
}
