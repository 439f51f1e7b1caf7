// Sonatype Nexus.

import type { ProviderEntry } from '../provider.ts';

export const sonatype: ProviderEntry = {
  id: 'sonatype',
  name: 'Sonatype Nexus',
  category: 'code',
  docs: 'https://help.sonatype.com/en/webhooks.html',
  confidence: 'unconfirmed',
  messageId: 'header:X-Nexus-Webhook-Delivery',
  eventType: 'header:X-Nexus-Webhook-Id',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Nexus-Webhook-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['Signs the compact re-serialised JSON.'],
};
