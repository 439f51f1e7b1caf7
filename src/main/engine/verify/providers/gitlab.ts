// GitLab.

import type { ProviderEntry } from '../provider.ts';
import { gitlabSamples } from '../samples/gitlab.ts';

export const gitlab: ProviderEntry = {
  id: 'gitlab',
  name: 'GitLab',
  category: 'code',
  docs: 'https://docs.gitlab.com/user/project/integrations/webhooks/',
  confidence: 'documented',
  deadlineSeconds: 10,
  retries: 'No per-event retry; failing hooks are backed off and disabled.',
  messageId: 'header:Idempotency-Key|header:webhook-id|header:X-Gitlab-Event-UUID',
  eventType: 'header:X-Gitlab-Event',
  rules: [
    {
      scheme: 'token',
      token: { in: 'header', name: 'X-Gitlab-Token' },
    },
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
      signedContent: '{header:webhook-id}.{header:webhook-timestamp}.{body}',
      timestamp: { from: 'header:webhook-timestamp', unit: 's', tolerance: 300 },
    },
  ],
  notes: [
    'The signing token follows Standard Webhooks; webhook-id equals Idempotency-Key.',
    'Behind a feature flag on some instances.',
  ],
  samples: gitlabSamples,
};
