// Bitbucket Cloud.

import type { ProviderEntry } from '../provider.ts';
import { bitbucketSamples } from '../samples/bitbucket.ts';

export const bitbucket: ProviderEntry = {
  id: 'bitbucket',
  name: 'Bitbucket Cloud',
  category: 'code',
  docs: 'https://support.atlassian.com/bitbucket-cloud/docs/manage-webhooks/',
  confidence: 'corroborated',
  deadlineSeconds: 10,
  retries: 'Up to 2 retries.',
  messageId: 'header:X-Request-UUID',
  eventType: 'header:X-Event-Key',
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
  ],
  notes: ['X-Hook-UUID identifies the hook, X-Attempt-Number the attempt.'],
  samples: bitbucketSamples,
};
