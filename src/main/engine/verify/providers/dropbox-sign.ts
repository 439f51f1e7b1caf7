// Dropbox Sign (HelloSign).

import type { ProviderEntry } from '../provider.ts';
import { dropboxSignSamples } from '../samples/dropbox-sign.ts';

export const dropboxSign: ProviderEntry = {
  id: 'dropbox-sign',
  name: 'Dropbox Sign (HelloSign)',
  sender: 'Dropbox Sign',
  category: 'documents',
  docs: 'https://www.npmjs.com/package/@dropbox/sign',
  confidence: 'source',
  secretHint: 'API key.',
  deadlineSeconds: 30,
  retries: '6 retries over about 3 days.',
  messageId: 'form-json:json:$.event.event_hash',
  eventType: 'form-json:json:$.event.event_type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'form-json', name: 'json', path: '$.event.event_hash', style: 'plain' },
      signedContent: '{form-json:json:$.event.event_time}{form-json:json:$.event.event_type}',
      timestamp: { from: 'form-json:json:$.event.event_time', unit: 's', tolerance: null },
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'form-json:json:$.event.event_type': 'callback_test' } },
    signed: true,
    respond: { status: 200, body: { text: 'Hello API Event Received' } },
  },
  clues: [
    {
      at: 'form-json:json:$.event.event_hash',
      like: /^[0-9a-f]{64}$/,
      points: 3,
      says: 'a form field json with an event_hash',
    },
  ],
  notes: [
    'Multipart form field named json.',
    'Answer must contain the text Hello API Event Received or it counts as failed.',
  ],
  samples: dropboxSignSamples,
};
