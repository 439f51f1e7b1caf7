// Razorpay.

import type { ProviderEntry } from '../provider.ts';
import { razorpaySamples } from '../samples/razorpay.ts';

export const razorpay: ProviderEntry = {
  id: 'razorpay',
  name: 'Razorpay',
  category: 'payments',
  docs: 'https://www.npmjs.com/package/razorpay',
  confidence: 'source',
  deadlineSeconds: 5,
  retries: 'Exponential backoff for 24 h then disabled.',
  messageId: 'header:x-razorpay-event-id',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Razorpay-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  samples: razorpaySamples,
};
