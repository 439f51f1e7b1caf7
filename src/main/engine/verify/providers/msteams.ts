// Microsoft Teams outgoing webhook.

import type { ProviderEntry } from '../provider.ts';

export const msteams: ProviderEntry = {
  id: 'msteams',
  name: 'Microsoft Teams outgoing webhook',
  sender: 'Microsoft Teams',
  category: 'work',
  docs: 'https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook',
  confidence: 'corroborated',
  deadlineSeconds: 5,
  retries: 'None.',
  messageId: 'json:$.id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'base64',
      signature: { in: 'header', name: 'Authorization', style: 'plain', prefix: 'HMAC ' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['Security token is base64: decode for the key.'],
};
