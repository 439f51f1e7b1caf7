// Postmark.

import type { ProviderEntry } from '../provider.ts';
import { postmarkSamples } from '../samples/postmark.ts';

export const postmark: ProviderEntry = {
  id: 'postmark',
  name: 'Postmark',
  category: 'email',
  docs: 'https://postmarkapp.com/developer/webhooks/webhooks-overview',
  confidence: 'documented',
  deadlineSeconds: 120,
  retries: 'Up to 10 retries with growing delay for most hooks; 403 stops.',
  messageId: 'json:$.MessageID+json:$.RecordType',
  eventType: 'json:$.RecordType',
  moreClues: [
    { at: 'query:token', points: 1, says: 'a token in its query' },
    { at: 'json:$.RecordType', points: 1, says: 'a RecordType' },
    { at: 'json:$.MessageStream', points: 1, says: 'a MessageStream' },
  ],
  rules: [
    {
      scheme: 'basic-auth',
    },
    {
      scheme: 'token',
      token: { in: 'header', name: '{option:header}' },
    },
    {
      scheme: 'token',
      token: { in: 'query', name: 'token' },
    },
  ],
  options: [
    {
      key: 'header',
      label: 'Header',
      help: 'The name of the header that carries the signature.',
      default: 'X-Signature',
    },
  ],
  notes: ['No signature exists; credentials go in the URL or a custom header.'],
  samples: postmarkSamples,
};
