// 100ms.

import type { ProviderEntry } from '../provider.ts';

export const provider100ms: ProviderEntry = {
  id: '100ms',
  name: '100ms',
  category: 'media',
  docs: 'https://www.100ms.live/docs/server-side/v2/how-to-guides/configure-webhooks',
  confidence: 'documented',
  retries: '3 retries on non-200.',
  messageId: 'json:$.id',
  eventType: 'json:$.type',
  rules: [
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
};
