// OpenAI.

import type { ProviderEntry } from '../provider.ts';
import { openaiSamples } from '../samples/openai.ts';
import { standardRule } from '../standard-rule.ts';

export const openai: ProviderEntry = {
  id: 'openai',
  name: 'OpenAI',
  category: 'ai',
  docs: 'https://www.npmjs.com/package/openai',
  confidence: 'source',
  secretHint: 'whsec_ and base64.',
  retries: 'Retried for up to 72 h with backoff.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.type',
  rules: [standardRule()],
  notes: ['SDK treats a secret without whsec_ as UTF-8.'],
  samples: openaiSamples,
};
