// Novu.

import type { ProviderEntry } from '../provider.ts';
import { standardRule } from '../standard-rule.ts';

export const novu: ProviderEntry = {
  id: 'novu',
  name: 'Novu',
  category: 'messaging',
  docs: 'https://docs.novu.co/platform/webhooks',
  confidence: 'unconfirmed',
  secretHint: 'whsec_ and base64.',
  messageId: 'header:svix-id',
  eventType: 'json:$.type',
  rules: [standardRule('svix')],
  notes: ['Outbound webhooks run on Svix.'],
};
