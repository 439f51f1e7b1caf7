// Heroku.

import type { ProviderEntry } from '../provider.ts';

export const heroku: ProviderEntry = {
  id: 'heroku',
  name: 'Heroku',
  category: 'code',
  docs: 'https://devcenter.heroku.com/articles/app-webhooks#securing-webhook-requests',
  confidence: 'corroborated',
  deadlineSeconds: 30,
  retries: 'Retried about 10 times over 72 h at sync level.',
  messageId: 'json:$.webhook_metadata.delivery.id',
  eventType: 'json:$.webhook_metadata.event.include',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'Heroku-Webhook-Hmac-SHA256', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['An Authorization value may also be configured and is sent verbatim.'],
};
