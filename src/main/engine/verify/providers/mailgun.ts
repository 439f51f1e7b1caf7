// Mailgun.

import type { ProviderEntry } from '../provider.ts';
import { mailgunSamples } from '../samples/mailgun.ts';

export const mailgun: ProviderEntry = {
  id: 'mailgun',
  name: 'Mailgun',
  category: 'email',
  docs: 'https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks',
  confidence: 'unconfirmed',
  secretHint: 'HTTP webhook signing key.',
  retries: 'Retried over 8 h (10, 10, 15, 30 min, 1, 2, 4 h); 406 stops retries.',
  messageId: 'json:$.event-data.id',
  eventType: 'json:$.event-data.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'json', path: '$.signature.signature', style: 'plain' },
      signedContent: '{json:$.signature.timestamp}{json:$.signature.token}',
      timestamp: { from: 'json:$.signature.timestamp', unit: 's', tolerance: null },
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'form', name: 'signature', style: 'plain' },
      signedContent: '{form:timestamp}{form:token}',
      timestamp: { from: 'form:timestamp', unit: 's', tolerance: null },
    },
  ],
  clues: [
    {
      at: 'json:$.signature.token|form:token',
      like: /^[0-9a-f]{50}$/,
      points: 2,
      says: 'a token of 50 hexadecimal digits',
    },
    {
      at: 'json:$.signature.signature|form:signature',
      like: /^[0-9a-f]{64}$/,
      points: 1,
      says: 'a signature in its body',
    },
  ],
  notes: [
    'Signature does not cover the event data; cache the token against replay.',
    'Inbound routes are (multipart) forms with flat fields.',
  ],
  samples: mailgunSamples,
};
