// Dodo Payments.

import type { ProviderEntry } from '../provider.ts';
import { standardRule } from '../standard-rule.ts';

export const dodopayments: ProviderEntry = {
  id: 'dodopayments',
  name: 'Dodo Payments',
  category: 'payments',
  docs: 'https://www.npmjs.com/package/@hookflo/tern',
  confidence: 'corroborated',
  secretHint: 'whsec_ and base64.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.type',
  rules: [standardRule()],
};
