// Mailchimp Transactional (Mandrill).

import type { ProviderEntry } from '../provider.ts';
import { mandrillSamples } from '../samples/mandrill.ts';

export const mandrill: ProviderEntry = {
  id: 'mandrill',
  name: 'Mailchimp Transactional (Mandrill)',
  sender: 'Mandrill',
  category: 'email',
  docs: 'https://mailchimp.com/developer/transactional/guides/track-respond-activity-webhooks/#authenticating-webhook-requests',
  confidence: 'documented',
  retries: 'Retried with growing delay.',
  messageId:
    'form-json:mandrill_events:$[0]._id+form-json:mandrill_events:$[0].event+form-json:mandrill_events:$[0].ts',
  eventType: 'form-json:mandrill_events:$[0].event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Mandrill-Signature', style: 'plain' },
      signedContent: '{url}{form.sorted}',
      timestamp: null,
    },
  ],
  handshake: { when: { method: 'HEAD' }, respond: { status: 200 } },
  notes: [
    'URL as configured (scheme, host, query) is part of the signed content.',
    'Test posts use the literal key test-webhook.',
  ],
  samples: mandrillSamples,
};
