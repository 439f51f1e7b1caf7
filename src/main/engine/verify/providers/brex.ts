// Brex.

import type { ProviderEntry } from '../provider.ts';
import { standardRule } from '../standard-rule.ts';

export const brex: ProviderEntry = {
  id: 'brex',
  name: 'Brex',
  category: 'payments',
  docs: 'https://developer.brex.com/docs/webhooks/',
  confidence: 'corroborated',
  secretHint: 'whsec_ and base64.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.event_type',
  rules: [standardRule()],
  notes: ['Two signatures during key rotation; secrets come from the list-secrets endpoint.'],
};
