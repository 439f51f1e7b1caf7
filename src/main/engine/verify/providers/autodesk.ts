// Autodesk Platform Services.

import type { ProviderEntry } from '../provider.ts';

export const autodesk: ProviderEntry = {
  id: 'autodesk',
  name: 'Autodesk Platform Services',
  category: 'code',
  docs: null,
  confidence: 'corroborated',
  deadlineSeconds: 6,
  retries: 'Retried up to 48 h.',
  messageId: 'header:x-adsk-delivery-id',
  eventType: 'json:$.hook.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'x-adsk-signature', style: 'plain', prefix: 'sha1hash=' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
