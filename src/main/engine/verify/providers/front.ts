// Front.

import type { ProviderEntry } from '../provider.ts';

export const front: ProviderEntry = {
  id: 'front',
  name: 'Front',
  category: 'support',
  docs: 'https://dev.frontapp.com/docs/application-webhooks',
  confidence: 'documented',
  messageId: 'json:$.id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Front-Signature', style: 'plain' },
      signedContent: '{timestamp}:{body}',
      timestamp: { from: 'header:X-Front-Request-Timestamp', unit: 'ms', tolerance: 300 },
    },
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Front-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'header:X-Front-Challenge': true } },
    signed: true,
    respond: { status: 200, body: { text: '{header:X-Front-Challenge}' } },
  },
  notes: [
    'Same header name for two different schemes; the presence of X-Front-Request-Timestamp tells them apart.',
  ],
};
