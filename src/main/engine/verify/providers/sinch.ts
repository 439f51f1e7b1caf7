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
      signedContent: '{body}',
      timestamp: null,
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'base64',
      signature: {
        in: 'header',
        name: 'Authorization',
        ...{ style: 'list', separator: ',' },
        ...{ prefix: 'Application {option:applicationKey}:', anyUpTo: ':' },
      },
      signedContent:
        '{method}\n{md5base64:body}\n{header:content-type}\nx-timestamp:{header:x-timestamp}\n{url.path}',
      timestamp: { from: 'header:x-timestamp', unit: 'iso', tolerance: null },
    },
  ],
  options: [
    {
      key: 'applicationKey',
      label: 'Application key',
      help: 'Of the Voice or Verification application. It stands before the signature of what is sent from here; what comes in may have any.',
      default: 'application_key',
    },
  ],
  clues: [
    {
      at: 'header:x-sinch-webhook-signature',
      points: 3,
      says: 'an x-sinch-webhook-signature header',
    },
    { at: 'header:X-Sinch-Signature', points: 3, says: 'an X-Sinch-Signature header' },
    {
      at: 'header:Authorization',
      like: /^Application [\w-]+:[\w+/]+=*$/,
      points: 2,
      says: 'an application key with a signature behind it',
    },
  ],
  notes: [
    'Three products, three schemes (Conversation / Numbers / Voice and Verification).',
    'Voice application secret is base64 decoded.',
  ],
};
