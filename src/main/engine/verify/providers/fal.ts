// fal.ai.

import type { ProviderEntry } from '../provider.ts';

export const fal: ProviderEntry = {
  id: 'fal',
  name: 'fal.ai',
  category: 'ai',
  docs: 'https://docs.fal.ai/model-endpoints/webhooks',
  confidence: 'source',
  secretHint: 'None is needed: the public keys of fal.ai are fetched.',
  deadlineSeconds: 15,
  retries: 'Up to 10 times over 2 h.',
  messageId: 'header:X-Fal-Webhook-Request-Id',
  eventType: 'json:$.status',
  rules: [
    {
      scheme: 'ed25519',
      encoding: 'hex',
      publicKey: { prefix: '', encoding: 'base64' },
      keysAt: { url: 'https://rest.fal.ai/.well-known/jwks.json', as: 'jwks' },
      signature: { in: 'header', name: 'X-Fal-Webhook-Signature', style: 'plain' },
      signedContent:
        '{header:X-Fal-Webhook-Request-Id}\n{header:X-Fal-Webhook-User-Id}\n{timestamp}\n{sha256hex:body}',
      timestamp: { from: 'header:X-Fal-Webhook-Timestamp', unit: 's', tolerance: 300 },
    },
  ],
};
