// Paddle Classic: an RSA signature in the form, over its other fields as PHP serialises them.

import type { ProviderEntry } from '../provider.ts';
import { paddleClassicSamples } from '../samples/paddle-classic.ts';

export const paddleClassic: ProviderEntry = {
  id: 'paddle-classic',
  name: 'Paddle Classic',
  category: 'payments',
  docs: 'https://developer.paddle.com/webhook-reference/verifying-webhooks',
  confidence: 'documented',
  secretHint: 'The public key from Developer Tools, -----BEGIN PUBLIC KEY-----….',
  deadlineSeconds: 10,
  retries: 'Retried for 3 days.',
  messageId: 'form:alert_id',
  eventType: 'form:alert_name',
  rules: [
    {
      scheme: 'rsa',
      hash: 'sha1',
      encoding: 'base64',
      signature: { in: 'form', name: 'p_signature', style: 'plain' },
      signedContent: '{form.php}',
      timestamp: null,
    },
  ],
  clues: [
    { at: 'form:p_signature', points: 3, says: 'a form field p_signature' },
    { at: 'form:alert_name', points: 1, says: 'a form field alert_name' },
  ],
  notes: [
    'What is signed is what serialize() of PHP makes of the sorted fields, all of them as strings.',
  ],
  samples: paddleClassicSamples,
};
