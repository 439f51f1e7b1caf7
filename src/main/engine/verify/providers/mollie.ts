// Mollie: the classic webhooks are unsigned, the newer ones signed.

import type { ProviderEntry } from '../provider.ts';

export const mollie: ProviderEntry = {
  id: 'mollie',
  name: 'Mollie',
  category: 'payments',
  docs: 'https://docs.mollie.com/reference/webhooks-best-practices',
  confidence: 'source',
  secretHint: 'The signing secret of the next-generation webhook; classic ones have none.',
  deadlineSeconds: 15,
  retries: '10 attempts over 26 h.',
  messageId: 'json:$.id|form:id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Mollie-Signature', style: 'plain', prefix: 'sha256=' },
      signedContent: '{body}',
      timestamp: null,
    },
    {
      scheme: 'none',
      instead: 'Ask its API for the payment that the id names.',
    },
  ],
  notes: [
    'Classic webhooks are unsigned: body is id=<resource id>, fetch the resource.',
    'Next-generation webhooks are signed, as the SignatureValidator of mollie-api-php checks them.',
  ],
};
