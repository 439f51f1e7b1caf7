// Vapi.

import type { ProviderEntry } from '../provider.ts';

export const vapi: ProviderEntry = {
  id: 'vapi',
  name: 'Vapi',
  category: 'ai',
  docs: 'https://docs.vapi.ai/server-url/server-authentication',
  confidence: 'documented',
  deadlineSeconds: 20,
  retries: 'None by default.',
  messageId: 'json:$.message.call.id+json:$.message.type+json:$.message.timestamp',
  eventType: 'json:$.message.type',
  rules: [
    {
      scheme: 'token',
      token: { in: 'header', name: 'X-Vapi-Secret' },
    },
    {
      scheme: 'token',
      token: { in: 'header', name: 'Authorization', prefix: 'Bearer ' },
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'x-signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['HMAC credential: algorithm, header names and payload format are configurable.'],
};
