// Frame.io.

import type { ProviderEntry } from '../provider.ts';

export const frameio: ProviderEntry = {
  id: 'frameio',
  name: 'Frame.io',
  category: 'work',
  docs: 'https://developer.frame.io/docs/automations-webhooks/webhooks-overview',
  confidence: 'corroborated',
  deadlineSeconds: 5,
  retries: 'Up to 5 retries.',
  messageId: 'json:$.resource.id+json:$.type',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Frameio-Signature', style: 'plain', prefix: 'v0=' },
      signedContent: 'v0:{timestamp}:{body}',
      timestamp: { from: 'header:X-Frameio-Request-Timestamp', unit: 's', tolerance: 300 },
    },
  ],
};
