// Jira Cloud (admin webhooks).

import type { ProviderEntry } from '../provider.ts';
import { jiraSamples } from '../samples/jira.ts';

export const jira: ProviderEntry = {
  id: 'jira',
  name: 'Jira Cloud (admin webhooks)',
  sender: 'Jira',
  category: 'work',
  docs: 'https://developer.atlassian.com/cloud/jira/platform/webhooks/',
  confidence: 'documented',
  deadlineSeconds: 30,
  retries: 'Up to 5 retries, 5-15 min apart, on 408/409/425/429/5xx.',
  messageId: 'header:X-Atlassian-Webhook-Identifier',
  eventType: 'json:$.webhookEvent',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Hub-Signature', style: 'plain', prefix: 'sha256=' },
      signedContent: '{body}',
      timestamp: null,
    },
    {
      scheme: 'jwt',
      token: { in: 'header', name: 'Authorization', prefix: 'Bearer ' },
      algs: ['HS256'],
    },
  ],
  notes: [
    'Method=value format: the prefix names the hash.',
    'Only webhooks saved with a secret are signed.',
    'Webhooks that an app registers by OAuth 2.0 carry a token instead, signed with its client secret.',
  ],
  samples: jiraSamples,
};
