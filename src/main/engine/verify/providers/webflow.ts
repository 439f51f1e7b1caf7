// Webflow.

import type { ProviderEntry } from '../provider.ts';

export const webflow: ProviderEntry = {
  id: 'webflow',
  name: 'Webflow',
  category: 'content',
  docs: 'https://developers.webflow.com/data/docs/working-with-webhooks',
  confidence: 'documented',
  retries: '3 retries, 10 min apart.',
  messageId: 'json:$.payload.id+json:$.triggerType',
  eventType: 'json:$.triggerType',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'x-webflow-signature', style: 'plain' },
      signedContent: '{timestamp}:{body}',
      timestamp: { from: 'header:x-webflow-timestamp', unit: 'ms', tolerance: 300 },
    },
  ],
  notes: [
    'Only webhooks created by an OAuth app (client secret) or with a dashboard secret key are signed.',
  ],
};
