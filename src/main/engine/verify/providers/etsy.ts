// Etsy.

import type { ProviderEntry } from '../provider.ts';
import { standardRule } from '../standard-rule.ts';

export const etsy: ProviderEntry = {
  id: 'etsy',
  name: 'Etsy',
  category: 'commerce',
  docs: null,
  confidence: 'corroborated',
  secretHint: 'whsec_ and base64.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.type',
  rules: [standardRule()],
};
