// Deepgram callbacks.

import type { ProviderEntry } from '../provider.ts';

export const deepgram: ProviderEntry = {
  id: 'deepgram',
  name: 'Deepgram callbacks',
  category: 'ai',
  docs: 'https://github.com/hookdeck/webhook-skills',
  confidence: 'corroborated',
  retries: 'Up to 10 retries, 30 s apart.',
  messageId: 'json:$.metadata.request_id',
  rules: [
    {
      scheme: 'token',
      token: { in: 'header', name: 'dg-token' },
    },
    {
      scheme: 'basic-auth',
    },
  ],
  notes: ['Dg-token is the API key IDENTIFIER, not a secret signature.'],
};
