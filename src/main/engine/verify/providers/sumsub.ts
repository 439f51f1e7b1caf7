// Sumsub.

import type { ProviderEntry } from '../provider.ts';

export const sumsub: ProviderEntry = {
  id: 'sumsub',
  name: 'Sumsub',
  category: 'identity',
  docs: 'https://docs.sumsub.com/docs/webhook-manager',
  confidence: 'corroborated',
  deadlineSeconds: 5,
  retries: '4 retries: 5 min, 1, 5, 18 h (faster for action webhooks).',
  messageId: 'json:$.correlationId',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Payload-Digest', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
    {
      scheme: 'hmac',
      hash: 'sha512',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Payload-Digest', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
      when: { 'header:X-Payload-Digest-Alg': 'HMAC_SHA512_HEX' },
    },
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Payload-Digest', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
      when: { 'header:X-Payload-Digest-Alg': 'HMAC_SHA1_HEX' },
    },
  ],
  notes: ['Algorithm named per request in X-Payload-Digest-Alg.'],
};
