// Intercom.

import type { ProviderEntry } from '../provider.ts';
import { intercomSamples } from '../samples/intercom.ts';

export const intercom: ProviderEntry = {
  id: 'intercom',
  name: 'Intercom',
  category: 'support',
  docs: 'https://developers.intercom.com/docs/webhooks/webhook-notifications',
  confidence: 'corroborated',
  secretHint: 'App client secret.',
  deadlineSeconds: 5,
  retries: 'One retry after 1 minute.',
  messageId: 'json:$.id',
  eventType: 'json:$.topic',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Hub-Signature', style: 'plain', prefix: 'sha1=' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: { when: { method: 'HEAD' }, respond: { status: 200 } },
  samples: intercomSamples,
};
