// Paddle Billing.

import type { ProviderEntry } from '../provider.ts';
import { paddleSamples } from '../samples/paddle.ts';

export const paddle: ProviderEntry = {
  id: 'paddle',
  name: 'Paddle Billing',
  category: 'payments',
  docs: 'https://www.npmjs.com/package/@paddle/paddle-node-sdk',
  confidence: 'source',
  secretHint: 'It begins with pdl_ntfset_.',
  deadlineSeconds: 5,
  retries: 'Live: 60 retries over 3 days; sandbox: 3 in 15 min.',
  messageId: 'json:$.event_id',
  eventType: 'json:$.event_type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'Paddle-Signature',
        style: 'kv',
        separator: ';',
        sigKeys: ['h1'],
        timestampKey: 'ts',
      },
      signedContent: '{timestamp}:{body}',
      timestamp: { from: 'signature', unit: 's', tolerance: 5 },
    },
  ],
  notes: [
    'The parts of the header are separated by semicolons.',
    '5 s tolerance: a paused or replayed delivery fails the timestamp check.',
    'There may be several h1 while a secret is rotated.',
  ],
  samples: paddleSamples,
};
