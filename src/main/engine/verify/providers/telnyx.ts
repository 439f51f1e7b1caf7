// Telnyx.

import type { ProviderEntry } from '../provider.ts';

export const telnyx: ProviderEntry = {
  id: 'telnyx',
  name: 'Telnyx',
  category: 'messaging',
  docs: 'https://www.npmjs.com/package/telnyx',
  confidence: 'source',
  secretHint: 'Public key, base64 of 32 bytes.',
  deadlineSeconds: 2,
  retries: 'Up to 3 attempts per URL, then failover URL.',
  messageId: 'json:$.data.id',
  eventType: 'json:$.data.event_type',
  rules: [
    {
      scheme: 'ed25519',
      encoding: 'base64',
      publicKey: { prefix: '', encoding: 'base64' },
      signature: { in: 'header', name: 'telnyx-signature-ed25519', style: 'plain' },
      signedContent: '{timestamp}|{body}',
      timestamp: { from: 'header:telnyx-timestamp', unit: 's', tolerance: 300 },
    },
  ],
};
