// Hygraph: signs a small JSON that holds the body as a string.

import type { ProviderEntry } from '../provider.ts';

export const hygraph: ProviderEntry = {
  id: 'hygraph',
  name: 'Hygraph (GraphCMS)',
  sender: 'Hygraph',
  category: 'content',
  docs: 'https://www.npmjs.com/package/@hygraph/utils',
  confidence: 'source',
  secretHint: 'The secret key of the webhook.',
  eventType: 'json:$.operation',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'gcms-signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['sign'],
        timestampKey: 't',
        written: 'sign={signature}, env=master, t={timestamp}',
      },
      signedContent:
        '{"Body":{body.json},"EnvironmentName":"{signature:env}","TimeStamp":{timestamp}}',
      timestamp: { from: 'signature', unit: 'ms', tolerance: null },
    },
  ],
};
