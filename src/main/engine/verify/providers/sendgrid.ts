// Twilio SendGrid Event Webhook.

import type { ProviderEntry } from '../provider.ts';
import { sendgridSamples } from '../samples/sendgrid.ts';

export const sendgrid: ProviderEntry = {
  id: 'sendgrid',
  name: 'Twilio SendGrid Event Webhook',
  sender: 'SendGrid',
  category: 'email',
  docs: 'https://www.npmjs.com/package/@sendgrid/eventwebhook',
  confidence: 'source',
  secretHint: 'Verification key MFkwEwYHKoZIzj0CAQ… (public).',
  retries: 'Retried for up to 24 h on non-2xx.',
  messageId: 'json:$[0].sg_event_id',
  eventType: 'json:$[0].event',
  rules: [
    {
      scheme: 'ecdsa',
      hash: 'sha256',
      encoding: 'base64',
      signature: { in: 'header', name: 'X-Twilio-Email-Event-Webhook-Signature', style: 'plain' },
      signedContent: '{timestamp}{body}',
      timestamp: {
        from: 'header:X-Twilio-Email-Event-Webhook-Timestamp',
        unit: 's',
        tolerance: null,
      },
    },
  ],
  notes: ['Body is a JSON array ending with CRLF: keep the exact bytes.'],
  samples: sendgridSamples,
};
