// Linear.

import type { ProviderEntry } from '../provider.ts';
import { linearSamples } from '../samples/linear.ts';

export const linear: ProviderEntry = {
  id: 'linear',
  name: 'Linear',
  category: 'work',
  docs: 'https://www.npmjs.com/package/@linear/sdk',
  confidence: 'source',
  secretHint: 'It begins with lin_wh_.',
  deadlineSeconds: 5,
  retries: '3 retries: 1 min, 1 h, 6 h.',
  messageId: 'header:Linear-Delivery',
  eventType: 'header:Linear-Event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'Linear-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: { from: 'json:$.webhookTimestamp', unit: 'ms', tolerance: 60 },
    },
  ],
  notes: ['Timestamp is inside the signed body; newer deliveries also send linear-timestamp.'],
  samples: linearSamples,
};
