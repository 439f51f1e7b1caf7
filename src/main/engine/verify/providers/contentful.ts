// Contentful: signs its method, path, body, and the headers that it lists.

import type { ProviderEntry } from '../provider.ts';

export const contentful: ProviderEntry = {
  id: 'contentful',
  name: 'Contentful',
  category: 'content',
  docs: 'https://www.npmjs.com/package/@contentful/node-apps-toolkit',
  confidence: 'source',
  secretHint: 'The signing secret of the space or app, 64 characters.',
  deadlineSeconds: 30,
  retries: '2 retries (after 30 s and 60 s) on 429 and 5xx.',
  messageId: 'header:X-Contentful-Idempotency-Key|json:$.sys.id+header:x-contentful-timestamp',
  eventType: 'header:X-Contentful-Topic',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'x-contentful-signature', style: 'plain' },
      signedContent: '{method}\n{contentful.target}\n{contentful.headers}\n{body}',
      timestamp: { from: 'header:x-contentful-timestamp', unit: 'ms', tolerance: 30 },
    },
  ],
  notes: [
    'x-contentful-signed-headers lists the headers that are signed, as name:value apart by semicolons.',
    'Only the path and query are signed, not the host: any tunnel will do.',
  ],
};
