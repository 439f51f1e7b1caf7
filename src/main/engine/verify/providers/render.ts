// Render.

import type { ProviderEntry } from '../provider.ts';
import { standardRule } from '../standard-rule.ts';

export const render: ProviderEntry = {
  id: 'render',
  name: 'Render',
  category: 'code',
  docs: null,
  confidence: 'corroborated',
  secretHint: 'whsec_ and base64.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.type',
  rules: [standardRule()],
};
