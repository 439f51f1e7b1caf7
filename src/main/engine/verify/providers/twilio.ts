// Twilio.

import type { ProviderEntry } from '../provider.ts';
import { twilioSamples } from '../samples/twilio.ts';

export const twilio: ProviderEntry = {
  id: 'twilio',
  name: 'Twilio',
  category: 'messaging',
  docs: 'https://www.twilio.com/docs/usage/security#validating-requests',
  confidence: 'source',
  secretHint: 'Auth Token.',
  deadlineSeconds: 15,
  retries: 'Fallback URL; no retry unless connection overrides are configured.',
  messageId:
    'header:I-Twilio-Idempotency-Token|form:MessageSid+form:MessageStatus|form:CallSid+form:CallStatus',
  eventType: 'form:MessageStatus|form:CallStatus',
  moreClues: [
    {
      at: 'query:bodySHA256',
      like: /^[0-9a-f]{64}$/i,
      points: 2,
      says: 'a query parameter bodySHA256',
    },
  ],
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Twilio-Signature', style: 'plain' },
      signedContent: '{url}{form.sorted}',
      timestamp: null,
      when: { 'query:bodySHA256': null },
    },
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Twilio-Signature', style: 'plain' },
      signedContent: '{url}',
      timestamp: null,
      when: { 'query:bodySHA256': true },
      bodyDigest: { at: 'query:bodySHA256', digest: 'sha256hex' },
    },
  ],
  notes: [
    'The full public URL with its query is signed: the host of the tunnel, not localhost.',
    'Verifiers try the URL with and without :443/:80.',
    'JSON requests sign the URL only and carry bodySHA256 in the query.',
    'Duplicate form values are de-duplicated and sorted.',
  ],
  samples: twilioSamples,
};
