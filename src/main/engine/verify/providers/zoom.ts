// Zoom.

import type { ProviderEntry } from '../provider.ts';
import { zoomSamples } from '../samples/zoom.ts';

export const zoom: ProviderEntry = {
  id: 'zoom',
  name: 'Zoom',
  category: 'work',
  docs: 'https://developers.zoom.us/docs/api/webhooks/',
  confidence: 'source',
  secretHint: 'Webhook Secret Token.',
  deadlineSeconds: 3,
  retries: '3 retries: 5, 30, 90 min.',
  messageId: 'header:x-zm-trackingid',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'x-zm-signature', style: 'plain', prefix: 'v0=' },
      signedContent: 'v0:{timestamp}:{body}',
      timestamp: { from: 'header:x-zm-request-timestamp', unit: 's', tolerance: 300 },
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'json:$.event': 'endpoint.url_validation' } },
    signs: {
      of: 'json:$.payload.plainToken',
      like: /^[\w.~+/=-]{1,256}$/,
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
    },
    signed: true,
    respond: {
      status: 200,
      body: { json: { plainToken: '{json:$.payload.plainToken}', encryptedToken: '{signature}' } },
    },
  },
  notes: ['Sample signs JSON.stringify(body); raw body is equal.'],
  samples: zoomSamples,
};
