// Cal.com.

import type { ProviderEntry } from '../provider.ts';

export const calcom: ProviderEntry = {
  id: 'calcom',
  name: 'Cal.com',
  category: 'work',
  docs: 'https://cal.com/docs/developing/guides/automation/webhooks',
  confidence: 'corroborated',
  messageId: 'json:$.payload.uid+json:$.triggerEvent+json:$.createdAt',
  eventType: 'json:$.triggerEvent',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Cal-Signature-256', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['Hex with no prefix; header value no-secret-provided when unset.'],
};
