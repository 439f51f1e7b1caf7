// Sinch.

import type { ProviderEntry } from '../provider.ts';

export const sinch: ProviderEntry = {
  id: 'sinch',
  name: 'Sinch',
  category: 'messaging',
  docs: null,
  confidence: 'source',
  messageId: 'header:x-sinch-webhook-signature-nonce',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'x-sinch-webhook-signature', style: 'plain' },
      signedContent: '{body}.{header:x-sinch-webhook-signature-nonce}.{timestamp}',
      timestamp: { from: 'header:x-sinch-webhook-signature-timestamp', unit: 's', tolerance: null },
    },
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Sinch-Signature', style: 'plain' },
      signedContent: '{body}.{header:x-sinch-webhook-signature-nonce}.{timestamp}',
      timestamp: { from: 'header:x-sinch-webhook-signature-timestamp', unit: 's', tolerance: null },
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'base64',
      signature: {
        in: 'header',
        name: 'Authorization',
        style: 'plain',
        prefix: 'Application {keyId}:',
      },
      signedContent:
        '{method}\n{md5base64:body}\n{header:content-type}\nx-timestamp:{header:x-timestamp}\n{url.path}',
      timestamp: { from: 'header:x-timestamp', unit: 'iso', tolerance: null },
    },
  ],
  notes: [
    'Three products, three schemes (Conversation / Numbers / Voice and Verification).',
    'Voice application secret is base64 decoded.',
  ],
};
