// BigCommerce.

import type { ProviderEntry } from '../provider.ts';

export const bigcommerce: ProviderEntry = {
  id: 'bigcommerce',
  name: 'BigCommerce',
  category: 'commerce',
  docs: 'https://github.com/bigcommerce/docs',
  confidence: 'documented',
  secretHint:
    'App client secret, used as raw UTF-8 (base64-encode it for Standard Webhooks libraries).',
  retries: 'Increasing intervals, last retry 48 h after the first attempt, then deactivated.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.scope',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'webhook-signature',
        style: 'list',
        separator: ' ',
        prefix: 'v1,',
      },
      signedContent: '{id}.{timestamp}.{body}',
      timestamp: { from: 'header:webhook-timestamp', unit: 's', tolerance: 300 },
    },
    {
      scheme: 'token',
      token: { in: 'header', name: '{option:header}' },
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
  notes: ['Domain blocklisting after a low success ratio.'],
};
