// Anthropic (Claude platform).

import type { ProviderEntry } from '../provider.ts';
import { standardRule } from '../standard-rule.ts';

export const anthropic: ProviderEntry = {
  id: 'anthropic',
  name: 'Anthropic (Claude platform)',
  sender: 'Anthropic',
  category: 'ai',
  docs: 'https://www.npmjs.com/package/@anthropic-ai/sdk',
  confidence: 'source',
  secretHint: 'whsec_ and base64.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.data.type',
  rules: [standardRule()],
  notes: ['SDK delegates to standardwebhooks; events such as agent.created, deployment.paused.'],
};
