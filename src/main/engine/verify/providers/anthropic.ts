// Anthropic (Claude platform).

import type { ProviderEntry } from '../provider.ts';

export const anthropic: ProviderEntry = {
  id: 'anthropic',
  name: 'Anthropic (Claude platform)',
  category: 'ai',
  docs: 'https://www.npmjs.com/package/@anthropic-ai/sdk',
  confidence: 'source',
  secretHint: 'Whsec_<base64>.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.data.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'base64-after-prefix:whsec_',
      signature: {
        in: 'header',
        name: 'webhook-signature',
        style: 'list',
        separator: ' ',
        prefix: 'v1,',
      },
      signedContent: '{id}.{timestamp}.{body}',
      timestamp: { from: 'header:webhook-timestamp', unit: 's', tolerance: 300 },
    },
  ],
  notes: ['SDK delegates to standardwebhooks; events such as agent.created, deployment.paused.'],
};
