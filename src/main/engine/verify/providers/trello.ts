// Trello.

import type { ProviderEntry } from '../provider.ts';
import { trelloSamples } from '../samples/trello.ts';

export const trello: ProviderEntry = {
  id: 'trello',
  name: 'Trello',
  category: 'work',
  docs: 'https://developers.trello.com/page/webhooks',
  confidence: 'documented',
  secretHint: 'Application (OAuth) secret.',
  deadlineSeconds: 30,
  retries: '3 retries (30, 60, 120 s).',
  messageId: 'json:$.action.id',
  eventType: 'json:$.action.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Trello-Webhook', style: 'plain' },
      signedContent: '{body}{url}',
      timestamp: null,
    },
  ],
  handshake: { when: { method: 'HEAD' }, respond: { status: 200 } },
  notes: ['CallbackURL exactly as registered is appended to the body.', '410 deletes the webhook.'],
  samples: trelloSamples,
};
