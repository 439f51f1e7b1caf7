// Instagram (Graph API).

import type { ProviderEntry } from '../provider.ts';

export const instagram: ProviderEntry = {
  id: 'instagram',
  name: 'Instagram (Graph API)',
  category: 'social',
  docs: 'https://developers.facebook.com/docs/instagram-platform/webhooks',
  confidence: 'unconfirmed',
  messageId: 'json:$.entry[0].messaging[0].message.mid',
  eventType: 'json:$.entry[0].changes[0].field|json:$.messaging',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Hub-Signature-256', style: 'plain', prefix: 'sha256=' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['Instagram Login apps sign with the Instagram app secret.'],
};
