// Vanta.

import type { ProviderEntry } from '../provider.ts';
import { standardRule } from '../standard-rule.ts';

export const vanta: ProviderEntry = {
  id: 'vanta',
  name: 'Vanta',
  category: 'work',
  docs: null,
  confidence: 'corroborated',
  secretHint: 'whsec_ and base64.',
  messageId: 'header:svix-id',
  eventType: 'json:$.type',
  rules: [standardRule('svix')],
};
