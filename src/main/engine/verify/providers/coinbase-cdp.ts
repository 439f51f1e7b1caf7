// Coinbase Developer Platform, whose webhooks Hook0 sends: the signature lists the headers it covers.

import type { ProviderEntry } from '../provider.ts';

export const coinbaseCdp: ProviderEntry = {
  id: 'coinbase-cdp',
  name: 'Coinbase Developer Platform',
  sender: 'Coinbase',
  category: 'payments',
  docs: 'https://docs.cdp.coinbase.com/webhooks/verify-signatures',
  confidence: 'documented',
  secretHint: 'The secret in the answer that created the webhook subscription.',
  messageId: 'header:X-Event-Id',
  eventType: 'header:X-Event-Type|json:$.eventType',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'X-Hook0-Signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['v1'],
        timestampKey: 't',
        written: 't={timestamp},h=content-type,v1={signature}',
      },
      signedContent: '{timestamp}.{signature:h}.{hook0.headers}.{body}',
      timestamp: { from: 'signature', unit: 's', tolerance: 300 },
    },
  ],
  notes: ['h= lists the signed headers by name, apart by spaces; their values are joined by dots.'],
};
